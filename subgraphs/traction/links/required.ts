/** What a link refers to, looked at within the write: it may have gone since the gateway looked. */
import { DomainError, notFound } from '../../../common/errors';
import type { TractionWork } from '../context';
import { requireGoal } from '../goals/resolvers';
import type { Ends } from './ends';
import type { MeasureLinkRow } from './model';

/** As it is now. Throws MEASURE_LINK_NOT_FOUND. */
export async function requireLink({ data }: TractionWork, id: string): Promise<MeasureLinkRow> {
  const link = await data.measureLinks.findOne({ _id: id });
  if (!link) throw notFound('MEASURE_LINK_NOT_FOUND', 'measureLink', id);
  return link;
}

/** Throws GOAL_NOT_FOUND, STRATEGY_NOT_FOUND, and STRATEGY_GOAL_MISMATCH for a strategy of another goal. */
export async function requireGoalAndStrategy(
  work: TractionWork,
  { goalId, strategyId }: Pick<Ends, 'goalId' | 'strategyId'>,
): Promise<void> {
  if (goalId !== null) await requireGoal(work, goalId);
  if (strategyId === null) return;
  const strategy = await work.data.strategies.load(strategyId);
  if (!strategy) throw notFound('STRATEGY_NOT_FOUND', 'strategy', strategyId);
  if (strategy.goalId !== goalId) {
    const message = `Strategy ${strategyId} does not belong to Goal ${goalId}`;
    throw new DomainError('STRATEGY_GOAL_MISMATCH', message);
  }
}
