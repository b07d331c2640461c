/** Account: signing in, users and tenants. */
import type { SubgraphDefinition } from '../common/subgraph';
import { collections } from './context';
import { registrationResolvers } from './registration/resolvers';
import type { Resolvers } from './schema.generated';
import { sessionResolvers } from './sessions/resolvers';
import { type AccountServices, type AccountSettings, createServices } from './settings';
import { tenantResolvers } from './tenants/resolvers';
import { userResolvers } from './users/resolvers';

export type { AccountServices, AccountSettings };

const resolvers: Resolvers = {
  ...tenantResolvers,
  ...userResolvers,
  Mutation: { ...sessionResolvers.Mutation, ...registrationResolvers.Mutation },
};

export const account = (
  settings: AccountSettings,
): SubgraphDefinition<typeof collections, AccountServices> => ({
  name: 'account',
  collections,
  resolvers,
  services: ({ clock }) => createServices(settings, clock),
});
