/** Activity in the graph. Source: traction.yaml, endpoints listGoalActivity to listRecentActivity. */
import { notFound } from '../../../common/errors';
import { readPage } from '../../common/paging';
import { user } from '../context';
import { requireGoal } from '../goals/resolvers';
import type { MutationResolvers, Resolvers } from '../schema.generated';
import { addEntry } from './entries';
import { inRecentActivity, recentEntity, recentType } from './recent';

const addGoalActivity: MutationResolvers['addGoalActivity'] = async (_root, { input }, context) => {
  const entry = await context.write(async (work) => {
    const { id: goalId } = await requireGoal(work, input.goalId);
    const { type, text, title = null, url = null, metadata = null } = input;
    return addEntry(work, context.viewer, { goalId, type, text, title, url, metadata });
  });
  return { entry };
};

const addGoalNote: MutationResolvers['addGoalNote'] = async (_root, { input }, context) => {
  const entry = await context.write(async (work) => {
    const { id: goalId } = await requireGoal(work, input.goalId);
    const { note: text, attachments } = input;
    const metadata = attachments ? { attachments } : null;
    return addEntry(work, context.viewer, { goalId, type: 'NOTE', text, metadata });
  });
  return { entry };
};

export const activityResolvers = {
  Query: {
    recentActivity: (_root, page, { data }) => readPage(data.changes, inRecentActivity, { seq: -1 }, page),
  },
  Mutation: { addGoalActivity, addGoalNote },
  Goal: {
    activity: ({ id: goalId }, { type, ...page }, { data }) =>
      readPage(data.activityEntries, { goalId, ...(type ? { type } : {}) }, { createdAt: -1 }, page),
  },
  ActivityEntry: {
    goal: async ({ goalId }, _args, { data }) => {
      const goal = await data.goals.load(goalId);
      if (!goal) throw notFound('GOAL_NOT_FOUND', 'goal', goalId);
      return goal;
    },
    author: ({ createdBy }) => user(createdBy),
  },
  RecentActivity: {
    type: recentType,
    entityType: recentEntity,
    entityId: ({ subject }) => subject.id,
    entityTitle: ({ subject }) => subject.title ?? '',
    createdBy: ({ actorId }) => actorId,
    author: ({ actorId }) => user(actorId),
  },
} satisfies Resolvers;
