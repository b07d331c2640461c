/** Goals in the graph. Source: traction.yaml, endpoints createGoal to closeGoal. */
import { notFound } from '../../../common/errors';
import { readPage } from '../../common/paging';
import { leaveGoal, leaveStrategies } from '../actions/cascades';
import { addEntry } from '../activity/entries';
import { forgetGoal } from '../activity/recent';
import { type Context, type TractionWork, user } from '../context';
import { given } from '../given';
import { ensureRoom } from '../limits';
import { endLinks } from '../links/changing';
import { BY_AGE } from '../links/per-goal';
import type { MutationResolvers, Resolvers, UpdateGoalInput } from '../schema.generated';
import { goalCreated, goalDeleted, goalUpdated, statusEntry } from './activity';
import type { Goal, GoalRow, GoalStatus } from './model';
import { goalFilter, goalOrder } from './queries';
import { goalProgress } from './progress';
import { goalStats } from './stats';
import { changeByUpdate, changeByVerb } from './transitions';

/** The order of a goal's strategies. */
const IN_ORDER = { order: 1 } as const;

/** The goal within a write. Throws GOAL_NOT_FOUND. */
export async function requireGoal({ data }: TractionWork, id: string): Promise<GoalRow> {
  const goal = await data.goals.load(id);
  if (!goal) throw notFound('GOAL_NOT_FOUND', 'goal', id);
  return goal;
}

const createGoal: MutationResolvers['createGoal'] = async (_root, { input }, context) => {
  const goal = await context.write(async (work) => {
    await ensureRoom(context.viewer, 'goals', () => work.data.goals.count({}), 'GOAL_LIMIT_REACHED');
    const created = await work.data.goals.insert({
      title: input.title,
      intent: input.intent ?? '',
      description: input.description ?? '',
      status: input.status ?? 'DRAFT',
      ownerId: input.ownerId ?? context.viewer.userId,
      horizon: input.horizon ?? null,
      valueTags: input.valueTags ?? [],
      metadata: null,
      completedAt: null,
    });
    work.record(goalCreated(created));
    return created;
  });
  const { strategies, measureLinks } = context.data;
  strategies.hasNone('goalId', goal.id, IN_ORDER);
  measureLinks.hasNone('goalId', goal.id, BY_AGE);
  return { goal };
};

const updateGoal: MutationResolvers['updateGoal'] = async (_root, { input }, context) => {
  const goal = await context.write(async (work) => {
    const before = await requireGoal(work, input.id);
    const status = input.status ? changeByUpdate(before.status, input.status, context.clock.now()) : {};
    const after = await change(work, before, { ...givenMembers(input), ...status });
    work.record(goalUpdated(after));
    return after;
  });
  return { goal };
};

/** What the input gives: null leaves a member as it is, but for the horizon, which may be absent. */
function givenMembers({
  title,
  intent,
  description,
  ownerId,
  horizon,
  valueTags,
}: UpdateGoalInput): Partial<Goal> {
  const members = given({ title, intent, description, ownerId, valueTags });
  return { ...members, ...(horizon === undefined ? {} : { horizon }) };
}

const deleteGoal: MutationResolvers['deleteGoal'] = async (_root, { input: { id } }, context) => {
  await context.write(async (work) => {
    const goal = await requireGoal(work, id);
    const now = context.clock.now();
    await work.data.goals.remove({ _id: id }, now);
    const strategies = await work.data.strategies.find({ goalId: id });
    await work.data.strategies.remove({ goalId: id }, now);
    await leaveGoal(work, id);
    await leaveStrategies(work, strategies);
    await endLinks(work, await work.data.measureLinks.find({ goalId: id }), now);
    await forgetGoal(work, id);
    work.record(goalDeleted(goal));
  });
  return { deletedId: id };
};

const change = async ({ data }: TractionWork, goal: GoalRow, members: Partial<Goal>): Promise<GoalRow> => {
  const after = await data.goals.update({ _id: goal.id }, { $set: members });
  if (!after) throw notFound('GOAL_NOT_FOUND', 'goal', goal.id);
  return after;
};

async function changeStatus(
  context: Context,
  id: string,
  to: GoalStatus,
  reason: string | null | undefined,
): Promise<{ goal: GoalRow }> {
  const goal = await context.write(async (work) => {
    const before = await requireGoal(work, id);
    const after = await change(work, before, changeByVerb(before.status, to, context.clock.now()));
    work.record(goalUpdated(after));
    const entry = statusEntry(before, after, reason);
    if (entry) await addEntry(work, context.viewer, entry);
    return after;
  });
  return { goal };
}

export const goalResolvers = {
  Query: {
    goal: (_root, { id }, context) => context.data.goals.load(id),
    goals: (_root, { filter, sort, ...page }, context) =>
      readPage(context.data.goals, goalFilter(filter), goalOrder(sort), page),
    goalStats: (_root, _args, context) => goalStats(context),
  },
  Mutation: {
    createGoal,
    updateGoal,
    deleteGoal,
    activateGoal: (_root, { input }, context) => changeStatus(context, input.id, 'ACTIVE', input.reason),
    pauseGoal: (_root, { input }, context) => changeStatus(context, input.id, 'PAUSED', input.reason),
    closeGoal: (_root, { input }, context) =>
      changeStatus(context, input.id, input.finalStatus, input.reason),
  },
  Goal: {
    __resolveReference: ({ id }, context) => context.data.goals.load(id),
    tenant: ({ tenantId }) => ({ __typename: 'Tenant', id: tenantId }),
    owner: ({ ownerId }) => user(ownerId),
    valueTags: ({ valueTags }) => [...valueTags],
    strategies: ({ id }, _args, context) => context.data.strategies.loadAll('goalId', id, IN_ORDER),
    progress: (goal, _args, context) => goalProgress(goal, context),
  },
} satisfies Resolvers;
