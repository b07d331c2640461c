import { Supergraph as ApolloSupergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { dropDeadKeys } from './dead-keys';
import { readsOf } from './reads';
import { copyRequiredFields } from './required-copies';
import type { Surgery } from './surgery';

/** A supergraph as the planner should see it, and what to undo in its plans. */
export interface PlannedSupergraph {
  readonly supergraph: ApolloSupergraph;
  readonly surgery: Surgery;
}

/** Prepares a supergraph so that the planner has nothing to be wrong about. */
export function operate(sdl: string): PlannedSupergraph {
  const { document, copies } = copyRequiredFields(dropDeadKeys(parse(sdl, { noLocation: true })));
  return { supergraph: ApolloSupergraph.build(document), surgery: { copies, ...readsOf(document) } };
}
