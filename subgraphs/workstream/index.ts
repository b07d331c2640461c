/** Workstream: from signals to candidates to pursuits. */
import type { SubgraphDefinition } from '../common/subgraph';
import { candidateResolvers } from './candidates/resolvers';
import { collections } from './context';
import { liveResolvers } from './live/resolvers';
import { pipelineResolvers } from './pipeline/resolvers';
import { pursuitResolvers } from './pursuits/resolvers';
import type { Resolvers } from './schema.generated';
import { signalResolvers } from './signals/resolvers';
import { spotlightResolvers } from './spotlights/resolvers';

const resolvers: Resolvers = {
  ...candidateResolvers,
  ...pursuitResolvers,
  ...signalResolvers,
  ...spotlightResolvers,
  ...liveResolvers,
  Query: {
    ...pipelineResolvers.Query,
    ...signalResolvers.Query,
    ...candidateResolvers.Query,
    ...liveResolvers.Query,
  },
  Mutation: { ...signalResolvers.Mutation, ...candidateResolvers.Mutation },
};

export const workstream: SubgraphDefinition<typeof collections, Record<string, never>> = {
  name: 'workstream',
  collections,
  resolvers,
  services: () => ({}),
};
