import { expectedAt, planLine, variancePercentage } from './plan';
import { at } from './testing/points';

const BASELINE = at('2025-01-01', 45000);
const TARGETS = [at('2025-03-31', 50000), at('2025-06-30', 60000)];

describe('what a plan expects', () => {
  const plan = planLine('LINEAR', BASELINE, TARGETS);

  it.each([
    ['nothing before it begins', '2024-12-31', null],
    ['its baseline on that day', '2025-01-01T23:59:59Z', 45000],
    ['what lies between, by days', '2025-01-31', 46685.39],
    ['the target at its date', '2025-03-31', 50000],
    ['what lies between the next two', '2025-04-01', 50109.89],
    ['the last target at its date', '2025-06-30T08:00:00Z', 60000],
    ['the last target ever after', '2031-01-01', 60000],
  ])('is %s', (_what, day, expected) => {
    expect(expectedAt(plan, new Date(day))).toBe(expected);
  });

  it('is nothing without targets', () => {
    expect(expectedAt(planLine('LINEAR', BASELINE, []), BASELINE.date)).toBeNull();
  });

  it.each([
    ['EXPONENTIAL', 141.42],
    ['STEP', 100],
    ['LINEAR', 150],
  ] as const)('follows the method, %s', (method, expected) => {
    const doubling = planLine(method, at('2025-01-01', 100), [at('2025-01-11', 200)]);
    expect(expectedAt(doubling, new Date('2025-01-06'))).toBe(expected);
  });

  it('is the last target of a day that has several', () => {
    const twice = planLine('LINEAR', BASELINE, [at('2025-03-31', 1), at('2025-03-31T12:00:00Z', 2)]);
    expect(expectedAt(twice, new Date('2025-03-31'))).toBe(2);
  });

  it('is the last target where all are earlier than the baseline', () => {
    const past = planLine('LINEAR', BASELINE, [at('2024-06-30', 7)]);
    expect(expectedAt(past, new Date('2025-02-01'))).toBe(7);
    expect(expectedAt(past, new Date('2024-06-29'))).toBeNull();
  });
});

it.each([
  ['the documented one of a record', 45000, 44000, 2.27],
  ['the documented one of a planning', 42000, 41500, 1.2],
  ['below', 90, 100, -10],
  ['nothing to divide by', 5, 0, null],
  ['nothing expected', 5, null, null],
])('the variance in percent, %s', (_case, value, expected, variance) => {
  expect(variancePercentage(value, expected)).toBe(variance);
});
