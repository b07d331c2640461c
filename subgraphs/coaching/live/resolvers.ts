/** What Coaching has done, told live. */
import type { Told } from '../../common/live/log-reader';
import {
  author,
  createdBy,
  cursor,
  type Kinds,
  kindsOf,
  liveEvents,
  wordFor,
} from '../../common/live/resolvers';
import type { CoachingEventKind, Resolvers } from '../schema.generated';

const KINDS = {
  alignment_checked: 'ALIGNMENT_CHECKED',
} as const satisfies Kinds<CoachingEventKind>;

export const liveResolvers = {
  ...liveEvents('CoachingEvent'),
  Query: { coachingPosition: (_root, _args, context) => context.logPosition() },
  Subscription: {
    coachingActivity: {
      subscribe: (_root, { after, kinds }, context) =>
        context.follow({ after, kinds: kindsOf(KINDS, kinds) }),
      resolve: (told: Told) => told,
    },
  },
  CoachingEvent: {
    cursor,
    kind: (row) => wordFor(KINDS, row),
    goal: ({ goalId }) => (goalId === undefined ? null : { __typename: 'Goal', id: goalId }),
    createdBy,
    author,
  },
} satisfies Resolvers;
