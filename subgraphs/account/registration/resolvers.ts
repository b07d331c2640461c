/** Registration in the graph. Source: account.yaml, endpoint register and emailVerification. */
import { provisionTenant } from '../provision';
import type { MutationResolvers, Resolvers } from '../schema.generated';
import { startedSession } from '../sessions/started-session';
import { needsVerification } from './verification';

const register: MutationResolvers['register'] = async (_root, { input }, context) => {
  const { skipVerification, ...user } = input;
  const isPending = needsVerification(context.services.settings, skipVerification ?? false);
  const { tenant, owner, refreshToken } = await provisionTenant(context, {
    owner: { ...user, isPending },
    beginsSession: !isPending,
  });
  if (refreshToken === undefined) {
    return { session: null, pending: { requiresEmailVerification: true, tenant } };
  }
  return { session: await startedSession(context, { user: owner, tenant, refreshToken }), pending: null };
};

export const registrationResolvers = {
  Mutation: { register },
} satisfies Resolvers;
