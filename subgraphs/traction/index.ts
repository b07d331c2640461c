/** Traction: goals, and the strategies, actions and measures that serve them. */
import { joinResolvers } from '../common/join-resolvers';
import type { SubgraphDefinition } from '../common/subgraph';
import { actionResolvers } from './actions/resolvers';
import { activityResolvers } from './activity/resolvers';
import { catalogResolvers } from './catalog/resolvers';
import { collections } from './context';
import { goalResolvers } from './goals/resolvers';
import { linkResolvers } from './links/resolvers';
import { liveResolvers } from './live/resolvers';
import { measureResolvers } from './measures/resolvers';
import { planningResolvers } from './planning/resolvers';
import type { Resolvers } from './schema.generated';
import { seriesResolvers } from './series/resolvers';
import { strategyResolvers } from './strategies/resolvers';

const resolvers = joinResolvers<Resolvers>([
  goalResolvers,
  strategyResolvers,
  actionResolvers,
  activityResolvers,
  measureResolvers,
  catalogResolvers,
  linkResolvers,
  seriesResolvers,
  planningResolvers,
  liveResolvers,
]);

export const traction: SubgraphDefinition<typeof collections, Record<string, never>> = {
  name: 'traction',
  collections,
  resolvers,
  services: () => ({}),
};
