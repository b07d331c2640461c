/**
 * Numbers as people write them: at most 15 significant digits, which a double keeps digit for digit. So they are stored
 * and sent as plain numbers, and computed with in decimals, where 0.1 + 0.2 is 0.3. Source: measures.yaml, decimal.
 */
import { Decimal as Base } from 'decimal.js';

/** Wide enough that no sum, product or power of such numbers loses a digit that is shown. */
export const Decimal = Base.clone({ precision: 40 });
export type Decimal = Base;

const MOST_DIGITS = 15;
const GREATEST = 1e30;
const LEAST = 1e-30;

/** Completes the name of a member. */
export const NO_DECIMAL = 'must be a number of at most 15 significant digits';

/** Whether a number can be kept as it was written. */
export function isDecimal(value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (value === 0) return true;
  const size = Math.abs(value);
  return size <= GREATEST && size >= LEAST && new Decimal(value).precision() <= MOST_DIGITS;
}

/** The same for a number as text, which may say more than a double can hold. */
export function readDecimal(text: string): number | undefined {
  const value = Number(text);
  return isDecimal(value) && new Decimal(text).equals(value) ? value : undefined;
}

/** What was computed, with two decimals: halves are rounded away from 0. At most 15 digits of it are kept. */
export function rounded(value: Decimal): number {
  return withinDigits(value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
}

/** What was computed exactly, or to 15 digits where there are more. */
export const withinDigits = (value: Decimal): number =>
  value.toSignificantDigits(MOST_DIGITS, Decimal.ROUND_HALF_UP).toNumber();

/** The part of the whole in percent, to two decimals; null where the whole is 0. */
export function percentage(part: Base.Value, whole: Base.Value): number | null {
  const base = new Decimal(whole);
  return base.isZero() ? null : rounded(new Decimal(part).dividedBy(base).times(100));
}
