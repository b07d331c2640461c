import { Kind, print } from 'graphql';
import type { DocumentNode, SelectionSetNode } from 'graphql';
import { fetchesOf } from './fetches';
import { orderContexts } from './order';
import type { FetchStep, Step } from './types';

/** What a fetch asks of a subgraph, whatever the planner named the operation. */
export function asksOf(service: string, document: DocumentNode, rewrites: unknown): string {
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
    const { name: _planners, ...operation } = definition;
    return operation;
  });
  return `${service} ${print({ kind: Kind.DOCUMENT, definitions })} ${JSON.stringify(rewrites)}`;
}

/** The same plan, in which each fetch knows what it shares with the others. */
export function markShared(step: Step): Step {
  const fetches = [...fetchesOf(step)];
  const separates = fetches.some(({ contexts }) => contexts.length > 0);
  const picks = fetches.some(({ at }) => at.some(({ kind }) => kind === 'types'));
  const unites = step.kind !== 'defer' && !picks && !separates;
  const counts = new Map<string, number>();
  for (const { asks } of fetches) counts.set(asks, (counts.get(asks) ?? 0) + 1);
  return mapFetches(separates ? orderContexts(step) : step, (fetch) => ({
    ...fetch,
    // Into an object within the answer, later fetches may merge what is meant for one of the places only.
    copies: (counts.get(fetch.asks) ?? 0) > 1 && isNested(fetch.document),
    unites,
    separates,
  }));
}

function mapFetches(step: Step, change: (fetch: FetchStep) => FetchStep): Step {
  const below = (child: Step): Step => mapFetches(child, change);
  switch (step.kind) {
    case 'fetch':
      return change(step);
    case 'sequence':
    case 'parallel':
      return { ...step, steps: step.steps.map(below) };
    case 'condition':
      return {
        ...step,
        whenTrue: step.whenTrue && below(step.whenTrue),
        whenFalse: step.whenFalse && below(step.whenFalse),
      };
    case 'milestone':
      return { ...step, fetch: change(step.fetch) };
    case 'defer':
      return {
        ...step,
        primary: step.primary && below(step.primary),
        parts: step.parts.map((part) => ({ ...part, step: below(part.step) })),
      };
  }
}

/** Whether an entity fetch brings more than leaves: some field below `_entities` has members. */
function isNested({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (definition) =>
      'selectionSet' in definition && depth(definition.selectionSet) > (isOperation(definition) ? 1 : 0),
  );
}

const isOperation = ({ kind }: DocumentNode['definitions'][number]): boolean =>
  kind === Kind.OPERATION_DEFINITION;

/** How many fields with members stand inside each other. */
function depth(selectionSet: SelectionSetNode | undefined): number {
  const depths = (selectionSet?.selections ?? []).map((node) => {
    if (node.kind === Kind.FIELD) return node.selectionSet ? 1 + depth(node.selectionSet) : 0;
    return node.kind === Kind.INLINE_FRAGMENT ? depth(node.selectionSet) : 0;
  });
  return Math.max(0, ...depths);
}
