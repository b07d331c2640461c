import { linkProgress } from './progress';

const NOW = new Date('2025-06-15T23:30:00Z');
const THRESHOLDS = { thresholdPct: 80, riskThresholdPct: 50 };

const progressOf = (
  direction: 'INCREASE' | 'DECREASE' | null,
  currentValue: number | null,
  target: number | null,
  date: Date | null = null,
): ReturnType<typeof linkProgress> =>
  linkProgress(
    { direction, currentValue },
    THRESHOLDS,
    target === null ? null : { value: target, date },
    NOW,
  );

it.each([
  ['up, short of it', 'INCREASE', 50000, 60000, 83.33, 'ON_TRACK', -10000, -16.67],
  ['no direction counts as up', null, 5, 10, 50, 'BEHIND', -5, -50],
  ['at the threshold', 'INCREASE', 80, 100, 80, 'ON_TRACK', -20, -20],
  ['below the threshold', 'INCREASE', 79.99, 100, 79.99, 'BEHIND', -20.01, -20.01],
  ['at that of risk', 'INCREASE', 50, 100, 50, 'BEHIND', -50, -50],
  ['below that of risk', 'INCREASE', 49.99, 100, 49.99, 'AT_RISK', -50.01, -50.01],
  ['past the target', 'INCREASE', 150, 100, 150, 'ON_TRACK', 50, 50],
  ['down, short of it', 'DECREASE', 6, 5, 83.33, 'ON_TRACK', -1, -20],
  ['down, past it', 'DECREASE', 4, 5, 125, 'ON_TRACK', 1, 20],
  ['down, far off', 'DECREASE', 10, 5, 50, 'AT_RISK', -5, -100],
  ['tenths are tenths', 'INCREASE', 0.3, 0.1, 300, 'ON_TRACK', 0.2, 200],
  ['a target below 0', 'INCREASE', -20, -10, 200, 'AT_RISK', -10, -100],
  ['down to 0, not there yet', 'DECREASE', 3, 0, 0, 'AT_RISK', -3, -100],
  ['down to 0, there', 'DECREASE', 0, 0, 100, 'ON_TRACK', 0, 0],
  ['nothing left of what should be little', 'DECREASE', 0, 5, 100, 'ON_TRACK', 5, 100],
  ['up from below 0', 'INCREASE', -3, 0, 0, 'AT_RISK', -3, -100],
] as const)(
  'the progress of a link, %s',
  (_case, direction, value, target, percentage, status, variance, variancePercentage) => {
    expect(progressOf(direction, value, target)).toMatchObject({
      percentage,
      status,
      variance,
      variancePercentage,
    });
  },
);

it.each([
  [null, 5],
  [5, null],
])('there is no progress from %s to %s', (value, target) => {
  expect(progressOf('INCREASE', value, target)).toBeNull();
});

it.each([
  ['today', '2025-06-15T00:00:00Z', 1, 0, false],
  ['in half an hour, which is tomorrow', '2025-06-16T00:00:00Z', 1, 1, false],
  ['yesterday', '2025-06-14T23:59:59Z', 1, -1, true],
  ['yesterday, but reached', '2025-06-14T00:00:00Z', 2, -1, false],
  ['in a year', '2026-06-15T00:00:00Z', 1, 365, false],
])('whole days in UTC until the target: %s', (_case, date, value, daysUntilTarget, isOverdue) => {
  expect(progressOf('INCREASE', value, 2, new Date(date))).toMatchObject({ daysUntilTarget, isOverdue });
});

it('is never overdue without a date', () => {
  expect(progressOf('INCREASE', 1, 2)).toMatchObject({ daysUntilTarget: null, isOverdue: false });
});
