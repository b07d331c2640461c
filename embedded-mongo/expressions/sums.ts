import { WIDTH, decimalOf, doubleOf, integerOf, integerValue, widthOf } from '../values/arithmetic';
import type { BsonNumber } from '../values/arithmetic';
import { doubleValue } from '../values/decode';
import { addDecimals, divideDecimals, parseDecimal, toDecimal128 } from '../values/decimal';
import type { Decimal } from '../values/decimal';
import { compareValues } from '../values/order';
import { isNumeric } from '../values/types';

/**
 * A running sum of numbers of all types. Integers are added exactly; doubles with what rounding has lost so far, as in
 * the real server, so that ten times 0.1 is 1.
 */
class Sum {
  private width: number = WIDTH.int;
  private integers = 0n;
  private doubles = 0;
  private lost = 0;
  private decimals: Decimal = parseDecimal('0');
  count = 0;

  add(value: unknown): void {
    const width = widthOf(value);
    this.width = Math.max(this.width, width);
    this.count += 1;
    if (width <= WIDTH.long) this.integers += integerOf(value);
    else if (width === WIDTH.decimal) this.decimals = addDecimals(this.decimals, decimalOf(value));
    else this.addDouble(doubleOf(value));
  }

  private addDouble(value: number): void {
    const sum = this.doubles + value;
    if (Number.isFinite(sum)) {
      const larger = Math.abs(this.doubles) >= Math.abs(value);
      this.lost += larger ? this.doubles - sum + value : value - sum + this.doubles;
    }
    this.doubles = sum;
  }

  private get double(): number {
    const integers = Number(this.integers);
    const rest = Number(this.integers - BigInt(integers));
    const sum = this.doubles + integers;
    return Number.isFinite(sum) ? sum + (this.lost + rest + twoSumRest(this.doubles, integers, sum)) : sum;
  }

  private get decimal(): Decimal {
    const others = addDecimals(
      parseDecimal(this.integers.toString()),
      this.doubles === 0 ? parseDecimal('0') : decimalOf(doubleValue(this.doubles + this.lost)),
    );
    return addDecimals(this.decimals, others);
  }

  get value(): BsonNumber {
    if (this.width === WIDTH.decimal) return toDecimal128(this.decimal);
    if (this.width === WIDTH.double) return doubleValue(this.double);
    return integerValue(this.integers, this.width) ?? doubleValue(Number(this.integers));
  }

  get mean(): BsonNumber | null {
    if (this.count === 0) return null;
    if (this.width === WIDTH.decimal)
      return toDecimal128(divideDecimals(this.decimal, parseDecimal(String(this.count))));
    return doubleValue(this.double / this.count);
  }
}

/** What a sum of two doubles has lost by rounding. */
function twoSumRest(a: number, b: number, sum: number): number {
  return Math.abs(a) >= Math.abs(b) ? a - sum + b : b - sum + a;
}

function summed(values: Iterable<unknown>): Sum {
  const sum = new Sum();
  for (const value of values) if (isNumeric(value)) sum.add(value);
  return sum;
}

/** The sum of the numbers among the values. */
export function total(values: Iterable<unknown>): BsonNumber {
  return summed(values).value;
}

/** The mean of the numbers among the values, or null where there is none. */
export function average(values: Iterable<unknown>): BsonNumber | null {
  return summed(values).mean;
}

function present(values: readonly unknown[]): unknown[] {
  return values.filter((value) => value !== undefined && value !== null);
}

function extreme(values: readonly unknown[], wanted: 1 | -1): unknown {
  return present(values).reduce<unknown>(
    (best, value) => (best === null || compareValues(value, best) * wanted > 0 ? value : best),
    null,
  );
}

/** The smallest of the values that are neither null nor missing, or null. */
export function smallest(values: readonly unknown[]): unknown {
  return extreme(values, -1);
}

/** The largest of the values that are neither null nor missing, or null. */
export function largest(values: readonly unknown[]): unknown {
  return extreme(values, 1);
}

/** The standard deviation of the numbers among the values: of all there are, or estimated from a sample. */
export function standardDeviation(values: readonly unknown[], sample: boolean): unknown {
  const numbers = values.filter(isNumeric).map(doubleOf);
  const divisor = numbers.length - Number(sample);
  if (divisor <= 0) return null;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Number.isFinite(squares) ? doubleValue(Math.sqrt(squares / divisor)) : null;
}

/** The values below which the given fractions of the numbers lie, by nearest rank; null where there is no number. */
export function percentiles(values: readonly unknown[], fractions: readonly number[]): unknown[] {
  const sorted = values
    .filter(isNumeric)
    .map(doubleOf)
    .sort((a, b) => a - b);
  return fractions.map((fraction) => {
    if (sorted.length === 0) return null;
    const rank = Math.max(0, Math.ceil(fraction * sorted.length) - 1);
    return doubleValue(sorted[Math.min(rank, sorted.length - 1)] as number);
  });
}
