import { badValue, failedToParse } from '../errors';
import { nearestDouble, plainNumber } from '../values/numbers';
import { WIDTH, decimalOf, doubleOf, integerOf, isNaNValue, widthOf } from '../values/arithmetic';
import { integerOfDecimal } from '../values/decimal';
import type { Collation } from '../values/collation';
import { compareValues, equalValues } from '../values/order';
import { regexOperand } from '../values/regex';
import { RANK, isDocument, isNumeric, rankOf } from '../values/types';

/** A question about one value; `undefined` stands for a missing field. */
export type ValuePredicate = (value: unknown) => boolean;

/** Null, undefined and a missing field are one to the query operators. */
function isNullish(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Equality as a filter means it: null equals a missing field. */
export function equals(operand: unknown, collation?: Collation): ValuePredicate {
  if (isNullish(operand)) return isNullish;
  if (typeof operand === 'string' && collation === undefined)
    return (value) => value === operand || (typeof value === 'object' && equalValues(value, operand));
  return (value) => value !== undefined && equalValues(value, operand, collation);
}

type Order = (comparison: number) => boolean;

function ordered(operand: unknown, accepts: Order, collation?: Collation): ValuePredicate {
  const rank = rankOf(operand);
  if (rank === RANK.minKey || rank === RANK.maxKey) {
    return (value) => accepts(compareValues(value ?? null, operand));
  }
  if (isNullish(operand)) return accepts(0) ? isNullish : () => false;
  if (rank === RANK.regex) throw badValue("Can't have RegEx as arg to predicate over field");
  if (isNaNValue(operand)) return accepts(0) ? isNaNValue : () => false;
  return (value) =>
    rankOf(value) === rank && !isNaNValue(value) && accepts(compareValues(value, operand, collation));
}

/** Membership: each item is a value to equal, or a regular expression to match. */
function isIn(operator: string, operand: unknown, collation?: Collation): ValuePredicate {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`);
  const tests = operand.map((item: unknown) => {
    const first = isDocument(item) ? Object.keys(item)[0] : undefined;
    if (first?.startsWith('$') === true && first !== '$ref')
      throw badValue(`cannot nest $ under ${operator}`);
    return rankOf(item) === RANK.regex ? matchesRegex(item) : equals(item, collation);
  });
  const strings = new Set<unknown>(operand.filter((item) => typeof item === 'string'));
  if (strings.size === operand.length && collation === undefined) return (value) => strings.has(value);
  return (value) => tests.some((test) => test(value));
}

/** A string that matches, or the very same regular expression stored as a value. */
export function matchesRegex(operand: unknown, options?: unknown): ValuePredicate {
  const regex = regexOperand(operand, options);
  return (value) =>
    typeof value === 'string'
      ? regex.test(value)
      : rankOf(value) === RANK.regex && equalValues(value, operand);
}

/** The integer part of a number, or undefined where there is none. */
function integerPart(value: unknown): bigint | undefined {
  const width = widthOf(value);
  if (width <= WIDTH.long) return integerOf(value);
  if (width === WIDTH.decimal) return integerOfDecimal(decimalOf(value));
  const double = Math.trunc(doubleOf(value));
  return Number.isFinite(double) ? BigInt(double) : undefined;
}

function modulo(operand: unknown): ValuePredicate {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array');
  if (operand.length < 2) throw badValue('malformed mod, not enough elements');
  if (operand.length > 2) throw badValue('malformed mod, too many elements');
  const [divisor, remainder] = operand.map((item: unknown, at) => {
    if (!isNumeric(item))
      throw badValue(
        at === 0 ? 'malformed mod, divisor not a number' : 'malformed mod, remainder not a number',
      );
    const integer = integerPart(item);
    if (integer === undefined)
      throw badValue(
        'malformed mod, value is invalid :: caused by :: Unable to coerce NaN/Inf to integral type',
      );
    return integer;
  }) as [bigint, bigint];
  if (divisor === 0n) throw badValue('divisor cannot be 0');
  return (value) => {
    const integer = isNumeric(value) ? integerPart(value) : undefined;
    return integer !== undefined && integer % divisor === remainder;
  };
}

type MakePredicate = (operand: unknown, collation?: Collation) => ValuePredicate;

/** The operators that ask about one value at a time, by name. */
export const VALUE_PREDICATES: Readonly<Record<string, MakePredicate>> = {
  $eq: (operand, collation) => {
    if (rankOf(operand) === RANK.regex) return (value) => equalValues(value, operand);
    return equals(operand, collation);
  },
  $gt: (operand, collation) => ordered(operand, (comparison) => comparison > 0, collation),
  $gte: (operand, collation) => ordered(operand, (comparison) => comparison >= 0, collation),
  $lt: (operand, collation) => ordered(operand, (comparison) => comparison < 0, collation),
  $lte: (operand, collation) => ordered(operand, (comparison) => comparison <= 0, collation),
  $in: (operand, collation) => isIn('$in', operand, collation),
  $mod: modulo,
};

/** The operators that are the negation of another. */
export const NEGATED: Readonly<Record<string, MakePredicate>> = {
  $ne: equals,
  $nin: (operand, collation) => isIn('$nin', operand, collation),
};

/** The operand of `$size`. */
export function sizeOperand(operand: unknown): number {
  if (!isNumeric(operand))
    throw failedToParse(`Failed to parse $size. Expected a number in: $size: ${String(operand)}`);
  const size = nearestDouble(plainNumber(operand));
  if (!Number.isInteger(size))
    throw failedToParse(`Failed to parse $size. Expected an integer: $size: ${size}`);
  if (size < 0)
    throw failedToParse(`Failed to parse $size. Expected a non-negative number in: $size: ${size}`);
  return size;
}
