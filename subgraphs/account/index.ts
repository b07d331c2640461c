/** Account: signing in, users and tenants. */
import type { SubgraphDefinition } from '../common/subgraph';
import { collections } from './context';
import { confirmationResolvers } from './confirmation/resolvers';
import { googleResolvers } from './google/resolvers';
import { liveResolvers } from './live/resolvers';
import { registrationResolvers } from './registration/resolvers';
import { recoveryResolvers } from './recovery/resolvers';
import { subscriptionResolvers } from './subscriptions/resolvers';
import type { Resolvers } from './schema.generated';
import { sessionResolvers } from './sessions/resolvers';
import { createServices } from './services';
import type { AccountServices, AccountSettings } from './settings';
import { tenantResolvers } from './tenants/resolvers';
import { userResolvers } from './users/resolvers';

export type { AccountServices, AccountSettings };

const resolvers: Resolvers = {
  ...userResolvers,
  ...tenantResolvers,
  ...liveResolvers,
  Tenant: { ...tenantResolvers.Tenant, ...subscriptionResolvers.Tenant },
  Limits: subscriptionResolvers.Limits,
  Query: { ...userResolvers.Query, ...confirmationResolvers.Query, ...liveResolvers.Query },
  Mutation: {
    ...sessionResolvers.Mutation,
    ...registrationResolvers.Mutation,
    ...googleResolvers.Mutation,
    ...confirmationResolvers.Mutation,
    ...recoveryResolvers.Mutation,
    ...userResolvers.Mutation,
  },
};

export const account = (
  settings: AccountSettings,
): SubgraphDefinition<typeof collections, AccountServices> => ({
  name: 'account',
  collections,
  resolvers,
  services: (parts) => createServices(settings, parts),
  stopServices: ({ mailroom }) => mailroom.stop(),
});
