/** Traction: goals, and the strategies and measures that serve them. */
import type { SubgraphDefinition } from '../common/subgraph';
import { activityResolvers } from './activity/resolvers';
import { catalogResolvers } from './catalog/resolvers';
import { collections } from './context';
import { goalResolvers } from './goals/resolvers';
import { linkResolvers } from './links/resolvers';
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
    ...strategyResolvers.Query,
    ...measureResolvers.Query,
    ...linkResolvers.Query,
    ...catalogResolvers.Query,
    ...activityResolvers.Query,
    ...liveResolvers.Query,
  },
  Mutation: {
    ...goalResolvers.Mutation,
    ...activityResolvers.Mutation,
    ...strategyResolvers.Mutation,
    ...linkResolvers.Mutation,
    ...measureResolvers.Mutation,
  },
  Goal: { ...goalResolvers.Goal, ...activityResolvers.Goal, ...linkResolvers.Goal },
  Strategy: { ...strategyResolvers.Strategy, ...measureResolvers.Strategy },
  MeasureLink: linkResolvers.MeasureLink,
};

export const traction: SubgraphDefinition<typeof collections, Record<string, never>> = {
  name: 'traction',
  collections,
  resolvers,
  services: () => ({}),
};
