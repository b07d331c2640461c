import { measureProgress } from './progress';

const measure = (
  direction: 'INCREASE' | 'DECREASE' | null,
  currentValue: number | null,
  targetValue: number | null,
) => ({
  name: 'Churn',
  description: null,
  category: null,
  unit: null,
  direction,
  currentValue,
  targetValue,
});

it.each([
  ['up: the share of the target', measure('INCREASE', 50, 200), 25],
  ['down: the target as a share of the value', measure('DECREASE', 10, 5), 50],
  ['no direction counts as up', measure(null, 30, 60), 50],
  ['past the target is more than 100', measure('INCREASE', 300, 200), 150],
  ['no value', measure('INCREASE', null, 200), null],
  ['no target', measure('INCREASE', 5, null), null],
  ['nothing to divide by', measure('DECREASE', 0, 5), null],
])('the progress of a measure, %s', (_case, given, expected) => {
  expect(measureProgress(given)).toBe(expected);
});
