import { after } from '../storage/keys';
import { encodeForOrder, inverted, orderedPart, rankPrefix } from '../storage/value-encoding';
import { isNaNValue } from '../values/arithmetic';
import { RANK, rankOf } from '../values/types';
import type { Condition } from './conditions';
import { literalPrefix, regexOperand } from '../values/regex';

/** A place between the keys of an index: before or after all that begin with the given bytes. */
export interface Edge {
  readonly bytes: Buffer;
  readonly after: boolean;
}

/** A stretch of one field's values. */
export interface Interval {
  readonly from: Edge;
  readonly to: Edge;
  /** All keys within have the same value in this field. */
  readonly point: boolean;
  /** Whatever has its key within meets the condition, and nothing else does. */
  readonly exact: boolean;
}

/** The stretches of a field that can hold a match, or undefined where an index on it would not help. */
export interface FieldBounds {
  readonly intervals: readonly Interval[];
  /** The conditions are equalities, `$in` included. */
  readonly equality: boolean;
  /** Whatever has its key in one of the intervals meets all of the conditions, and nothing else does. */
  readonly exact: boolean;
}

/** Ranks whose values can be looked up as one point: not arrays, which match by item as well. */
function isPoint(value: unknown): boolean {
  const rank = rankOf(value);
  return rank !== RANK.array && rank !== RANK.regex;
}

/**
 * Ranks of which every value is equal to those that share its bytes, and to no others. A missing field has the bytes of
 * null, and is found by it.
 */
const EXACT_RANKS = new Set<number>([
  ...[
    RANK.null,
    RANK.number,
    RANK.string,
    RANK.binary,
    RANK.objectId,
    RANK.boolean,
    RANK.date,
    RANK.timestamp,
  ],
]);

function pointAt(value: unknown): Interval {
  const { bytes, exact } = encodeForOrder(value);
  return {
    from: { bytes, after: false },
    to: { bytes, after: true },
    point: true,
    exact: exact && EXACT_RANKS.has(rankOf(value)),
  };
}

function wholeRank(rank: number): Pick<Interval, 'from' | 'to'> {
  const bytes = rankPrefix(rank);
  return { from: { bytes, after: false }, to: { bytes, after: true } };
}

/** All numbers but NaN, which sorts below them and is never less than anything. */
const COMPARABLE_NUMBERS = {
  from: { bytes: encodeForOrder(NaN).bytes, after: true },
  to: { bytes: rankPrefix(RANK.number), after: true },
};

/** The interval of a comparison: never less than what matches, a little more where the encoding is inexact. */
function comparisonInterval(operator: string, operand: unknown): Interval | undefined {
  const rank = rankOf(operand);
  if (rank <= RANK.null || rank >= RANK.maxKey || !isPoint(operand)) return undefined;
  const encoded = encodeForOrder(operand);
  const bytes = orderedPart(encoded);
  const whole = rank === RANK.number && !isNaNValue(operand) ? COMPARABLE_NUMBERS : wholeRank(rank);
  const kind = { point: false, exact: encoded.exact && EXACT_RANKS.has(rank) && !isNaNValue(operand) };
  switch (operator) {
    case '$gt':
      return { from: { bytes, after: encoded.exact }, to: whole.to, ...kind };
    case '$gte':
      return { from: { bytes, after: false }, to: whole.to, ...kind };
    case '$lt':
      return { from: whole.from, to: { bytes, after: !encoded.exact }, ...kind };
    default:
      return { from: whole.from, to: { bytes, after: true }, ...kind };
  }
}

function prefixInterval(condition: Condition): Interval | undefined {
  const regex = regexOperand(condition.operand, condition.siblings['$options']);
  const prefix = literalPrefix(regex);
  if (prefix === '') return undefined;
  // The encoding ends with a terminator, which continuing strings do not have at that place.
  const encoded = encodeForOrder(prefix);
  const bytes = encoded.exact ? encoded.bytes.subarray(0, -1) : orderedPart(encoded);
  return { from: { bytes, after: false }, to: { bytes, after: true }, point: false, exact: false };
}

/**
 * Where in an index on a field its matches are. `multikey` forbids to combine two comparisons, since different items
 * of an array may satisfy them.
 */
export function fieldBounds(conditions: readonly Condition[], multikey: boolean): FieldBounds | undefined {
  const equality = conditions.find(({ operator, operand }) => operator === '$eq' && isPoint(operand));
  const only = conditions.length === 1;
  if (equality !== undefined) {
    const point = pointAt(equality.operand);
    return { intervals: [point], equality: true, exact: only && point.exact };
  }
  const membership = conditions.find(
    ({ operator, operand }) => operator === '$in' && Array.isArray(operand) && operand.every(isPoint),
  );
  if (membership !== undefined) {
    const points = distinctPoints(membership.operand as unknown[]);
    return { intervals: points, equality: true, exact: only && points.every((point) => point.exact) };
  }
  const intervals = conditions.flatMap((condition) => intervalOf(condition) ?? []);
  const [first] = intervals;
  if (first === undefined) return undefined;
  const interval = multikey ? first : intervals.reduce(intersect);
  const exact = intervals.length === conditions.length && interval.exact;
  return { intervals: isEmpty(interval) ? [] : [interval], equality: false, exact };
}

function intervalOf(condition: Condition): Interval | undefined {
  if (['$gt', '$gte', '$lt', '$lte'].includes(condition.operator)) {
    return comparisonInterval(condition.operator, condition.operand);
  }
  // A regular expression also matches the same one stored as a value, so that only a plain string range would miss it.
  return condition.operator === '$regex' && typeof condition.operand === 'string'
    ? prefixInterval(condition)
    : undefined;
}

function distinctPoints(values: readonly unknown[]): Interval[] {
  const points = new Map(
    values.map((value) => {
      const point = pointAt(value);
      return [point.from.bytes.toString('latin1'), point] as const;
    }),
  );
  return [...points.values()].sort((a, b) => Buffer.compare(a.from.bytes, b.from.bytes));
}

function position(edge: Edge): Buffer {
  return edge.after ? after(edge.bytes) : edge.bytes;
}

function intersect(a: Interval, b: Interval): Interval {
  const from = Buffer.compare(position(a.from), position(b.from)) >= 0 ? a.from : b.from;
  const to = Buffer.compare(position(a.to), position(b.to)) <= 0 ? a.to : b.to;
  return { from, to, point: false, exact: a.exact && b.exact };
}

function isEmpty(interval: Interval): boolean {
  return Buffer.compare(position(interval.from), position(interval.to)) >= 0;
}

/** A field's interval as a range of keys that follow a prefix; a descending field runs the other way round. */
export function keyRange(
  prefix: Buffer,
  interval: Interval,
  direction: 1 | -1,
): { start: Buffer; end: Buffer } {
  const place = (edge: Edge): Buffer =>
    position({ bytes: Buffer.concat([prefix, edge.bytes]), after: edge.after });
  if (direction === 1) return { start: place(interval.from), end: place(interval.to) };
  const mirror = (edge: Edge): Edge => ({ bytes: inverted(edge.bytes), after: !edge.after });
  return { start: place(mirror(interval.to)), end: place(mirror(interval.from)) };
}

/** The bytes of a point in a field of a direction. */
export function pointBytes(interval: Interval, direction: 1 | -1): Buffer {
  return direction === 1 ? interval.from.bytes : inverted(interval.from.bytes);
}
