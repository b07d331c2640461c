import { aimOf, measureProgress } from './progress';

const NOW = new Date('2025-06-15T12:00:00Z');

it.each([
  ['up: the share of the target', 'INCREASE', 50, 200, 25],
  ['down: the target as a share of the value', 'DECREASE', 10, 5, 50],
  ['no direction counts as up', null, 30, 60, 50],
  ['past the target is more than 100', 'INCREASE', 300, 200, 150],
  ['two decimals', 'INCREASE', 50, 60, 83.33],
  ['tenths are tenths', 'INCREASE', 0.3, 0.1, 300],
  ['no value', 'INCREASE', null, 200, null],
  ['no target', 'INCREASE', 5, null, null],
  ['down, nothing left: the target is reached', 'DECREASE', 0, 5, 100],
  ['down to 0, not there yet', 'DECREASE', 3, 0, 0],
  ['up from below 0 to 0, not there yet', 'INCREASE', -3, 0, 0],
  ['up to 0, there', 'INCREASE', 0, 0, 100],
] as const)('the progress of a measure, %s', (_case, direction, currentValue, targetValue, expected) => {
  expect(measureProgress({ direction, currentValue }, aimOf({ targetValue }, [], NOW))).toBe(expected);
});

const at = (day: string, value: number) => ({ date: new Date(day), value });

it.each([
  ['the next one', [at('2025-06-14', 1), at('2025-06-16', 2), at('2025-07-01', 3)], 2],
  ['one of today', [at('2025-06-14', 1), at('2025-06-15', 2), at('2025-07-01', 3)], 2],
  ['the last one where all are past', [at('2025-05-14', 1), at('2025-06-14', 2)], 2],
  ['the target of the measure where there is none', [], 9],
])('a measure is compared with its targets: %s', (_case, targets, expected) => {
  expect(aimOf({ targetValue: 9 }, targets, NOW)?.value).toBe(expected);
});
