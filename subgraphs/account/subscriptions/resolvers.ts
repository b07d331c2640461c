/** What a subscription includes, in the graph. Source: account.yaml, endpoints getUserFeatures and getUserLimits. */
import type { Feature as FeatureOfGraph, Resolvers } from '../schema.generated';
import { entitlementsOf } from './entitlements';
import type { Feature } from './tiers';

/** Tokens and tiers keep the names of the contract; in the graph a KPI is a measure. */
const IN_GRAPH: Readonly<Record<Feature, FeatureOfGraph>> = {
  goals: 'GOALS',
  operations: 'OPERATIONS',
  kpis: 'MEASURES',
  strategies: 'STRATEGIES',
  reports: 'REPORTS',
  realtime: 'REALTIME',
  attachments: 'ATTACHMENTS',
  bulkPlanner: 'BULK_PLANNER',
  strategyCompare: 'STRATEGY_COMPARE',
  goalCreate: 'GOAL_CREATE',
};

export const subscriptionResolvers = {
  Tenant: {
    features: (tenant, _args, { clock }) =>
      entitlementsOf(tenant, clock.now()).features.map((feature) => IN_GRAPH[feature]),
    limits: (tenant, _args, { clock }) => entitlementsOf(tenant, clock.now()).limits,
  },
  Limits: {
    measures: ({ kpis }) => kpis,
  },
} satisfies Resolvers;
