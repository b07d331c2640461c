/**
 * A new password for who has forgotten the old one. Source: account.yaml, endpoints forgotPassword and resetPassword, and
 * tokens.rotation.
 */
import { requestMail } from '../mail/request';
import { goodToken, spendToken } from '../mail/spending';
import type { MutationResolvers, Resolvers } from '../schema.generated';
import { endAllSessions } from '../sessions/lifecycle';
import { passwordReset } from './activity';

/** Whoever knew the old password is out: all sessions end. The token is looked at first, for hashing is costly. */
const resetPassword: MutationResolvers['resetPassword'] = async (_root, { input }, context) => {
  const token = await goodToken(context, 'RESET_PASSWORD', input.token);
  const passwordHash = await context.services.passwords.hash(input.newPassword);
  await spendToken(context, token, async (work, user) => {
    const { id, tenantId } = user;
    await work.data.credentials.upsert({ _id: id, tenantId }, { $set: { passwordHash } });
    await endAllSessions(work, user, context.clock.now());
    work.record(passwordReset(id));
  });
  return { reset: true };
};

export const recoveryResolvers = {
  Mutation: {
    requestPasswordReset: (_root, { input }, context) => requestMail(context, 'RESET_PASSWORD', input),
    resetPassword,
  },
} satisfies Resolvers;
