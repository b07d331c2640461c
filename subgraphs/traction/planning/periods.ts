/** A plan in calendar periods. Source: traction.yaml, formulas plan.*, period.* and trajectory.*. */
import { Decimal, percentage, rounded } from '../../../common/decimals';
import { invalid } from '../../../common/errors';
import type { PlanGranularity } from '../schema.generated';
import { CALENDARS, dayOf, startOfDay } from './calendar';
import { valuesAlong } from './curve';
import type { PlanLine, Point } from './plan';

/** As many as one answer may have. */
export const MOST_PERIODS = 5000;

/** A period of the plan; see the type in the graph. */
export interface PeriodOf<T> {
  readonly granularity: PlanGranularity;
  readonly start: Date;
  readonly end: Date;
  readonly startValue: number;
  readonly endValue: number;
  readonly delta: number;
  readonly growthRate: number;
  readonly targets: T[];
}

export interface Trajectory {
  readonly totalChange: number;
  readonly averageMonthlyGrowth: number;
}

/** The value at the end of a period, by its number. */
interface Knot<T> {
  readonly period: number;
  readonly value: number;
  /** The target that it comes from; none at the beginning. */
  readonly targets: readonly T[];
}

/** The periods from the day after the baseline to the last target. Throws VALIDATION_ERROR for more than MOST_PERIODS. */
export function periodsOf<T extends Point>(line: PlanLine<T>, granularity: PlanGranularity): PeriodOf<T>[] {
  if (countPeriods(line, granularity) > MOST_PERIODS) {
    const fault = `granularity must be coarser: the plan has more than ${MOST_PERIODS} such periods`;
    throw invalid({ granularity: fault }, { granularity: 'RANGE' });
  }
  return firstPeriods(line, granularity);
}

/** The same, of which those beyond MOST_PERIODS are left out. */
export function firstPeriods<T extends Point>(
  line: PlanLine<T>,
  granularity: PlanGranularity,
): PeriodOf<T>[] {
  const periods: PeriodOf<T>[] = [];
  for (const period of eachPeriod(line, granularity)) {
    if (periods.length === MOST_PERIODS) break;
    periods.push(period);
  }
  return periods;
}

/** What the whole plan comes to. */
export function trajectoryOf(line: PlanLine): Trajectory {
  const end = line.anchors.at(-1);
  if (!end) return { totalChange: 0, averageMonthlyGrowth: 0 };
  const start = rounded(new Decimal(line.baseline.value));
  const change = new Decimal(rounded(new Decimal(end.value))).minus(start);
  const monthly = change.dividedBy(countPeriods(line, 'MONTHLY'));
  return { totalChange: rounded(change), averageMonthlyGrowth: percentage(monthly, start) ?? 0 };
}

/** The periods one after the other. */
function* eachPeriod<T extends Point>(
  line: PlanLine<T>,
  granularity: PlanGranularity,
): Generator<PeriodOf<T>> {
  let from: Knot<T> = beginning(line, granularity);
  let startValue = rounded(new Decimal(from.value));
  for (const to of knotsOf(line, granularity)) {
    const targets = [...from.targets, ...to.targets];
    const way = { method: line.method, from: from.value, to: to.value, parts: to.period - from.period };
    let { period } = from;
    for (const value of valuesAlong(way)) {
      const endValue = rounded(value);
      period += 1;
      yield { ...spanOf(period, granularity), ...growth(startValue, endValue), targets };
      startValue = endValue;
    }
    from = to;
  }
}

function countPeriods(line: PlanLine, granularity: PlanGranularity): number {
  const last = knotsOf(line, granularity).at(-1);
  return last ? last.period - beginning(line, granularity).period : 0;
}

/** The baseline stands at the end of the period before the one of the next day. */
function beginning({ baseline }: PlanLine, granularity: PlanGranularity): Knot<never> {
  const first = CALENDARS[granularity].periodOf(dayOf(baseline.date) + 1);
  return { period: first - 1, value: baseline.value, targets: [] };
}

/** Of several targets in one period the last one is its knot. */
function knotsOf<T extends Point>({ anchors }: PlanLine<T>, granularity: PlanGranularity): Knot<T>[] {
  const knots = new Map<number, Knot<T>>();
  for (const target of anchors) {
    const period = CALENDARS[granularity].periodOf(dayOf(target.date));
    knots.set(period, { period, value: target.value, targets: [target] });
  }
  return [...knots.values()];
}

function spanOf(
  period: number,
  granularity: PlanGranularity,
): Pick<PeriodOf<never>, 'granularity' | 'start' | 'end'> {
  const { firstDayOf } = CALENDARS[granularity];
  const end = startOfDay(firstDayOf(period + 1) - 1);
  return { granularity, start: startOfDay(firstDayOf(period)), end };
}

/** Computed from the values as they are shown. */
function growth(
  startValue: number,
  endValue: number,
): Pick<PeriodOf<never>, 'startValue' | 'endValue' | 'delta' | 'growthRate'> {
  const delta = new Decimal(endValue).minus(startValue);
  return { startValue, endValue, delta: rounded(delta), growthRate: percentage(delta, startValue) ?? 0 };
}
