/** Sessions in the graph. Source: account.yaml, endpoints login, refreshToken and logout. */
import type { MutationResolvers, Resolvers } from '../schema.generated';
import { tenantOf } from '../tenants/belonging';
import { authenticate } from './authentication';
import { beginSession, endSession } from './lifecycle';
import { hashOf } from '../tokens/opaque';
import { refresh } from './refreshing';
import { startedSession } from './started-session';

const signIn: MutationResolvers['signIn'] = async (_root, { input }, context) => {
  const user = await authenticate(context, input.email, input.password);
  const refreshToken = await context
    .asPlatform('a session begins before there is a token')
    .write(user.tenantId, user.id, (work) => beginSession(work, user, context.clock.now()));
  const tenant = await tenantOf(user, context);
  return { session: await startedSession(context, { user, tenant, refreshToken }) };
};

/** Ends the whole session: a token that was traded within the grace period must not go on without the named one. */
const signOut: MutationResolvers['signOut'] = async (_root, { input }, context) => {
  const platform = context.asPlatform('a refresh token stands for its bearer');
  const token = await platform.data.refreshTokens.load(hashOf(input.refreshToken));
  if (token) {
    await platform.write(token.tenantId, token.userId, (work) =>
      endSession(work, token, context.clock.now()),
    );
  }
  return { signedOut: true };
};

export const sessionResolvers = {
  Mutation: {
    signIn,
    refreshSession: (_root, { input }, context) => refresh(context, input.refreshToken),
    signOut,
  },
} satisfies Resolvers;
