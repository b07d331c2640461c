import { Kind, parse } from 'graphql';
import type { DocumentNode, SelectionSetNode } from 'graphql';
import type {
  FetchNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
  ResponsePath,
  SubscriptionNode,
} from '@apollo/query-planner';
import { asksOf, markShared } from './asks';
import { compileContexts } from './contexts';
import { assembleDefer } from './defer';
import { compileRewrite } from './rewrite';
import type { FetchStep, PathPart, Requirement, Step, SubscriptionPlan } from './types';

/** A plan that cannot be executed here; the message may be told to clients. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}

/** Makes the planner's tree ready to run: documents and paths are parsed once, here. */
export function compilePlan(plan: QueryPlan): Step | undefined {
  return plan.node && markShared(compileNode(plan.node, []));
}

/** The same for the plan of a subscription. */
export function compileSubscription({ node }: QueryPlan): SubscriptionPlan | undefined {
  if (node?.kind !== 'Subscription') return undefined;
  return {
    primary: compileFetch(node.primary, []),
    rest: node.rest && markShared(compileNode(node.rest, [])),
  };
}

function compileNode(node: PlanNode | SubscriptionNode, at: readonly PathPart[]): Step {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((child) => compileNode(child, at)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((child) => compileNode(child, at)) };
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        whenTrue: node.ifClause && compileNode(node.ifClause, at),
        whenFalse: node.elseClause && compileNode(node.elseClause, at),
      };
    case 'Flatten':
      return compileNode(node.node, [...at, ...compilePath(node.path)]);
    case 'Fetch': {
      const fetch = compileFetch(node, at);
      return node.id === undefined ? fetch : { kind: 'milestone', id: node.id, fetch };
    }
    case 'Defer':
      return assembleDefer(node, (child) => compileNode(child, at));
    case 'Subscription':
      throw new Unsupported(`Plans with ${node.kind} nodes cannot be executed in one answer.`);
  }
}

function compileFetch(node: FetchNode, at: readonly PathPart[]): FetchStep {
  const taken = node.requires && node.variableUsages?.find((name) => /^representations(__\d+)?$/.test(name));
  if (taken) throw new Unsupported(`The variable name "$${taken}" is taken where entities are fetched.`);
  const document = parse(node.operation, { noLocation: true });
  const contexts = compileContexts(node.contextRewrites ?? [], document);
  if (!node.requires && contexts.length > 0) {
    throw new Unsupported('What is fetched by root fields within an answer cannot read a context.');
  }
  return {
    kind: 'fetch',
    service: node.serviceName,
    operation: node.operationKind,
    operationName: node.operationName,
    query: node.operation,
    document,
    variables: node.variableUsages ?? [],
    at,
    requires: node.requires && compileRequirements(node.requires),
    inputRewrites: (node.inputRewrites ?? []).map(compileRewrite),
    outputRewrites: (node.outputRewrites ?? []).map(compileRewrite),
    contexts,
    fills: filledFields(document, node.requires !== undefined),
    asks: asksOf(node.serviceName, document, [node.inputRewrites, node.outputRewrites]),
    copies: false,
    unites: false,
    separates: false,
  };
}

/** Path elements are field names, `@` for list elements, and either may end in type conditions: `name|[A,B]`. */
function compilePath(path: ResponsePath): PathPart[] {
  return path.flatMap((element): PathPart[] => {
    const [name, types] = String(element).split('|');
    const parts: PathPart[] = [];
    if (name === '@') parts.push({ kind: 'elements' });
    else if (name) parts.push({ kind: 'field', name });
    if (types) parts.push({ kind: 'types', names: new Set(types.slice(1, -1).split(',')) });
    return parts;
  });
}

function compileRequirements(selections: readonly QueryPlanSelectionNode[]): Requirement[] {
  return selections.map((selection) =>
    selection.kind === 'Field'
      ? {
          kind: 'field',
          name: selection.alias ?? selection.name,
          members: selection.selections && compileRequirements(selection.selections),
        }
      : {
          kind: 'fragment',
          on: selection.typeCondition,
          members: compileRequirements(selection.selections),
        },
  );
}

function filledFields(document: DocumentNode, ofEntities: boolean): string[] {
  const fragments = new Map<string, SelectionSetNode>();
  let root: SelectionSetNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
    if (definition.kind === Kind.OPERATION_DEFINITION) root = definition.selectionSet;
  }
  const entities = root?.selections[0];
  const filled = ofEntities && entities?.kind === Kind.FIELD ? entities.selectionSet : root;
  return [...new Set(filled ? responseNames(filled, fragments) : [])].filter((name) => name !== '__typename');
}

function* responseNames(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, SelectionSetNode>,
): Generator<string> {
  for (const node of selections) {
    if (node.kind === Kind.FIELD) yield (node.alias ?? node.name).value;
    else {
      const below = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value);
      if (below) yield* responseNames(below, fragments);
    }
  }
}
