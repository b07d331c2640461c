/** Users in the graph. Source: account.yaml, endpoints getUserProfile, updateUserProfile and getUserById. */
import { DomainError } from '../../../common/errors';
import type { Context } from '../context';
import type { QueryResolvers, Resolvers } from '../schema.generated';
import { tenantOf } from '../tenants/belonging';
import type { UserRow } from './model';
import { updateProfile } from './profile';

const viewer: QueryResolvers['viewer'] = async (_root, _args, context) => {
  const user = await context.data.users.load(context.viewer.userId);
  // A token can outlive its user by a few minutes.
  if (!user) throw new DomainError('UNAUTHORIZED');
  return user;
};

async function userByNumber(number: number, { data }: Context): Promise<UserRow | null> {
  const [user] = await data.users.loadAll('number', String(number), { number: 1 });
  return user ?? null;
}

export const userResolvers = {
  Query: {
    viewer,
    user: (_root, { id }, context) => context.data.users.load(id),
  },
  Mutation: {
    updateProfile: async (_root, { input }, context) => ({ user: await updateProfile(context, input) }),
  },
  User: {
    __resolveReference: (reference, context) =>
      'id' in reference ? context.data.users.load(reference.id) : userByNumber(reference.number, context),
    name: ({ firstName, lastName }) => `${firstName} ${lastName}`.trim(),
    tenant: (user, _args, context) => tenantOf(user, context),
    isTenantOwner: async (user, _args, context) => (await tenantOf(user, context)).ownerId === user.id,
  },
} satisfies Resolvers;
