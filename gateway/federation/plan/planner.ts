import { operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { QueryPlan } from '@apollo/query-planner';
import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { PlannedSupergraph } from '../surgery/operate';
import { restorePlan } from '../surgery/restore';
import { Unsupported } from './compile';

/** Decides which subgraph is asked for what, in which order. Any planner that speaks Apollo's plans will do. */
export interface Planner {
  plan(document: DocumentNode): QueryPlan;
}

/**
 * Apollo's own planner. Operations are read against the whole supergraph, not against what clients see: the
 * engine may fill arguments that are hidden from clients, and has validated the client's document before. What was
 * done to the supergraph for the planner's sake is undone in its plans.
 */
export function createApolloPlanner({ supergraph, surgery }: PlannedSupergraph): Planner {
  const planner = new QueryPlanner(supergraph, { incrementalDelivery: { enableDefer: true } });
  return {
    plan: (document) => {
      refuseNamesOfContexts(document);
      return restorePlan(planner.buildQueryPlan(operationFromDocument(supergraph.schema, document)), surgery);
    },
  };
}

/** The planner holds contexts in variables of such names, and takes what a client calls so for the same. */
function refuseNamesOfContexts({ definitions }: DocumentNode): void {
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable } of definition.variableDefinitions ?? []) {
      const name = variable.name.value;
      if (/^contextualArgument_\d/.test(name))
        throw new Unsupported(`The variable name "$${name}" is taken.`);
    }
  }
}
