import { GraphQLError } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { QueryPlan } from '@apollo/query-planner';
import { Unsupported } from '../plan/compile';
import type { Planner } from '../plan/planner';
import type { Step } from '../plan/types';
import { InvalidOperation } from '../types';
import { internalDocument } from './document';
import type { InternalOperation } from './document';
import type { Selected } from './selection';

/** The plan for the variables of one execution; undefined when no subgraph is needed. */
export type PlanFor<P = Step> = (variables: Readonly<Record<string, unknown>>) => P | undefined;

/** How many combinations of conditions one operation keeps plans for. */
const MOST_VARIANTS = 64;

/**
 * Plans an operation once, for all values of its conditions. The exception: where conditions meet fields with
 * `@requires`, the planner makes a fetch require what another fetch leaves out when the condition does not hold,
 * and everything else in it is lost. Such an operation gets a plan for each combination of values that is used.
 */
export function planOperation<P>(
  planner: Planner,
  source: OperationDefinitionNode,
  operation: Omit<InternalOperation, 'fixed'>,
  requiring: ReadonlySet<string>,
  compile: (plan: QueryPlan) => P | undefined,
): PlanFor<P> {
  const planFor = (fixed: InternalOperation['fixed']): P | undefined =>
    plan(planner, source, { ...operation, fixed }, compile);
  const conditions = conditionVariables(operation.selections);
  if (conditions.size === 0 || !selectsAny(operation.selections, requiring)) {
    const only = planFor(undefined);
    return () => only;
  }
  const variants = planVariants([...conditions.keys()], planFor);
  // The fullest variant is planned at once: an operation that cannot be planned is refused when it is prepared.
  variants(Object.fromEntries(conditions));
  return variants;
}

function planVariants<P>(
  names: readonly string[],
  planFor: (fixed: Readonly<Record<string, boolean>>) => P | undefined,
): PlanFor<P> {
  const variants = new LRUCache<string, { readonly step: P | undefined }>({ max: MOST_VARIANTS });
  return (variables) => {
    const key = names.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = variants.get(key);
    if (known) return known.step;
    const step = planFor(Object.fromEntries(names.map((name) => [name, variables[name] === true])));
    variants.set(key, { step });
    return step;
  };
}

function plan<P>(
  planner: Planner,
  source: OperationDefinitionNode,
  operation: InternalOperation,
  compile: (plan: QueryPlan) => P | undefined,
): P | undefined {
  const document = internalDocument(operation);
  const [definition] = document.definitions;
  if (definition.selectionSet.selections.length === 0) return undefined;
  const fault = (message: string): InvalidOperation =>
    new InvalidOperation([new GraphQLError(message, { nodes: source })]);
  try {
    const step = compile(planner.plan(document));
    // Values of conditions may leave nothing to fetch.
    if (step || operation.fixed) return step;
  } catch (error) {
    throw error instanceof Unsupported ? fault(error.message) : error;
  }
  throw fault('No subgraph can answer this operation.');
}

/** The variables that decide what takes part, each with the value that lets more take part. */
function conditionVariables(
  level: readonly Selected[],
  found = new Map<string, boolean>(),
): Map<string, boolean> {
  for (const { conditions, selections } of level) {
    for (const { variable, is } of conditions) found.set(variable, is);
    conditionVariables(selections, found);
  }
  return found;
}

function selectsAny(level: readonly Selected[], names: ReadonlySet<string>): boolean {
  return level.some(
    (selected) =>
      (selected.kind === 'field' && names.has(selected.definition.name)) ||
      selectsAny(selected.selections, names),
  );
}
