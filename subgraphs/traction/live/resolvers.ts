/** What happens to goals, told live. Source: common.yaml, realtime; the feed also tells what REST has no name for. */
import { notFound } from '../../../common/errors';
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
import type { LogRow } from '../../common/live/tenant-tail';
import type { Context } from '../context';
import type { MeasureRow } from '../measures/model';
import { recordedIn, wordsOf } from './words';
import type { ActivityEventKind, Resolvers, SubscriptionResolvers } from '../schema.generated';

const KINDS = {
  goal_created: 'GOAL_CREATED',
  goal_updated: 'GOAL_UPDATED',
  goal_deleted: 'GOAL_DELETED',
  strategy_added: 'STRATEGY_ADDED',
  strategy_updated: 'STRATEGY_UPDATED',
  strategy_deleted: 'STRATEGY_DELETED',
  activity_created: 'ACTIVITY_CREATED',
  decision_created: 'DECISION_CREATED',
  attachment_created: 'ATTACHMENT_CREATED',
  action_created: 'ACTION_CREATED',
  action_updated: 'ACTION_UPDATED',
  action_deleted: 'ACTION_DELETED',
  measure_created: 'MEASURE_CREATED',
  measure_changed: 'MEASURE_UPDATED',
  measure_deleted: 'MEASURE_DELETED',
  measure_linked: 'MEASURE_LINKED',
  measure_unlinked: 'MEASURE_UNLINKED',
  value_recorded: 'MEASURE_VALUE_RECORDED',
  plan_changed: 'PLAN_CHANGED',
  alert_raised: 'ALERT_RAISED',
  alert_acknowledged: 'ALERT_ACKNOWLEDGED',
} as const satisfies Kinds<ActivityEventKind>;

const goalActivity: SubscriptionResolvers['goalActivity'] = {
  subscribe: async (_root, { goalId, after, kinds }, context) => {
    const lastKind: keyof typeof KINDS = 'goal_deleted';
    const events = await context.follow({ after, goalId, kinds: kindsOf(KINDS, kinds), lastKind });
    // Looked up behind the place where the events begin: none of a deleted goal would end them.
    if (await context.data.goals.load(goalId)) return events;
    await events.return();
    throw notFound('GOAL_NOT_FOUND', 'goal', goalId);
  },
  resolve: (told: Told) => told,
};

const tenantActivity: SubscriptionResolvers['tenantActivity'] = {
  subscribe: (_root, { after, kinds }, context) => context.follow({ after, kinds: kindsOf(KINDS, kinds) }),
  resolve: (told: Told) => told,
};

/** The measure itself, or that of the value or the alert. */
async function measureOf(row: LogRow, context: Context): Promise<MeasureRow | null> {
  const { type, id } = row.subject;
  if (type === 'measure') return context.data.measures.load(id);
  if (type !== 'alert') return (await recordedIn(row, context))?.measure ?? null;
  const alert = await context.data.crossGoalAlerts.load(id);
  return alert && context.data.measures.load(alert.measureId);
}

export const liveResolvers = {
  ...liveEvents('ActivityEvent'),
  Query: { tractionPosition: (_root, _args, context) => context.logPosition() },
  Subscription: { goalActivity, tenantActivity },
  ActivityEvent: {
    cursor,
    kind: (row) => wordFor(KINDS, row),
    goalId: ({ goalId }) => goalId ?? null,
    goal: ({ goalId }, _args, { data }) => (goalId === undefined ? null : data.goals.load(goalId)),
    entry: ({ subject }, _args, { data }) =>
      subject.type === 'activity' ? data.activityEntries.load(subject.id) : null,
    strategy: ({ subject }, _args, { data }) =>
      subject.type === 'strategy' ? data.strategies.load(subject.id) : null,
    action: ({ subject }, _args, { data }) =>
      subject.type === 'action' ? data.actions.load(subject.id) : null,
    measure: (row, _args, context) => measureOf(row, context),
    actual: async (row, _args, context) => (await recordedIn(row, context))?.actual ?? null,
    changePercentage: ({ payload }) => {
      const told = payload?.['changePercentage'];
      return typeof told === 'number' ? told : null;
    },
    words: (row, _args, context) => wordsOf(row, context),
    createdBy,
    author,
  },
} satisfies Resolvers;
