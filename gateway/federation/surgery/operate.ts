import { Supergraph as ApolloSupergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import type { Copies } from './copies';
import { dropDeadKeys } from './dead-keys';
import { copyRequiredFields } from './required-copies';

/** A supergraph as the planner should see it, and what to undo in its plans. */
export interface PlannedSupergraph {
  readonly supergraph: ApolloSupergraph;
  readonly copies: Copies;
}

/** Prepares a supergraph so that the planner has nothing to be wrong about. */
export function operate(sdl: string): PlannedSupergraph {
  const { document, copies } = copyRequiredFields(dropDeadKeys(parse(sdl, { noLocation: true })));
  return { supergraph: ApolloSupergraph.build(document), copies };
}
