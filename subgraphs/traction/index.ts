/** Traction: goals, and the strategies and measures that serve them. */
import type { SubgraphDefinition } from '../common/subgraph';
import { activityResolvers } from './activity/resolvers';
import { collections } from './context';
import { goalResolvers } from './goals/resolvers';
import { measureResolvers } from './measures/resolvers';
import { liveResolvers } from './live/resolvers';
import type { Resolvers } from './schema.generated';
import { strategyResolvers } from './strategies/resolvers';

const resolvers: Resolvers = {
  ...measureResolvers,
  ...activityResolvers,
  ...liveResolvers,
  Query: {
    ...goalResolvers.Query,
    ...measureResolvers.Query,
    ...activityResolvers.Query,
    ...liveResolvers.Query,
  },
  Mutation: { ...goalResolvers.Mutation, ...activityResolvers.Mutation, ...strategyResolvers.Mutation },
  Goal: { ...goalResolvers.Goal, ...activityResolvers.Goal },
  Strategy: strategyResolvers.Strategy,
};

export const traction: SubgraphDefinition<typeof collections, Record<string, never>> = {
  name: 'traction',
  collections,
  resolvers,
  services: () => ({}),
};
