/** Registration in the graph. Source: account.yaml, endpoint register and emailVerification. */
import { linkBase } from '../mail/links';
import { orderMail } from '../mail/orders';
import { provisionTenant } from '../provision';
import type { MutationResolvers, Resolvers } from '../schema.generated';
import { startedSession } from '../sessions/started-session';
import { needsVerification } from './verification';

const register: MutationResolvers['register'] = async (_root, { input }, context) => {
  const { skipVerification, frontendUrl, ...user } = input;
  const { settings, mailroom } = context.services;
  const isPending = needsVerification(settings, skipVerification ?? false);
  const mail = {
    kind: 'CONFIRM_EMAIL',
    email: user.email,
    linkBase: linkBase(settings.frontendUrls, frontendUrl),
  } as const;
  const { tenant, owner, refreshToken } = await provisionTenant(context, {
    owner: { ...user, isPending },
    beginsSession: !isPending,
    ...(isPending ? { also: (work) => orderMail(work, mail, context.clock.now()) } : {}),
  });
  if (isPending) mailroom.wake();
  if (refreshToken === undefined) {
    return { session: null, pending: { requiresEmailVerification: true, tenant } };
  }
  return { session: await startedSession(context, { user: owner, tenant, refreshToken }), pending: null };
};

export const registrationResolvers = {
  Mutation: { register },
} satisfies Resolvers;
