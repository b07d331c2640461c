/** Tenants in the graph. Source: account.yaml, shapes TenantInfo and BusinessFoundation. */
import type { Resolvers } from '../schema.generated';
import { foundationOf } from './belonging';

export const tenantResolvers = {
  Tenant: {
    __resolveReference: ({ id }, context) => context.data.tenants.load(id),
    foundation: (tenant, _args, context) => foundationOf(tenant, context),
  },
  BusinessFoundation: {
    coreValues: ({ coreValues }) => [...coreValues],
  },
} satisfies Resolvers;
