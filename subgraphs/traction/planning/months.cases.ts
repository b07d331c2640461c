import { changedMonths } from './months';
import { planLine } from './plan';
import { at } from './testing/points';
import { targetRow } from './testing/rows';

const plan = (...points: readonly (readonly [day: string, value: number])[]) =>
  planLine(
    'LINEAR',
    at('2024-12-31', 0),
    points.map(([day, value]) => targetRow(day, at(day, value))),
  );

const FIRST = ['2025-03-31', 30] as const;

it.each([
  ['all that are new', plan(), plan(FIRST), 3, [10, 20, 30]],
  ['all that are gone', plan(FIRST), plan(), 3, []],
  ['those behind an earlier target', plan(FIRST), plan(FIRST, ['2025-05-31', 70]), 2, [50, 70]],
  [
    'those on both sides of a target',
    plan(FIRST, ['2025-04-30', 60]),
    plan(['2025-04-30', 60]),
    4,
    [15, 30, 45, 60],
  ],
  ['none of the same plan', plan(FIRST), plan(['2025-03-01', 30]), 0, []],
])('the months that a change changes are %s', (_which, before, after, count, ends) => {
  const changed = changedMonths(before, after);
  expect(changed.count).toBe(count);
  expect(changed.now.map(({ endValue }) => endValue)).toEqual(ends);
});

it('are counted up to 5,000, however long the plan', () => {
  expect(changedMonths(plan(), plan(['9999-12-31', 1])).count).toBe(5000);
});
