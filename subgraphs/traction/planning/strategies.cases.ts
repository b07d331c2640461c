import { movesBy } from './strategies';
import { at } from './testing/points';
import { targetRow } from './testing/rows';

const LATER = [
  targetRow('first', at('2025-02-10', 120)),
  targetRow('second', at('2025-02-20', 150)),
  targetRow('last', at('2025-03-02', 200)),
];

const basis = (value: number, expectedValue: number | null = 100) => ({
  value,
  date: new Date('2025-01-31T15:00:00Z'),
  expectedValue,
});

const valuesBy = (...args: Parameters<typeof movesBy>): number[] | undefined =>
  movesBy(...args)?.map(({ value }) => value);

describe('a plan that begins anew at a value', () => {
  it('keeps its final goal, and what is before lies on the straight line to it', () => {
    expect(valuesBy('MAINTAIN_FINAL_GOAL', basis(80), LATER)).toEqual([120, 160, 200]);
    expect(valuesBy('MAINTAIN_FINAL_GOAL', basis(90), LATER)).toEqual([126.67, 163.33, 200]);
  });

  it('keeps its final goal whether or not anything was expected', () => {
    expect(valuesBy('MAINTAIN_FINAL_GOAL', basis(80, null), LATER.slice(2))).toEqual([200]);
  });

  it('shifts all targets as the value differs from what was expected', () => {
    expect(valuesBy('PROPORTIONAL_SHIFT', basis(110), LATER)).toEqual([132, 165, 220]);
    expect(valuesBy('PROPORTIONAL_SHIFT', basis(1, 3), LATER)).toEqual([40, 50, 66.67]);
  });

  it.each([
    ['no later target', 'MAINTAIN_FINAL_GOAL', basis(80), []],
    ['no later target to shift', 'PROPORTIONAL_SHIFT', basis(80), []],
    ['nothing expected', 'PROPORTIONAL_SHIFT', basis(80, null), LATER],
    ['0 expected', 'PROPORTIONAL_SHIFT', basis(80, 0), LATER],
    ['values that are too great to keep', 'PROPORTIONAL_SHIFT', basis(1e30, 1), LATER],
  ] as const)('is not there with %s', (_with, strategy, from, later) => {
    expect(movesBy(strategy, from, later)).toBeNull();
  });
});
