import { Decimal128, Double, Int32, Long } from 'bson';
import { decode, encode } from '../values/codec';
import type { Document } from '../values/codec';
import { RawObject } from '../values/raw';
import { updateDocument, upsertDocument } from './apply';
import type { UpdateRequest } from './apply';
import { toBytes } from '../values/raw';

function request(update: Document, filter: Document = {}, arrayFilters?: Document[]): UpdateRequest {
  const options = arrayFilters === undefined ? {} : { arrayFilters };
  return { filter, query: RawObject.of(filter), update: RawObject.of(update), ...options };
}

function updated(
  before: Document,
  update: Document,
  filter: Document = {},
  arrayFilters?: Document[],
): Uint8Array {
  const bytes = encode(before);
  const found = { recordId: 1, bytes, document: decode(bytes) };
  return updateDocument(request(update, filter, arrayFilters), found, false) ?? bytes;
}

const cases: [string, Document, Document, Document][] = [
  ['$set replaces', { a: 1 }, { $set: { a: 2 } }, { a: 2 }],
  ['$set adds a path', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set writes into an array', { a: [1, 2] }, { $set: { 'a.1': 5 } }, { a: [1, 5] }],
  ['$set pads an array with null', { a: [1] }, { $set: { 'a.3': 5 } }, { a: [1, null, null, 5] }],
  ['new fields are added in the order of their paths', {}, { $set: { b: 1, a: 2 } }, { a: 2, b: 1 }],
  ['$unset removes', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  ['$unset of an item leaves null', { a: [1, 2] }, { $unset: { 'a.0': 1 } }, { a: [null, 2] }],
  ['$inc adds', { a: 1 }, { $inc: { a: 2 } }, { a: 3 }],
  ['$inc creates', {}, { $inc: { a: 2 } }, { a: 2 }],
  ['$mul of a missing field is zero', {}, { $mul: { a: 2 } }, { a: 0 }],
  ['$min keeps the smaller', { a: 5 }, { $min: { a: 3 } }, { a: 3 }],
  ['$max keeps the larger', { a: 5 }, { $max: { a: 3 } }, { a: 5 }],
  ['$rename', { a: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['$push', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
  ['$push creates', {}, { $push: { a: 2 } }, { a: [2] }],
  [
    '$push with modifiers',
    { a: [5, 1] },
    { $push: { a: { $each: [3, 9], $sort: 1, $slice: -3 } } },
    { a: [3, 5, 9] },
  ],
  ['$push at a position', { a: [1, 2] }, { $push: { a: { $each: [9], $position: 0 } } }, { a: [9, 1, 2] }],
  [
    '$push sorts documents',
    { a: [{ x: 2 }] },
    { $push: { a: { $each: [{ x: 1 }], $sort: { x: 1 } } } },
    { a: [{ x: 1 }, { x: 2 }] },
  ],
  ['$addToSet', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by operators', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ['$pull by a filter', { a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
  ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$pop', { a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  ['$pop from the front', { a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  ['$[] updates all items', { a: [1, 2] }, { $inc: { 'a.$[]': 1 } }, { a: [2, 3] }],
  ['$setOnInsert does nothing on an update', { a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
];

test.each(cases)('%s', (_name, before, update, after) => {
  expect(decode(updated({ _id: 1, ...before }, update))).toStrictEqual({ _id: 1, ...after });
  expect(Object.keys(decode(updated({ _id: 1, ...before }, update)))).toEqual(['_id', ...Object.keys(after)]);
});

test('arrayFilters choose items', () => {
  const after = updated({ _id: 1, a: [{ g: 1 }, { g: 5 }] }, { $set: { 'a.$[x].g': 0 } }, {}, [
    { 'x.g': { $gt: 3 } },
  ]);
  expect(decode(after)).toEqual({ _id: 1, a: [{ g: 1 }, { g: 0 }] });
});

test('the positional $ is the item that the query matched', () => {
  const before = {
    _id: 1,
    a: [
      { k: 'x', v: 1 },
      { k: 'y', v: 1 },
    ],
  };
  expect(decode(updated(before, { $set: { 'a.$.v': 9 } }, { 'a.k': 'y' }))).toEqual({
    _id: 1,
    a: [
      { k: 'x', v: 1 },
      { k: 'y', v: 9 },
    ],
  });
});

const typed: [string, unknown, unknown, unknown][] = [
  ['an int stays an int', new Int32(1), new Int32(2), 3],
  ['an int that overflows becomes a long', new Int32(2147483647), new Int32(1), Long.fromNumber(2147483648)],
  ['a long stays a long', Long.fromNumber(1), new Int32(1), Long.fromNumber(2)],
  ['a double makes a double', new Int32(1), new Double(1), new Double(2)],
  [
    'a large long is added exactly',
    Long.fromString('9007199254740993'),
    new Int32(2),
    Long.fromString('9007199254740995'),
  ],
];

test.each(typed)('$inc: %s', (_name, before, by, after) => {
  expect(decode(updated({ _id: 1, a: before }, { $inc: { a: by } }))['a']).toStrictEqual(after);
});

test('fields that an update does not name keep their bytes', () => {
  const before = {
    _id: 1,
    d: new Double(1),
    l: Long.fromNumber(1),
    m: Decimal128.fromString('1.00'),
    n: { z: 1, '2': 2, '1': 3 },
  };
  const bytes = toBytes(RawObject.of({ ...before }));
  const after = RawObject.parse(updated(before, { $set: { x: 1 } }));
  after.members.delete('x');
  expect(toBytes(after)).toEqual(bytes);
});

const errors: [string, Document, Document, number, RegExp][] = [
  [
    '$inc on a string',
    { a: 'x' },
    { $inc: { a: 1 } },
    14,
    /Cannot apply \$inc to a value of non-numeric type/,
  ],
  ['$inc by a string', { a: 1 }, { $inc: { a: 'x' } }, 14, /Cannot increment with non-numeric argument/],
  ['$push to a number', { a: 1 }, { $push: { a: 1 } }, 2, /must be an array/],
  ['$set below a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, 28, /Cannot create field 'b' in element {a: 1}/],
  ['a change of _id', {}, { $set: { _id: 2 } }, 66, /immutable field '_id'/],
  ['conflicting paths', {}, { $set: { a: 1 }, $inc: { 'a.b': 1 } }, 40, /would create a conflict at 'a'/],
  ['an unknown operator', {}, { $foo: { a: 1 } }, 9, /Unknown modifier: \$foo/],
  ['an empty path', {}, { $set: { '': 1 } }, 56, /empty/],
  ['$ without a match', { a: [1] }, { $set: { 'a.$': 1 } }, 2, /positional operator did not find the match/],
];

test.each(errors)('%s is refused', (_name, before, update, code, message) => {
  const attempt = (): unknown => updated({ _id: 1, ...before }, update);
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(expect.objectContaining({ code }) as Error);
});

const upserts: [string, Document, Document, Document][] = [
  [
    'takes equalities of the query',
    { _id: 1, a: 2, b: { $gt: 1 } },
    { $set: { c: 3 } },
    { _id: 1, a: 2, c: 3 },
  ],
  ['applies $setOnInsert', { _id: 1 }, { $set: { a: 1 }, $setOnInsert: { b: 2 } }, { _id: 1, a: 1, b: 2 }],
  [
    'looks into $and and $eq',
    { _id: 1, $and: [{ a: { $eq: 1 } }, { b: 2 }] },
    { $set: { c: 1 } },
    { _id: 1, a: 1, b: 2, c: 1 },
  ],
  ['replaces with the id of the query', { _id: 1, a: 1 }, { b: 1 }, { _id: 1, b: 1 }],
  ['increments from nothing', { _id: 1 }, { $inc: { n: 1 } }, { _id: 1, n: 1 }],
];

test.each(upserts)('an upsert %s', (_name, filter, update, expected) => {
  expect(decode(toBytes(upsertDocument(request(update, filter))))).toEqual(expected);
});
