import { Decimal128, Long, ObjectId } from 'bson';
import { decode, encode } from '../values/codec';
import type { Document } from '../values/codec';
import { compileFilter } from './matcher';

function matches(filter: Document, document: Document): boolean {
  const matcher = compileFilter(filter);
  const bytes = encode(document);
  return matcher.matches(decode(bytes));
}

const id = new ObjectId();
const big = Long.fromString('9007199254740993');

const cases: [string, Document, Document, boolean][] = [
  ['a value equals itself', { a: 1 }, { a: 1 }, true],
  ['an array matches by an item', { a: 2 }, { a: [1, 2] }, true],
  ['an array matches as a whole', { a: [1, 2] }, { a: [1, 2] }, true],
  ['an array does not match in another order', { a: [2, 1] }, { a: [1, 2] }, false],
  [
    'a document equals one with the same order of members',
    { a: { x: 1, y: 2 } },
    { a: { x: 1, y: 2 } },
    true,
  ],
  ['a document differs from one in another order', { a: { y: 2, x: 1 } }, { a: { x: 1, y: 2 } }, false],
  ['null matches a missing field', { a: null }, {}, true],
  ['null matches null', { a: null }, { a: null }, true],
  ['null does not match a value', { a: null }, { a: 0 }, false],
  ['a path enters documents in arrays', { 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
  ['a path takes an array index', { 'a.1': 5 }, { a: [4, 5] }, true],
  ['a path through scalars finds nothing in an array', { 'a.b': null }, { a: [1, 2] }, false],
  ['a path through a scalar is missing', { 'a.b': null }, { a: 1 }, true],
  ['$gt compares within a type', { a: { $gt: 5 } }, { a: '6' }, false],
  ['$gt on numbers', { a: { $gt: 5 } }, { a: 6 }, true],
  ['$lt does not match null', { a: { $lt: 5 } }, { a: null }, false],
  ['$gte null matches a missing field', { a: { $gte: null } }, {}, true],
  ['$lte on dates', { a: { $lte: new Date(5) } }, { a: new Date(5) }, true],
  ['two comparisons may be met by two items', { a: { $gt: 5, $lt: 3 } }, { a: [1, 9] }, true],
  ['$elemMatch wants one item', { a: { $elemMatch: { $gt: 5, $lt: 3 } } }, { a: [1, 9] }, false],
  ['$elemMatch on documents', { a: { $elemMatch: { x: 1, y: 2 } } }, { a: [{ x: 1 }, { x: 1, y: 2 }] }, true],
  [
    '$elemMatch across documents does not match',
    { a: { $elemMatch: { x: 1, y: 2 } } },
    { a: [{ x: 1 }, { y: 2 }] },
    false,
  ],
  ['$ne on an array wants no equal item', { a: { $ne: 1 } }, { a: [1, 2] }, false],
  ['$ne matches a missing field', { a: { $ne: 1 } }, {}, true],
  ['$in', { a: { $in: [1, 2] } }, { a: 2 }, true],
  ['$in with a regular expression', { a: { $in: [/^x/] } }, { a: 'xy' }, true],
  ['$in with null matches a missing field', { a: { $in: [null] } }, {}, true],
  ['$nin', { a: { $nin: [1, 2] } }, { a: [3, 2] }, false],
  ['$exists true on null', { a: { $exists: true } }, { a: null }, true],
  ['$exists false', { a: { $exists: false } }, { a: null }, false],
  ['$size', { a: { $size: 2 } }, { a: [1, 2] }, true],
  ['$all', { a: { $all: [1, 2] } }, { a: [2, 3, 1] }, true],
  ['$all of nothing matches nothing', { a: { $all: [] } }, { a: [] }, false],
  ['$not', { a: { $not: { $gt: 5 } } }, { a: 3 }, true],
  ['$not with a regular expression', { a: { $not: /x/ } }, { a: 'y' }, true],
  ['$regex with option i', { a: { $regex: 'ABC', $options: 'i' } }, { a: 'xabcx' }, true],
  ['$regex with option x', { a: { $regex: 'a b # c', $options: 'x' } }, { a: 'ab' }, true],
  ['a regular expression as value', { a: /^B/i }, { a: 'bc' }, true],
  ['$mod', { a: { $mod: [4, 1] } }, { a: 9 }, true],
  ['$or', { $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
  ['$nor', { $nor: [{ a: 1 }, { b: 1 }] }, { b: 1 }, false],
  ['$and', { $and: [{ a: 1 }, { b: 1 }] }, { a: 1, b: 1 }, true],
  ['$type int is not double', { a: { $type: 'double' } }, { a: 1 }, false],
  ['$type int', { a: { $type: 'int' } }, { a: 1 }, true],
  ['$type number', { a: { $type: 'number' } }, { a: Decimal128.fromString('1') }, true],
  ['$type array', { a: { $type: 'array' } }, { a: [] }, true],
  ['an ObjectId', { a: id }, { a: new ObjectId(id.toHexString()) }, true],
  ['a large Long is exact', { a: big }, { a: Long.fromString('9007199254740992') }, false],
  ['a large Long compared with a double', { a: { $gt: 9007199254740992 } }, { a: big }, true],
  ['Decimal128 equals an int', { a: Decimal128.fromString('10.0') }, { a: 10 }, true],
  ['Decimal128 is not the nearest double', { a: Decimal128.fromString('0.1') }, { a: 0.1 }, false],
  [
    'Decimal128 in order by value',
    { a: { $lt: Decimal128.fromString('10') } },
    { a: Decimal128.fromString('9') },
    true,
  ],
  ['NaN equals NaN', { a: NaN }, { a: NaN }, true],
  ['$expr compares fields', { $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }, true],
];

test.each(cases)('%s', (_name, filter, document, expected) => {
  expect(matches(filter, document)).toBe(expected);
});

const refusals: [string, Document, number, RegExp][] = [
  ['an unknown operator', { a: { $foo: 1 } }, 2, /^unknown operator: \$foo$/],
  ['an unknown top level operator', { $foo: 1 }, 2, /^unknown top level operator: \$foo\./],
  ['$in without an array', { a: { $in: 1 } }, 2, /\$in needs an array/],
  ['$where', { $where: 'true' }, 115, /not supported/],
  ['$text', { $text: { $search: 'x' } }, 115, /not supported/],
  ['an unknown expression', { $expr: { $foo: 1 } }, 168, /Unrecognized expression '\$foo'/],
  ['an empty $or', { $or: [] }, 2, /nonempty array/],
];

test.each(refusals)('%s is refused', (_name, filter, code, message) => {
  const attempt = (): unknown => matches(filter, { a: 1 });
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(expect.objectContaining({ code }) as Error);
});
