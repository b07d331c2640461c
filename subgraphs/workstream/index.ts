/** Workstream: from signals to candidates to pursuits. */
import type { SubgraphDefinition } from '../common/subgraph';
import { collections } from './context';
import { pipelineResolvers } from './pipeline/resolvers';
import type { Resolvers } from './schema.generated';

const resolvers: Resolvers = pipelineResolvers;

export const workstream: SubgraphDefinition<typeof collections, Record<string, never>> = {
  name: 'workstream',
  collections,
  resolvers,
  services: () => ({}),
};
