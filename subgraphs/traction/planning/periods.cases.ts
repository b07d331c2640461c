import { CALENDARS, dayOf, startOfDay } from './calendar';
import { periodsOf, trajectoryOf } from './periods';
import { type PlanLine, planLine, type Point } from './plan';
import { at } from './testing/points';
import type { InterpolationMethod } from '../measures/model';

/** The example of traction.yaml, getKpiPlan. */
const QUARTER = [at('2025-03-31', 50000)];

const line = (baseline: Point, targets: readonly Point[], method: InterpolationMethod = 'LINEAR'): PlanLine =>
  planLine(method, baseline, targets);

const isoDay = (date: Date): string => date.toISOString().slice(0, '2025-01-01'.length);

const ends = (plan: PlanLine): number[] => periodsOf(plan, 'MONTHLY').map(({ endValue }) => endValue);

describe('a period of the calendar', () => {
  it.each([
    ['DAILY', '2024-02-29', '2024-02-29', '2024-02-29'],
    ['WEEKLY', '2025-01-01', '2024-12-30', '2025-01-05'],
    ['WEEKLY', '2025-01-06', '2025-01-06', '2025-01-12'],
    ['WEEKLY', '1969-12-28', '1969-12-22', '1969-12-28'],
    ['MONTHLY', '2024-02-10', '2024-02-01', '2024-02-29'],
    ['MONTHLY', '1969-12-31', '1969-12-01', '1969-12-31'],
    ['MONTHLY', '0050-06-15', '0050-06-01', '0050-06-30'],
    ['QUARTERLY', '2025-12-31', '2025-10-01', '2025-12-31'],
    ['YEARLY', '2024-07-01', '2024-01-01', '2024-12-31'],
  ] as const)('%s, %s lies in %s to %s', (granularity, day, start, end) => {
    const { periodOf, firstDayOf } = CALENDARS[granularity];
    const period = periodOf(dayOf(new Date(day)));
    expect(isoDay(startOfDay(firstDayOf(period)))).toBe(start);
    expect(isoDay(startOfDay(firstDayOf(period + 1) - 1))).toBe(end);
  });
});

describe('the documented plan', () => {
  it.each(['2025-01-01', '2024-12-31'])('comes out by month, with its baseline on %s', (day) => {
    const plan = line(at(day, 45000), QUARTER);
    expect(periodsOf(plan, 'MONTHLY')).toEqual([
      {
        granularity: 'MONTHLY',
        start: new Date('2025-01-01'),
        end: new Date('2025-01-31'),
        startValue: 45000,
        endValue: 46666.67,
        delta: 1666.67,
        growthRate: 3.7,
        targets: QUARTER,
      },
      expect.objectContaining({ startValue: 46666.67, endValue: 48333.33, delta: 1666.66 }),
      expect.objectContaining({ startValue: 48333.33, endValue: 50000, end: new Date('2025-03-31') }),
    ]);
    expect(trajectoryOf(plan)).toEqual({ totalChange: 5000, averageMonthlyGrowth: 3.7 });
  });

  it.each([
    ['DAILY', 90],
    ['WEEKLY', 14],
    ['QUARTERLY', 1],
    ['YEARLY', 1],
  ] as const)('%s, has %d periods up to its target', (granularity, count) => {
    const periods = periodsOf(line(at('2024-12-31', 45000), QUARTER), granularity);
    expect(periods).toHaveLength(count);
    expect(periods[0]?.startValue).toBe(45000);
    expect(periods.at(-1)?.endValue).toBe(50000);
  });
});

describe('a plan', () => {
  const start = at('2024-12-31', 100);

  it.each([
    ['the same amount in every period', 'LINEAR', 800, [333.33, 566.67, 800]],
    ['the same factor in every period', 'EXPONENTIAL', 800, [200, 400, 800]],
    ['by amounts where there is no factor', 'EXPONENTIAL', -200, [0, -100, -200]],
    ['all at once', 'STEP', 800, [100, 100, 800]],
  ] as const)('runs by its method: %s (%s)', (_how, method, target, expected) => {
    expect(ends(line(start, [at('2025-03-15', target)], method))).toEqual(expected);
  });

  it('runs from target to target, and each period names those that it lies between', () => {
    const targets = [at('2025-02-28', 120), at('2025-04-30', 60)];
    const periods = periodsOf(line(start, targets), 'MONTHLY');
    expect(periods.map(({ endValue }) => endValue)).toEqual([110, 120, 90, 60]);
    expect(periods.map((period) => period.targets.map(({ value }) => value))).toEqual([
      [120],
      [120],
      [120, 60],
      [120, 60],
    ]);
  });

  it('ends a period of several targets on the last one', () => {
    expect(ends(line(start, [at('2025-01-10', 500), at('2025-01-31', 110)]))).toEqual([110]);
  });

  it('does not run through targets that are not later than its baseline', () => {
    expect(ends(line(start, [at('2024-11-30', 1), at('2024-12-31', 2), at('2025-01-31', 110)]))).toEqual([
      110,
    ]);
  });

  it('has no periods without later targets', () => {
    for (const targets of [[], [at('2024-12-31', 5)]]) {
      expect(periodsOf(line(start, targets), 'DAILY')).toEqual([]);
      expect(trajectoryOf(line(start, targets))).toEqual({ totalChange: 0, averageMonthlyGrowth: 0 });
    }
  });

  it('has no growth in percent where it begins at 0', () => {
    const plan = line(at('2024-12-31', 0), [at('2025-02-28', 10)]);
    expect(periodsOf(plan, 'MONTHLY').map(({ growthRate }) => growthRate)).toEqual([0, 100]);
    expect(trajectoryOf(plan)).toEqual({ totalChange: 10, averageMonthlyGrowth: 0 });
  });

  it('of more than 5,000 periods is refused, by the name of the granularity', () => {
    const daysLater = (days: number): Point => ({ value: 1, date: startOfDay(dayOf(start.date) + days) });
    expect(periodsOf(line(start, [daysLater(5000)]), 'DAILY')).toHaveLength(5000);
    const long = line(start, [daysLater(5001)]);
    expect(() => periodsOf(long, 'DAILY')).toThrow(/granularity must be coarser/);
    expect(periodsOf(long, 'WEEKLY')).toHaveLength(715);
  });
});
