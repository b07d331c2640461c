/** Sign-in with Google in the graph. Source: account.yaml, endpoint loginWithGoogle. */
import type { Resolvers } from '../schema.generated';
import { signInWithGoogle } from './sign-in';

export const googleResolvers = {
  Mutation: {
    signInWithGoogle: async (_root, { input }, context) => ({
      session: await signInWithGoogle(context, input.idToken),
    }),
  },
} satisfies Resolvers;
