/** Coaching: how well goals fit what the business is about, and what could serve them. */
import type { SubgraphDefinition } from '../common/subgraph';
import { alignmentResolvers } from './alignment/resolvers';
import { collections } from './context';
import { liveResolvers } from './live/resolvers';
import { builtinModel } from './model/builtin';
import type { CoachingServices } from './model/model';
import type { Resolvers } from './schema.generated';
import { strategyResolvers } from './strategies/resolvers';

const resolvers: Resolvers = {
  ...alignmentResolvers,
  ...strategyResolvers,
  ...liveResolvers,
  Mutation: { ...alignmentResolvers.Mutation, ...strategyResolvers.Mutation },
};

export const coaching: SubgraphDefinition<typeof collections, CoachingServices> = {
  name: 'coaching',
  collections,
  resolvers,
  services: () => ({ model: builtinModel }),
};
