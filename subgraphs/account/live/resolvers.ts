/** What happens to users, told live. What concerns the safety of an account is in the log, and not told. */
import type { Told } from '../../common/live/log-reader';
import { createdBy, cursor, type Kinds, kindsOf, liveEvents, wordFor } from '../../common/live/resolvers';
import type { AccountEventKind, Resolvers } from '../schema.generated';

const KINDS = {
  user_registered: 'USER_REGISTERED',
  email_confirmed: 'EMAIL_CONFIRMED',
  profile_updated: 'PROFILE_UPDATED',
} as const satisfies Kinds<AccountEventKind>;

export const liveResolvers = {
  ...liveEvents('AccountEvent'),
  Query: { accountPosition: (_root, _args, context) => context.logPosition() },
  Subscription: {
    accountActivity: {
      subscribe: (_root, { after, kinds }, context) =>
        context.follow({ after, kinds: kindsOf(KINDS, kinds) }),
      resolve: (told: Told) => told,
    },
  },
  AccountEvent: {
    cursor,
    kind: (row) => wordFor(KINDS, row),
    user: ({ subject }, _args, { data }) => data.users.load(subject.id),
    createdBy,
    author: ({ actorId }, _args, { data }) => data.users.load(actorId),
  },
} satisfies Resolvers;
