/** Which months of a plan a change has changed. Source: traction.yaml, setMilestones, affectedPeriods. */
import type { TargetRow } from './model';
import { firstPeriods, type PeriodOf } from './periods';
import type { PlanLine } from './plan';

export interface ChangedMonths {
  /** Those that are new, are gone or have other values; of a plan of centuries the first 5,000 are looked at. */
  readonly count: number;
  /** Those that are there now. */
  readonly now: readonly PeriodOf<TargetRow>[];
}

export function changedMonths(before: PlanLine<TargetRow>, after: PlanLine<TargetRow>): ChangedMonths {
  const [then, now] = [monthsOf(before), monthsOf(after)];
  const gone = [...then.keys()].filter((start) => !now.has(start));
  const changed = [...now]
    .filter(([start, month]) => !isSame(then.get(start), month))
    .map(([, month]) => month);
  return { count: gone.length + changed.length, now: changed };
}

/** By the moment at which they begin. */
function monthsOf(line: PlanLine<TargetRow>): Map<number, PeriodOf<TargetRow>> {
  return new Map(firstPeriods(line, 'MONTHLY').map((month) => [month.start.getTime(), month]));
}

const isSame = (a: PeriodOf<TargetRow> | undefined, b: PeriodOf<TargetRow>): boolean =>
  a?.startValue === b.startValue && a.endValue === b.endValue;
