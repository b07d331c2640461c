/** Coaching: how well goals fit what the business is about. */
import type { SubgraphDefinition } from '../common/subgraph';
import { alignmentResolvers } from './alignment/resolvers';
import { collections } from './context';
import type { Resolvers } from './schema.generated';

const resolvers: Resolvers = alignmentResolvers;

export const coaching: SubgraphDefinition<typeof collections, Record<string, never>> = {
  name: 'coaching',
  collections,
  resolvers,
  services: () => ({}),
};
