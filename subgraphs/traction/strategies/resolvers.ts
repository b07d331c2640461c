/** Strategies in the graph. Source: traction.yaml, endpoints createStrategy to reorderStrategies. */
import { notFound } from '../../../common/errors';
import { leaveStrategies } from '../actions/cascades';
import type { TractionWork } from '../context';
import { requireGoal } from '../goals/resolvers';
import { given } from '../given';
import { ensureRoom } from '../limits';
import { endLinks } from '../links/changing';
import type { MutationResolvers, Resolvers, UpdateStrategyInput } from '../schema.generated';
import { strategyAdded, strategyDeleted, strategyUpdated } from './activity';
import type { Strategy, StrategyRow } from './model';
import { placementsOf, reordered } from './order';

/** The strategy of that goal within a write. Throws GOAL_NOT_FOUND, STRATEGY_NOT_FOUND. */
async function requireStrategy(work: TractionWork, goalId: string, id: string): Promise<StrategyRow> {
  await requireGoal(work, goalId);
  const strategy = await work.data.strategies.load(id);
  if (strategy?.goalId !== goalId) throw notFound('STRATEGY_NOT_FOUND', 'strategy', id);
  return strategy;
}

/** Frees a place: where it is taken, that strategy and the later ones move up by one. */
async function makePlace(
  { data }: TractionWork,
  goalId: string,
  order: number,
  except?: string,
): Promise<void> {
  const others = { goalId, ...(except ? { _id: { $ne: except } } : {}) };
  if ((await data.strategies.count({ ...others, order })) === 0) return;
  await data.strategies.updateMany({ ...others, order: { $gte: order } }, { $inc: { order: 1 } });
}

async function lastPlace({ data }: TractionWork, goalId: string): Promise<number> {
  const last = await data.strategies.findOne({ goalId }, { order: -1 });
  return last?.order ?? 0;
}

const createStrategy: MutationResolvers['createStrategy'] = async (_root, { input }, context) => {
  const strategy = await context.write(async (work) => {
    const goal = await requireGoal(work, input.goalId);
    await ensureRoom(context.viewer, 'strategies', () => work.data.strategies.count({}));
    if (input.order) await makePlace(work, goal.id, input.order);
    const created = await work.data.strategies.insert({
      goalId: goal.id,
      description: input.description,
      order: input.order ?? (await lastPlace(work, goal.id)) + 1,
      aiGenerated: input.aiGenerated ?? false,
      status: input.status ?? 'DRAFT',
      validationScore: null,
      validationFeedback: null,
    });
    work.record(strategyAdded(created));
    return created;
  });
  return { strategy };
};

const updateStrategy: MutationResolvers['updateStrategy'] = async (_root, { input }, context) => {
  const strategy = await context.write(async (work) => {
    const before = await requireStrategy(work, input.goalId, input.id);
    if (input.order && input.order !== before.order)
      await makePlace(work, before.goalId, input.order, before.id);
    const after = await work.data.strategies.update({ _id: before.id }, { $set: givenMembers(input) });
    if (!after) throw notFound('STRATEGY_NOT_FOUND', 'strategy', input.id);
    work.record(strategyUpdated(after));
    return after;
  });
  return { strategy };
};

/** What the input gives; null leaves a member as it is. */
const givenMembers = ({ goalId: _goalId, id: _id, ...members }: UpdateStrategyInput): Partial<Strategy> =>
  given(members);

const deleteStrategy: MutationResolvers['deleteStrategy'] = async (_root, { input }, context) => {
  await context.write(async (work) => {
    const strategy = await requireStrategy(work, input.goalId, input.id);
    const now = context.clock.now();
    await work.data.strategies.remove({ _id: strategy.id }, now);
    await leaveStrategies(work, [strategy]);
    await endLinks(work, await work.data.measureLinks.find({ strategyId: strategy.id }), now);
    work.record(strategyDeleted(strategy));
  });
  return { deletedId: input.id };
};

const reorderStrategies: MutationResolvers['reorderStrategies'] = async (_root, { input }, context) => {
  const placements = placementsOf(input);
  const strategies = await context.write(async (work) => {
    const goal = await requireGoal(work, input.goalId);
    const current = await work.data.strategies.find({ goalId: goal.id }, { sort: { order: 1 } });
    const order = reordered(
      current.map(({ id }) => id),
      placements,
    );
    const renumbered: StrategyRow[] = [];
    for (const [index, id] of order.entries()) {
      const row = await work.data.strategies.update({ _id: id }, { $set: { order: index + 1 } });
      if (row) renumbered.push(row);
    }
    for (const row of renumbered) work.record(strategyUpdated(row));
    return renumbered;
  });
  return { strategies };
};

export const strategyResolvers = {
  Query: { strategy: (_root, { id }, context) => context.data.strategies.load(id) },
  Mutation: { createStrategy, updateStrategy, deleteStrategy, reorderStrategies },
  Strategy: {
    __resolveReference: ({ id }, context) => context.data.strategies.load(id),
    goal: async ({ goalId }, _args, context) => {
      const goal = await context.data.goals.load(goalId);
      if (!goal) throw notFound('GOAL_NOT_FOUND', 'goal', goalId);
      return goal;
    },
  },
} satisfies Resolvers;
