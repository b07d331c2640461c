/**
 * The line that a plan is, and what it expects at a date. Source: traction.yaml, formulas plan.*, actual.expectedValue
 * and actual.variancePercentage.
 */
import { Decimal, percentage, rounded } from '../../../common/decimals';
import type { InterpolationMethod } from '../measures/model';
import { dayOf } from './calendar';
import { valueAfter } from './curve';

/** A value at a date, of which the day in UTC counts. */
export interface Point {
  readonly value: number;
  readonly date: Date;
}

export interface PlanLine<T extends Point = Point> {
  readonly method: InterpolationMethod;
  /** Where it begins. */
  readonly baseline: Point;
  /** The targets that it runs through, by date: those after the day of the baseline. */
  readonly anchors: readonly T[];
  /** The last target, which holds ever after; null where there is none. */
  readonly last: T | null;
}

/** @param targets by date */
export const planLine = <T extends Point>(
  method: InterpolationMethod,
  baseline: Point,
  targets: readonly T[],
): PlanLine<T> => ({
  method,
  baseline,
  anchors: after(targets, baseline.date),
  last: targets.at(-1) ?? null,
});

/** Those of a later day. */
export const after = <T extends Pick<Point, 'date'>>(points: readonly T[], date: Date): T[] =>
  points.filter((point) => dayOf(point.date) > dayOf(date));

/** The value that the plan expects, to two decimals; null before the plan begins, and without targets. */
export function expectedAt({ method, baseline, anchors, last }: PlanLine, date: Date): number | null {
  const day = dayOf(date);
  if (!last) return null;
  if (day >= dayOf(last.date)) return rounded(new Decimal(last.value));
  const next = anchors.findIndex((anchor) => dayOf(anchor.date) > day);
  const to = anchors[next];
  if (!to || day < dayOf(baseline.date)) return null;
  const from = anchors[next - 1] ?? baseline;
  const start = dayOf(from.date);
  const way = { method, from: from.value, to: to.value, parts: dayOf(to.date) - start };
  return rounded(valueAfter(way, day - start));
}

/** How far a value is from the expected one in percent of that; null where there is nothing to compare with. */
export const variancePercentage = (value: number, expected: number | null): number | null =>
  expected === null ? null : percentage(new Decimal(value).minus(expected), expected);
