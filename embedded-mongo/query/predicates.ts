import { badValue, failedToParse } from '../errors';
import { nearestDouble, plainNumber } from '../values/numbers';
import { compareValues, equalValues } from '../values/order';
import { RANK, isNumeric, rankOf } from '../values/types';
import { regexOperand } from './regex';
import { typePredicate } from './type-names';

/** A question about one value; `undefined` stands for a missing field. */
export type ValuePredicate = (value: unknown) => boolean;

/** Null, undefined and a missing field are one to the query operators. */
function isNullish(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Equality as a filter means it: null equals a missing field. */
export function equals(operand: unknown): ValuePredicate {
  if (isNullish(operand)) return isNullish;
  if (typeof operand === 'string')
    return (value) => value === operand || (typeof value === 'object' && equalValues(value, operand));
  return (value) => value !== undefined && equalValues(value, operand);
}

type Order = (comparison: number) => boolean;

function ordered(operand: unknown, accepts: Order): ValuePredicate {
  const rank = rankOf(operand);
  if (rank === RANK.minKey || rank === RANK.maxKey) {
    return (value) => accepts(compareValues(value ?? null, operand));
  }
  if (isNullish(operand)) return accepts(0) ? isNullish : () => false;
  if (rank === RANK.regex) throw badValue("Can't have RegEx as arg to predicate over field.");
  if (Number.isNaN(operand)) return accepts(0) ? (value) => Number.isNaN(value) : () => false;
  return (value) => rankOf(value) === rank && !Number.isNaN(value) && accepts(compareValues(value, operand));
}

/** Membership: each item is a value to equal, or a regular expression to match. */
function isIn(operator: string, operand: unknown): ValuePredicate {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`);
  const tests = operand.map((item: unknown) => {
    if (typeof item === 'object' && item !== null && Object.keys(item)[0]?.startsWith('$') === true) {
      throw badValue(`cannot nest $ under ${operator}`);
    }
    return rankOf(item) === RANK.regex ? matchesRegex(item) : equals(item);
  });
  const strings = new Set<unknown>(operand.filter((item) => typeof item === 'string'));
  if (strings.size === operand.length) return (value) => strings.has(value);
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

function modulo(operand: unknown): ValuePredicate {
  if (!Array.isArray(operand) || operand.length !== 2) throw badValue('malformed mod, not enough elements');
  const [divisor, remainder] = operand.map((item: unknown) =>
    isNumeric(item) ? Math.trunc(nearestDouble(plainNumber(item))) : 0,
  ) as [number, number];
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return (value) => {
    if (!isNumeric(value)) return false;
    const number = Math.trunc(nearestDouble(plainNumber(value)));
    // Adding zero turns the remainder -0 of a negative number into 0.
    return Number.isFinite(number) && (number % divisor) + 0 === remainder;
  };
}

/** The operators that ask about one value at a time, by name. */
export const VALUE_PREDICATES: Readonly<Record<string, (operand: unknown) => ValuePredicate>> = {
  $eq: equals,
  $gt: (operand) => ordered(operand, (comparison) => comparison > 0),
  $gte: (operand) => ordered(operand, (comparison) => comparison >= 0),
  $lt: (operand) => ordered(operand, (comparison) => comparison < 0),
  $lte: (operand) => ordered(operand, (comparison) => comparison <= 0),
  $in: (operand) => isIn('$in', operand),
  $mod: modulo,
  $type: typePredicate,
};

/** The operators that are the negation of another. */
export const NEGATED: Readonly<Record<string, (operand: unknown) => ValuePredicate>> = {
  $ne: equals,
  $nin: (operand) => isIn('$nin', operand),
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
