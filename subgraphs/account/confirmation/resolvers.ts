/**
 * Confirming an e-mail address. Source: account.yaml, endpoints resendConfirmation, confirmEmail and validateEmailToken,
 * and emailVerification.
 */
import { requestMail } from '../mail/request';
import { goodToken, lookAtToken, spendToken } from '../mail/spending';
import type { MutationResolvers, Resolvers } from '../schema.generated';
import { emailConfirmed } from './activity';

const confirmEmail: MutationResolvers['confirmEmail'] = async (_root, { input }, context) => {
  const token = await goodToken(context, 'CONFIRM_EMAIL', input.token);
  await spendToken(context, token, async (work, { id, tenantId, status }) => {
    const confirmed = { emailVerified: true, ...(status === 'PENDING' ? { status: 'ACTIVE' } : {}) };
    await work.data.users.update({ _id: id, tenantId }, { $set: confirmed });
    work.record(emailConfirmed(id));
  });
  return { confirmed: true };
};

export const confirmationResolvers = {
  Query: {
    emailConfirmation: async (_root, { token }, context) => ({
      status: await lookAtToken(context, 'CONFIRM_EMAIL', token),
    }),
  },
  Mutation: {
    resendEmailConfirmation: (_root, { input }, context) => requestMail(context, 'CONFIRM_EMAIL', input),
    confirmEmail,
  },
} satisfies Resolvers;
