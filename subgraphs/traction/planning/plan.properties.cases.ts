/** What holds for plans of any targets. */
import fc from 'fast-check';
import { Decimal, rounded } from '../../../common/decimals';
import { dayOf, startOfDay } from './calendar';
import { periodsOf, trajectoryOf } from './periods';
import { expectedAt, type PlanLine, planLine, type Point } from './plan';

const FIRST_DAY = dayOf(new Date('2020-01-15'));
const MOST_DAYS = 400;

/** Two decimals, as values of plans have. */
const values = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((hundredths) => hundredths / 100);
const methods = fc.constantFrom('LINEAR', 'EXPONENTIAL', 'STEP');
const granularities = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY');

const plans = fc
  .tuple(
    methods,
    values,
    fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: MOST_DAYS }), values), {
      selector: ([days]) => days,
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([method, start, targets]): PlanLine => {
    const points = targets.toSorted(([a], [b]) => a - b).map(([days, value]) => pointAt(days, value));
    return planLine(method, pointAt(0, start), points);
  });

const pointAt = (days: number, value: number): Point => ({ value, date: startOfDay(FIRST_DAY + days) });

const check = (property: (plan: PlanLine, granularity: Parameters<typeof periodsOf>[1]) => void): void =>
  fc.assert(fc.property(plans, granularities, property), { numRuns: 100 });

it('ends exactly on the last target of each period that holds one', () => {
  check((plan, granularity) => {
    const periods = periodsOf(plan, granularity);
    const held = periods.map(({ start, end, endValue }) => {
      const target = plan.anchors.findLast(({ date }) => date >= start && date <= end);
      return target?.value ?? endValue;
    });
    expect(periods.map(({ endValue }) => endValue)).toEqual(held);
  });
});

it('rises or falls all the way from one target to the next', () => {
  check((plan, granularity) => {
    const astray = periodsOf(plan, granularity).filter(({ delta, targets }) => {
      const [from = plan.baseline, to] = targets.length === 1 ? [undefined, ...targets] : targets;
      return delta !== 0 && Math.sign(delta) !== Math.sign((to?.value ?? 0) - from.value);
    });
    expect(astray).toEqual([]);
  });
});

it('has periods without gaps, whose changes add up to the whole', () => {
  check((plan, granularity) => {
    const periods = periodsOf(plan, granularity);
    const former = periods.slice(0, -1);
    expect(periods.map(({ startValue }) => startValue)).toEqual([
      plan.baseline.value,
      ...former.map(({ endValue }) => endValue),
    ]);
    expect(periods.slice(1).map(({ start }) => dayOf(start))).toEqual(
      former.map(({ end }) => dayOf(end) + 1),
    );
    const sum = Decimal.sum(...periods.map(({ delta }) => delta));
    expect(rounded(sum)).toBe(trajectoryOf(plan).totalChange);
  });
});

it('expects of the date of a target its value', () => {
  check((plan) => {
    for (const { date, value } of plan.anchors) expect(expectedAt(plan, date)).toBe(value);
  });
});

it('expects nothing beyond the two values that a day lies between', () => {
  const days = fc.integer({ min: 0, max: MOST_DAYS });
  fc.assert(
    fc.property(plans, days, (plan, day) => {
      const { date } = pointAt(day, 0);
      const points = [plan.baseline, ...plan.anchors];
      const from = points.findLast((point) => point.date <= date);
      const to = points.find((point) => point.date >= date) ?? from;
      const [least, most] = [from?.value ?? 0, to?.value ?? 0].toSorted((a, b) => a - b);
      expect(expectedAt(plan, date)).toBeGreaterThanOrEqual(least as number);
      expect(expectedAt(plan, date)).toBeLessThanOrEqual(most as number);
    }),
  );
});
