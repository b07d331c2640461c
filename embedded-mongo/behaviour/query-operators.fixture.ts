import { Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';
import { matches, refuses } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const long = (text: string): Long => Long.fromString(text);
const decimal = (text: string): Decimal128 => Decimal128.fromString(text);
const id = new ObjectId('65a000000000000000000001');

const values = (...list: unknown[]): Record<string, unknown>[] =>
  list.map((a) => (a === undefined ? {} : { a }));
const badFilter = (name: string, filter: Record<string, unknown>, code = 2, codeName = 'BadValue'): Case =>
  refuses(name, { find: 'c', filter }, code, codeName);

const equality: Case[] = [
  matches(
    'a number of another type equals',
    { a: 1 },
    values(1, new Double(1), long('1'), decimal('1.0'), '1'),
    [0, 1, 2, 3],
  ),
  matches(
    'a number above 2^53 is exact',
    { a: long('9007199254740993') },
    values(long('9007199254740992'), long('9007199254740993'), 9007199254740992),
    [1],
  ),
  matches(
    'a decimal differs from the nearest double',
    { a: decimal('0.1') },
    values(0.1, decimal('0.10')),
    [1],
  ),
  matches(
    'a double equals the decimal of the same value',
    { a: 0.5 },
    values(decimal('0.5'), decimal('0.50001')),
    [0],
  ),
  matches('NaN equals NaN', { a: NaN }, values(NaN, decimal('NaN'), 1, null), [0, 1]),
  matches('-0 equals 0', { a: 0 }, values(-0, 0, decimal('-0')), [0, 1, 2]),
  matches('null equals null and a missing field', { a: null }, values(null, undefined, 0, '', []), [0, 1]),
  matches('null equals an item', { a: null }, values([null], [1], []), [0]),
  matches('an empty array equals itself and an item', { a: [] }, values([], [[]], [1]), [0, 1]),
  matches(
    'an array equals as a whole and as an item',
    { a: [1, 2] },
    values([1, 2], [[1, 2]], [2, 1], [1, 2, 3]),
    [0, 1],
  ),
  matches(
    'a document equals in the same order only',
    { a: { x: 1, y: 2 } },
    values({ x: 1, y: 2 }, { y: 2, x: 1 }, [{ x: 1, y: 2 }]),
    [0, 2],
  ),
  matches('an empty document equals itself', { a: {} }, values({}, { x: 1 }, null), [0]),
  matches('true is not 1', { a: true }, values(true, 1, 'true'), [0]),
  matches('a string is not its number', { a: '1' }, values('1', 1), [0]),
  matches('an ObjectId is not its text', { a: id }, values(id, id.toHexString()), [0]),
  matches(
    'a date equals by its time',
    { a: new Date(5) },
    values(new Date(5), 5, new Timestamp({ t: 0, i: 5 })),
    [0],
  ),
  matches(
    'binary equals with its subtype',
    { a: new Binary(Buffer.from([1]), 0) },
    values(new Binary(Buffer.from([1]), 0), new Binary(Buffer.from([1]), 5)),
    [0],
  ),
  matches(
    'MinKey and MaxKey equal themselves',
    { a: { $in: [new MinKey(), new MaxKey()] } },
    values(new MinKey(), new MaxKey(), null),
    [0, 1],
  ),
  matches('$eq of a regular expression compares it', { a: { $eq: /x/ } }, values('x', /x/), [1]),
  matches('$ne leaves out items', { a: { $ne: 1 } }, values(1, [1, 2], 2, undefined, null), [2, 3, 4]),
  matches('$ne null', { a: { $ne: null } }, values(null, undefined, 0, [null]), [2]),
  matches(
    '$in of several types',
    { a: { $in: [1, 'x', null, /^y/] } },
    values(1, 'x', null, undefined, 'yes', 'no', [2, 1]),
    [0, 1, 2, 3, 4, 6],
  ),
  matches('$in of nothing', { a: { $in: [] } }, values(1, null), []),
  matches('$in of an array', { a: { $in: [[1, 2]] } }, values([1, 2], 1, [[1, 2]]), [0, 2]),
  matches('$nin', { a: { $nin: [1, null] } }, values(1, 2, null, undefined, [1], [2]), [1, 5]),
  matches('$nin of nothing', { a: { $nin: [] } }, values(1, undefined), [0, 1]),
];

const order: Case[] = [
  matches(
    '$gt within numbers',
    { a: { $gt: 1 } },
    values(1, 1.5, long('2'), decimal('1.01'), '2', null, true),
    [1, 2, 3],
  ),
  matches('$gte and $lte with null', { a: { $gte: null } }, values(null, undefined, 0), [0, 1]),
  matches('$lt null matches nothing', { a: { $lt: null } }, values(null, 0), []),
  matches('$gt on strings by bytes', { a: { $gt: 'a' } }, values('B', 'b', 'é', 'a', ''), [1, 2]),
  matches('$lt on dates', { a: { $lt: new Date(10) } }, values(new Date(5), 5, new Date(10)), [0]),
  matches('$lt on booleans', { a: { $lt: true } }, values(false, true, 0), [0]),
  matches('$gt on ObjectIds', { a: { $gt: id } }, values(id, new ObjectId('65a000000000000000000002')), [1]),
  matches(
    '$gt on documents by type, name and value',
    { a: { $gt: { x: 1 } } },
    values({ x: 2 }, { w: 5 }, { x: 1, y: 1 }, { x: 'a' }, { x: 1 }),
    [0, 2, 3],
  ),
  matches(
    '$gt on arrays compares whole arrays',
    { a: { $gt: [1, 2] } },
    values([1, 3], [1, 2], [1], [2], 5),
    [0, 3],
  ),
  matches('$lt on an item', { a: { $lt: 3 } }, values([5, 1], [5, 9]), [0]),
  matches('two comparisons may be met by two items', { a: { $gt: 4, $lt: 3 } }, values([1, 5], [3, 4]), [0]),
  matches('$gt with NaN', { a: { $gte: NaN } }, values(NaN, 1, Infinity), [0]),
  matches('$lt leaves out NaN', { a: { $lt: 5 } }, values(NaN, 1, -Infinity), [1, 2]),
  matches('$gt MinKey', { a: { $gt: new MinKey() } }, values(new MinKey(), 1, null), [1, 2]),
  matches('$lt MaxKey', { a: { $lt: new MaxKey() } }, values(new MaxKey(), 'x'), [1]),
  matches(
    '$gt on timestamps',
    { a: { $gt: new Timestamp({ t: 1, i: 5 }) } },
    values(new Timestamp({ t: 1, i: 6 }), new Timestamp({ t: 2, i: 1 }), new Timestamp({ t: 1, i: 5 })),
    [0, 1],
  ),
  matches(
    '$gt on binary by length first',
    { a: { $gt: new Binary(Buffer.from([9])) } },
    values(new Binary(Buffer.from([1, 1])), new Binary(Buffer.from([1]))),
    [0],
  ),
  matches(
    'a large long against a double',
    { a: { $gt: 9007199254740992 } },
    values(long('9007199254740993'), long('9007199254740992')),
    [0],
  ),
  matches(
    'decimals in order',
    { a: { $lt: decimal('1E+3') } },
    values(decimal('999.999'), decimal('1000'), 999, long('1000')),
    [0, 2],
  ),
];

const elements: Case[] = [
  matches('$exists true counts null', { a: { $exists: true } }, values(null, undefined, []), [0, 2]),
  matches('$exists false', { a: { $exists: false } }, values(null, undefined), [1]),
  matches('$exists takes a number', { a: { $exists: 0 } }, values(1, undefined), [1]),
  matches(
    '$exists in documents of an array',
    { 'a.b': { $exists: true } },
    values([{ b: 1 }, {}], [{}], { b: null }),
    [0, 2],
  ),
  matches(
    '$exists false in documents of an array',
    { 'a.b': { $exists: false } },
    values([{ b: 1 }, {}], [{}], []),
    [1, 2],
  ),
  matches(
    '$type of each number',
    { a: { $type: 'int' } },
    values(1, new Double(1), long('1'), decimal('1')),
    [0],
  ),
  matches('$type double', { a: { $type: 1 } }, values(1, new Double(1), 1.5), [1, 2]),
  matches('$type long', { a: { $type: 'long' } }, values(1, long('1')), [1]),
  matches('$type decimal', { a: { $type: 19 } }, values(1, decimal('1')), [1]),
  matches(
    '$type number',
    { a: { $type: 'number' } },
    values(1, 1.5, long('1'), decimal('1'), '1'),
    [0, 1, 2, 3],
  ),
  matches('$type of items', { a: { $type: 'string' } }, values(['x', 1], [1]), [0]),
  matches('$type array', { a: { $type: 'array' } }, values([], [1], 1), [0, 1]),
  matches(
    '$type null does not match a missing field',
    { a: { $type: 'null' } },
    values(null, undefined),
    [0],
  ),
  matches('$type of several', { a: { $type: ['bool', 'date'] } }, values(true, new Date(), 1), [0, 1]),
  matches(
    '$type of the rest',
    { a: { $type: ['objectId', 'binData', 'regex', 'timestamp', 'minKey'] } },
    values(id, new Binary(Buffer.of(1)), /x/, new Timestamp({ t: 1, i: 1 }), new MinKey(), 'x'),
    [0, 1, 2, 3, 4],
  ),
  badFilter('$type of an unknown name', { a: { $type: 'foo' } }),
  badFilter('$type of an unknown number', { a: { $type: 99 } }),
  badFilter('$type of nothing', { a: { $type: [] } }, 9, 'FailedToParse'),
];

const arrays: Case[] = [
  matches('$size', { a: { $size: 2 } }, values([1, 2], [1], 2, [[1, 2]]), [0]),
  matches('$size zero', { a: { $size: 0 } }, values([], [1], null), [0]),
  matches('$size takes a double without a fraction', { a: { $size: new Double(1) } }, values([1], []), [0]),
  badFilter('$size negative', { a: { $size: -1 } }, 9, 'FailedToParse'),
  badFilter('$size with a fraction', { a: { $size: 1.5 } }, 9, 'FailedToParse'),
  badFilter('$size of a string', { a: { $size: '1' } }, 9, 'FailedToParse'),
  matches('$all', { a: { $all: [1, 2] } }, values([2, 1, 3], [1], 1), [0]),
  matches('$all on a value', { a: { $all: [1] } }, values(1, [1], 2), [0, 1]),
  matches('$all of nothing matches nothing', { a: { $all: [] } }, values([], 1), []),
  matches('$all with null', { a: { $all: [null] } }, values(undefined, null, [null], 1), [0, 1, 2]),
  matches('$all with an array', { a: { $all: [[1, 2]] } }, values([1, 2], [[1, 2]], [1]), [0, 1]),
  matches(
    '$all with $elemMatch',
    { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } },
    values([{ x: 1 }, { x: 2 }], [{ x: 1 }]),
    [0],
  ),
  matches(
    '$all with regular expressions',
    { a: { $all: [/^a/, /b$/] } },
    values(['ax', 'xb'], ['ab'], ['ax']),
    [0, 1],
  ),
  badFilter('$all of no array', { a: { $all: 1 } }),
  matches('$elemMatch on values', { a: { $elemMatch: { $gt: 4, $lt: 6 } } }, values([1, 5], [1, 9], 5), [0]),
  matches(
    '$elemMatch on documents',
    { a: { $elemMatch: { x: 1, y: 2 } } },
    values([{ x: 1, y: 2 }], [{ x: 1 }, { y: 2 }], { x: 1, y: 2 }),
    [0],
  ),
  matches(
    '$elemMatch with $or',
    { a: { $elemMatch: { $or: [{ x: 1 }, { y: 2 }] } } },
    values([{ y: 2 }], [{ x: 3 }]),
    [0],
  ),
  matches(
    '$elemMatch inside $elemMatch',
    { a: { $elemMatch: { $elemMatch: { $eq: 2 } } } },
    values([[1, 2]], [1, 2]),
    [0],
  ),
  matches('$elemMatch with $not', { a: { $elemMatch: { $not: { $gt: 1 } } } }, values([1, 5], [5], []), [0]),
  matches('$elemMatch on a path of numbers', { a: { $elemMatch: { 0: 7 } } }, values([[7, 8]], [[8]]), [0]),
  badFilter('$elemMatch of no document', { a: { $elemMatch: 1 } }),
];

const paths: Case[] = [
  matches('into a document', { 'a.b': 1 }, values({ b: 1 }, { b: 2 }, 1), [0]),
  matches(
    'into documents of an array',
    { 'a.b': 1 },
    values([{ b: 2 }, { b: 1 }], [{ b: [1] }], [1]),
    [0, 1],
  ),
  matches('an index of an array', { 'a.1': 5 }, values([4, 5], [5, 4], { 1: 5 }), [0, 2]),
  matches('an index and then a member', { 'a.0.b': 1 }, values([{ b: 1 }], [{ b: 2 }, { b: 1 }]), [0]),
  matches('arrays in arrays are not entered', { 'a.b': 1 }, values([[{ b: 1 }]], [{ b: 1 }]), [1]),
  matches('a number as name in documents of an array', { 'a.0': 1 }, values([{ 0: 1 }], [1]), [0, 1]),
  matches(
    'null where a path ends early',
    { 'a.b': null },
    values(undefined, 1, { b: null }, { c: 1 }, [], [1], [{}], [{ b: 1 }]),
    [0, 1, 2, 3, 6],
  ),
  matches(
    'deeper',
    { 'a.b.c': 1 },
    values({ b: { c: 1 } }, { b: [{ c: 1 }] }, [{ b: [{ c: 1 }] }]),
    [0, 1, 2],
  ),
  matches(
    '$ne on a path over an array',
    { 'a.b': { $ne: 1 } },
    values([{ b: 1 }, { b: 2 }], [{ b: 2 }], []),
    [1, 2],
  ),
  matches('whole documents of an array', { a: { b: 1 } }, values([{ b: 1 }], [{ b: 1, c: 2 }]), [0]),
];

/** Query operators on values, on arrays and along paths. */
export const QUERY_OPERATORS: readonly Case[] = [...equality, ...order, ...elements, ...arrays, ...paths];
