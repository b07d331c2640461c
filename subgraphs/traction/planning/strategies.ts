/** Where targets come to lie when a plan begins anew at a value. Source: traction.yaml, formulas adjust.*. */
import { Decimal, isDecimal, rounded } from '../../../common/decimals';
import type { ActualRow } from '../series/model';
import { dayOf } from './calendar';
import { valueAfter } from './curve';
import type { AdjustmentStrategy, TargetRow } from './model';

/** The strategies that need nobody to say where the targets go. */
export type OwnStrategy = Exclude<AdjustmentStrategy, 'CUSTOM'>;

/** The value that a plan begins from anew. */
export type Basis = Pick<ActualRow, 'value' | 'date' | 'expectedValue'>;

/** A target and where it moves to. */
export interface Move {
  readonly target: TargetRow;
  readonly value: number;
}

type Strategy = (basis: Basis, later: readonly TargetRow[]) => ((target: TargetRow) => number) | null;

const STRATEGIES: Readonly<Record<OwnStrategy, Strategy>> = {
  MAINTAIN_FINAL_GOAL: ({ value, date }, later) => {
    const last = later.at(-1);
    if (!last) return null;
    const start = dayOf(date);
    const way = { method: 'LINEAR', from: value, to: last.value, parts: dayOf(last.date) - start } as const;
    return (target) =>
      target.id === last.id ? target.value : rounded(valueAfter(way, dayOf(target.date) - start));
  },
  PROPORTIONAL_SHIFT: ({ value, expectedValue }) =>
    expectedValue === null || expectedValue === 0
      ? null
      : (target) => rounded(new Decimal(target.value).times(value).dividedBy(expectedValue)),
};

/**
 * All later targets with the values that they get, which some keep; null where the strategy cannot be applied: nothing
 * is later, nothing was expected, or a value would be greater than can be kept.
 * @param later those after the day of the basis, by date
 */
export function movesBy(strategy: OwnStrategy, basis: Basis, later: readonly TargetRow[]): Move[] | null {
  const valueOf = later.length > 0 ? STRATEGIES[strategy](basis, later) : null;
  const moves = valueOf && later.map((target) => ({ target, value: valueOf(target) }));
  return moves?.every(({ value }) => isDecimal(value)) ? moves : null;
}
