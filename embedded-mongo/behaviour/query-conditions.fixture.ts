import { Binary, Decimal128, Double, Int32, Long } from 'mongodb';
import { matches, refuses } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const long = (text: string): Long => Long.fromString(text);
const decimal = (text: string): Decimal128 => Decimal128.fromString(text);

const values = (...list: unknown[]): Record<string, unknown>[] =>
  list.map((a) => (a === undefined ? {} : { a }));
const badFilter = (name: string, filter: Record<string, unknown>, code = 2, codeName = 'BadValue'): Case =>
  refuses(name, { find: 'c', filter }, code, codeName);

const texts: Case[] = [
  matches('a regular expression', { a: /^b/i }, values('bc', 'Bc', 'ab', 1, ['x', 'b']), [0, 1, 4]),
  matches('$regex with options', { a: { $regex: 'B.c', $options: 'is' } }, values('b\nC', 'bC'), [0]),
  matches('$regex of many lines', { a: { $regex: '^b', $options: 'm' } }, values('a\nb', 'ab'), [0]),
  matches('$regex extended', { a: { $regex: 'a b # c', $options: 'x' } }, values('ab', 'a b'), [0]),
  matches('$regex equals a stored one', { a: { $regex: /x/i } }, values(/x/i, /x/, 'X'), [0, 2]),
  matches('$regex beside another condition', { a: { $regex: 'a', $ne: 'abc' } }, values('abc', 'ab'), [1]),
  matches('$not of a regular expression', { a: { $not: /^b/ } }, values('b', 'a', undefined, 1), [1, 2, 3]),
  matches('$not of $regex', { a: { $not: { $regex: 'b' } } }, values('b', 'a'), [1]),
  matches('inline flags', { a: { $regex: '(?i)ABC' } }, values('abc', 'x'), [0]),
  matches(
    '$regex in documents of an array',
    { 'a.b': /^x/ },
    values([{ b: 'y' }, { b: 'xy' }], [{ b: 'y' }]),
    [0],
  ),
  matches('$ matches before a last new line', { a: /b$/ }, values('b\n', 'b\n\n', 'ab'), [0, 2]),
  matches('$ of many lines', { a: { $regex: 'b$', $options: 'm' } }, values('b\nc', 'bc'), [0]),
  matches(
    'a dot matches all but a new line',
    { a: { $regex: '^a.$' } },
    values('a\r', 'a\u2028', 'a\n', 'ab'),
    [0, 1, 3],
  ),
  matches('escapes of PCRE', { a: { $regex: '\\Aa\\Q.*\\E\\z' } }, values('a.*', 'a.*\n', 'abc'), [0]),
  matches('a class keeps its dots and dollars', { a: { $regex: '^[.$]+$' } }, values('.$', 'ab'), [0]),
  badFilter('$options without $regex', { a: { $options: 'i' } }),
  badFilter('$regex of a number', { a: { $regex: 1 } }),
  badFilter('$ne of a regular expression', { a: { $ne: /x/ } }),
  badFilter('$gt of a regular expression', { a: { $gt: /x/ } }),
  refuses('a broken pattern', { find: 'c', filter: { a: { $regex: '(' } } }, 51091),
  refuses('an unknown flag', { find: 'c', filter: { a: { $regex: 'a', $options: 'q' } } }, 51108),
];

const numbers: Case[] = [
  matches(
    '$mod',
    { a: { $mod: [4, 1] } },
    values(5, 4, new Double(9), long('13'), decimal('17'), '5', null),
    [0, 2, 3, 4],
  ),
  matches('$mod cuts fractions', { a: { $mod: [4, 1] } }, values(5.9, 1.1, -3), [0, 1]),
  matches('$mod of negatives keeps the sign', { a: { $mod: [4, -3] } }, values(-3, -7, 3), [0, 1]),
  matches('$mod with doubles', { a: { $mod: [4.7, 1.2] } }, values(5, 6), [0]),
  matches(
    '$mod of a large long',
    { a: { $mod: [10, 3] } },
    values(long('9007199254740993'), long('9007199254740992')),
    [0],
  ),
  badFilter('$mod by zero', { a: { $mod: [0, 1] } }),
  badFilter('$mod with one number', { a: { $mod: [4] } }),
  badFilter('$mod with three', { a: { $mod: [4, 1, 2] } }),
  badFilter('$mod of no array', { a: { $mod: 4 } }),
  badFilter('$mod of strings', { a: { $mod: ['4', 1] } }),
  matches(
    '$bitsAllSet by mask',
    { a: { $bitsAllSet: 6 } },
    values(7, 6, 2, new Double(6), long('6'), 6.5, '6'),
    [0, 1, 3, 4],
  ),
  matches('$bitsAllSet by positions', { a: { $bitsAllSet: [1, 5] } }, values(34, 2, 54), [0, 2]),
  matches('$bitsAllClear', { a: { $bitsAllClear: [1, 5] } }, values(20, 34, 2), [0]),
  matches('$bitsAnySet', { a: { $bitsAnySet: 35 } }, values(4, 1, 32), [1, 2]),
  matches('$bitsAnyClear', { a: { $bitsAnyClear: 3 } }, values(3, 1, 7), [1]),
  matches(
    'bits of binary data',
    { a: { $bitsAllSet: [8] } },
    values(new Binary(Buffer.from([0, 1])), new Binary(Buffer.from([1]))),
    [0],
  ),
  matches(
    'a mask of binary data',
    { a: { $bitsAnySet: new Binary(Buffer.from([0x30])) } },
    values(16, 8, 32),
    [0, 2],
  ),
  matches('negative numbers go on to the left', { a: { $bitsAllSet: [200] } }, values(-1, 1), [0]),
  badFilter('a negative mask', { a: { $bitsAllSet: -1 } }, 9, 'FailedToParse'),
  badFilter('a mask of a string', { a: { $bitsAllSet: 'x' } }),
];

const logic: Case[] = [
  matches('$and', { $and: [{ a: { $gt: 1 } }, { a: { $lt: 5 } }] }, values(1, 3, 5), [1]),
  matches('$or', { $or: [{ a: 1 }, { a: 5 }] }, values(1, 3, 5), [0, 2]),
  matches('$nor', { $nor: [{ a: 1 }, { a: 5 }] }, values(1, 3, undefined), [1, 2]),
  matches('$not', { a: { $not: { $gt: 3 } } }, values(1, 5, undefined, 'x', [1, 5]), [0, 2, 3]),
  matches('$not of two conditions', { a: { $not: { $gt: 1, $lt: 5 } } }, values(0, 3, 9), [0, 2]),
  matches(
    '$expr compares members',
    { $expr: { $gt: ['$a', '$b'] } },
    [{ a: 2, b: 1 }, { a: 1, b: 2 }, { a: 1 }],
    [0, 2],
  ),
  matches('$expr with a missing field', { $expr: { $eq: ['$a', null] } }, values(null, undefined, 1), [0]),
  matches('$comment says nothing', { a: 1, $comment: 'x' }, values(1, 2), [0]),
  badFilter('an empty $and', { $and: [] }),
  badFilter('$or of no array', { $or: { a: 1 } }),
  badFilter('$nor of values', { $nor: [1] }),
  badFilter('$not of a value', { a: { $not: 1 } }),
  badFilter('$not of nothing', { a: { $not: {} } }),
  badFilter('an unknown operator', { a: { $foo: 1 } }),
  badFilter('an unknown operator at the top', { $foo: 1 }),
  badFilter('operators beside members', { a: { $gt: 1, b: 1 } }),
  badFilter('$in of no array', { a: { $in: 1 } }),
  badFilter('$in of operators', { a: { $in: [{ $gt: 1 }] } }),
  badFilter('$expr of an unknown expression', { $expr: { $foo: 1 } }, 168, 'InvalidPipelineOperator'),
  matches(
    'a member named like an operator of a document in an array',
    { a: { x: { y: 1 } } },
    values({ x: { y: 1 } }, { x: 1 }),
    [0],
  ),
  matches('an Int32 wrapped', { a: new Int32(5) }, values(5, 6), [0]),
];

/** Query operators on texts, on numbers, and on other conditions. */
export const QUERY_CONDITIONS: readonly Case[] = [...texts, ...numbers, ...logic];
