/** What a link leads to: a person, a goal as well, a strategy of that goal. Source: measures.yaml, updateMeasureLink. */
import { DomainError } from '../../../common/errors';
import type { MeasureLinkKind, UpdateMeasureLinkInput } from '../schema.generated';
import type { MeasureLink } from './model';

export type Ends = Pick<MeasureLink, 'measureId' | 'personId' | 'goalId' | 'strategyId'>;

/** Follows from what it leads to; never stored. */
export function kindOf({ goalId, strategyId }: Pick<Ends, 'goalId' | 'strategyId'>): MeasureLinkKind {
  if (strategyId !== null) return 'STRATEGY';
  return goalId === null ? 'PERSONAL' : 'GOAL';
}

/**
 * Where a link leads after a change. Absent keeps, null removes; without its goal a strategy goes as well, unless it is
 * given itself. Throws STRATEGY_REQUIRES_GOAL for a strategy that would be left without a goal.
 */
export function endsAfter(
  { measureId, ...before }: Ends,
  { personId, goalId = before.goalId, strategyId }: Omit<UpdateMeasureLinkInput, 'id'>,
): Ends {
  const kept = goalId === null ? null : before.strategyId;
  const strategy = strategyId === undefined ? kept : strategyId;
  if (strategy !== null && goalId === null) throw new DomainError('STRATEGY_REQUIRES_GOAL');
  return { measureId, personId: personId ?? before.personId, goalId, strategyId: strategy };
}

/** Whether two links of a measure and a person are with the same goal and strategy. */
export const leadAlike = (
  a: Pick<Ends, 'goalId' | 'strategyId'>,
  b: Pick<Ends, 'goalId' | 'strategyId'>,
): boolean => a.goalId === b.goalId && a.strategyId === b.strategyId;
