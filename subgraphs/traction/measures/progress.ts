/** How far a measure is. Source: traction.yaml, formula kpi.progress; measures.yaml, open, progress. */
import { percentage } from '../../../common/decimals';
import { dayOf } from '../planning/calendar';
import type { TargetRow } from '../planning/model';
import type { Measure } from './model';

/** What a measure is compared with. */
export interface Aim {
  readonly value: number;
  /** Null for the target of the measure itself, which has no date. */
  readonly date: Date | null;
}

/**
 * The next target of today or later, else the last one, else the measure's own target; null where there is none.
 * @param targets by date
 */
export function aimOf(
  { targetValue }: Pick<Measure, 'targetValue'>,
  targets: readonly Pick<TargetRow, 'value' | 'date'>[],
  now: Date,
): Aim | null {
  const target = nextTarget(targets, now) ?? targets.at(-1);
  if (target) return { value: target.value, date: target.date };
  return targetValue === null ? null : { value: targetValue, date: null };
}

/** The first target of today, in UTC, or later. */
export function nextTarget<T extends Pick<TargetRow, 'date'>>(
  targets: readonly T[],
  now: Date,
): T | undefined {
  return targets.find(({ date }) => dayOf(date) >= dayOf(now));
}

/**
 * In percent to two decimals, 100 = at the target; null where there is nothing to compare. Where a share cannot be told,
 * for it would be divided by 0, a target that is reached counts as 100 and one that is not as 0.
 */
export function measureProgress(
  { direction, currentValue }: Pick<Measure, 'direction' | 'currentValue'>,
  aim: Aim | null,
): number | null {
  if (currentValue === null || aim === null) return null;
  const [more, less] = direction === 'DECREASE' ? [aim.value, currentValue] : [currentValue, aim.value];
  return percentage(more, less) ?? (more >= less ? 100 : 0);
}

/** A progress as it counts for a goal: 0 to 100. */
export const withinHundred = (progress: number): number => Math.min(100, Math.max(0, progress));
