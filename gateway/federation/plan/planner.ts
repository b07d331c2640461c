import { operationFromDocument } from '@apollo/federation-internals';
import type { Supergraph as ApolloSupergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';

/** Decides which subgraph is asked for what, in which order. Any planner that speaks Apollo's plans will do. */
export interface Planner {
  plan(document: DocumentNode): QueryPlan;
}

/**
 * Apollo's own planner. Operations are read against the whole supergraph, not against what clients see: the
 * engine may fill arguments that are hidden from clients, and has validated the client's document before.
 */
export function createApolloPlanner(supergraph: ApolloSupergraph): Planner {
  const planner = new QueryPlanner(supergraph);
  return { plan: (document) => planner.buildQueryPlan(operationFromDocument(supergraph.schema, document)) };
}
