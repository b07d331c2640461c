import {
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph as ApolloSupergraph,
} from '@apollo/federation-internals';
import { parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { dropDeadKeys } from './dead-keys';
import { readsOf } from './reads';
import { copyRequiredFields } from './required-copies';
import type { Surgery } from './surgery';

/** A supergraph as the planner should see it, and what to undo in its plans. */
export interface PlannedSupergraph {
  readonly supergraph: ApolloSupergraph;
  readonly surgery: Surgery;
}

/** What Apollo's JavaScript gateway can do, and contexts, which only its planner can. */
const supportedFeatures = new Set([
  ...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  'https://specs.apollo.dev/context/v0.1',
]);

/** Reads a composed supergraph by the planner's library; throws when it needs a feature that this engine lacks. */
export function readComposed(supergraph: string | DocumentNode): ApolloSupergraph {
  return ApolloSupergraph.build(supergraph, { supportedFeatures });
}

/** Prepares a supergraph so that the planner has nothing to be wrong about. */
export function operate(sdl: string): PlannedSupergraph {
  const { document, copies } = copyRequiredFields(dropDeadKeys(parse(sdl, { noLocation: true })));
  return { supergraph: readComposed(document), surgery: { copies, ...readsOf(document) } };
}
