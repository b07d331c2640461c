import { fetchesOf } from './fetches';
import type { DeferStep, FetchStep, PathPart, Step } from './types';

/**
 * Puts fetches that read a context behind those that bring it. The planner lets them run side by side where the value
 * of the context comes from another subgraph than the object that sets it.
 */
export function orderContexts(step: Step): Step {
  switch (step.kind) {
    case 'sequence':
      return { ...step, steps: step.steps.map(orderContexts) };
    case 'parallel':
      return inLayers(step.steps.map(orderContexts));
    case 'condition':
      return {
        ...step,
        whenTrue: step.whenTrue && orderContexts(step.whenTrue),
        whenFalse: step.whenFalse && orderContexts(step.whenFalse),
      };
    case 'defer':
      refuseUnordered(step);
      return {
        ...step,
        primary: step.primary && orderContexts(step.primary),
        parts: step.parts.map((part) => ({ ...part, step: orderContexts(part.step) })),
      };
    case 'fetch':
    case 'milestone':
      return step;
  }
}

/** Steps that wait for none of the others come first, then those that wait for these only, and so on. */
function inLayers(steps: readonly Step[]): Step {
  const ready = steps.filter((step) => !steps.some((other) => other !== step && waits(step, other)));
  if (ready.length === steps.length || ready.length === 0) return { kind: 'parallel', steps };
  const others = steps.filter((step) => !ready.includes(step));
  return { kind: 'sequence', steps: [{ kind: 'parallel', steps: ready }, inLayers(others)] };
}

/** What is deferred begins as the planner says. Where that is too early, the operation is answered at once. */
function refuseUnordered({ primary, parts }: DeferStep): void {
  const steps = [primary, ...parts.map(({ step }) => step)];
  for (const { depends, step } of parts) {
    const others = steps.filter((other): other is Step => other !== undefined && other !== step);
    if (others.some((other) => waits(step, other, new Set(depends)))) {
      throw new Error('What is deferred reads a context that may come after it.');
    }
  }
}

/** Whether something in a step reads a context that the other brings, except by milestones that it waits for anyway. */
function waits(step: Step, other: Step, awaited: ReadonlySet<string> = new Set()): boolean {
  const readers = [...fetchesOf(step)].filter(({ contexts }) => contexts.length > 0);
  if (readers.length === 0) return false;
  const early = awaitedIn(other, awaited);
  const bringers = [...fetchesOf(other)].filter((fetch) => !early.has(fetch));
  return readers.some((reader) => bringers.some((bringer) => brings(bringer, reader)));
}

function awaitedIn(step: Step | undefined, ids: ReadonlySet<string>): Set<FetchStep> {
  switch (step?.kind) {
    case 'milestone':
      return new Set(ids.has(step.id) ? [step.fetch] : []);
    case 'sequence':
    case 'parallel':
      return new Set(step.steps.flatMap((child) => [...awaitedIn(child, ids)]));
    case 'condition':
      return new Set([...awaitedIn(step.whenTrue, ids), ...awaitedIn(step.whenFalse, ids)]);
    default:
      return new Set();
  }
}

/** Whether a fetch fills a field on the way to the value of a context. */
function brings(fetch: FetchStep, { at, contexts }: FetchStep): boolean {
  const above = namesOf(at);
  const into = namesOf(fetch.at);
  return contexts.some(({ places }) =>
    places.some(({ levels, path }) => {
      const way = [...above.slice(0, above.length - levels), ...namesOf(path)];
      const isOnTheWay = into.length < way.length && into.every((name, index) => way[index] === name);
      return isOnTheWay && fetch.fills.includes(way[into.length] ?? '');
    }),
  );
}

function namesOf(path: readonly (PathPart | { readonly kind: 'type'; readonly name: string })[]): string[] {
  return path.flatMap((part) => (part.kind === 'field' ? [part.name] : []));
}
