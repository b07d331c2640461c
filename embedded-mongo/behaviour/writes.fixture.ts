import { Decimal128, Double, Long, ObjectId } from 'mongodb';
import type { Document } from 'mongodb';
import { refuses } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const long = (text: string): Long => Long.fromString(text);
const decimal = (text: string): Decimal128 => Decimal128.fromString(text);

const upsert = (
  name: string,
  q: Document,
  u: Document | Document[],
  document: Document,
  options: Document = {},
): Case => ({
  name,
  command: { update: 'c', updates: [{ q, u, upsert: true, ...options }] },
  after: { c: [document] },
});
const noUpsert = (name: string, q: Document, u: Document, code: number, codeName: string): Case => ({
  name,
  command: { update: 'c', updates: [{ q, u, upsert: true }] },
  refused: { code, codeName },
});
const id = new ObjectId('65a000000000000000000001');

const upserts: Case[] = [
  upsert(
    'takes equalities of the query',
    { _id: 1, a: 2, 'n.x': 3 },
    { $set: { b: 1 } },
    { _id: 1, a: 2, n: { x: 3 }, b: 1 },
  ),
  upsert(
    'takes $eq, $all and $in of one',
    { _id: { $eq: id }, a: { $all: [1] }, b: { $in: [2] } },
    { $set: { c: 1 } },
    { _id: id, a: 1, b: 2, c: 1 },
  ),
  upsert('takes $and', { $and: [{ _id: 1 }, { a: 2 }] }, { $inc: { n: 1 } }, { _id: 1, a: 2, n: 1 }),
  upsert('takes a single $or', { $or: [{ _id: 1 }] }, { $inc: { n: 1 } }, { _id: 1, n: 1 }),
  upsert(
    'leaves out conditions',
    { _id: 1, a: { $gt: 5 }, b: /x/, c: { $ne: 1 } },
    { $set: { d: 1 } },
    { _id: 1, d: 1 },
  ),
  upsert(
    'keeps types of the query',
    { _id: 1, a: long('5'), b: new Double(1) },
    { $set: { c: 1 } },
    { _id: 1, a: long('5'), b: new Double(1), c: 1 },
  ),
  upsert('$setOnInsert', { _id: 1 }, { $set: { a: 1 }, $setOnInsert: { b: 2 } }, { _id: 1, a: 1, b: 2 }),
  upsert('a replacement', { _id: 1, a: 2 }, { b: 3 }, { _id: 1, b: 3 }),
  upsert('a pipeline', { _id: 1, a: 2 }, [{ $set: { b: { $add: ['$a', 1] } } }], { _id: 1, a: 2, b: 3 }),
  upsert('an _id of the update', { a: 2 }, { $set: { _id: 7 } }, { _id: 7, a: 2 }),
  upsert('$push creates', { _id: 1 }, { $push: { l: { $each: [2, 1], $sort: 1 } } }, { _id: 1, l: [1, 2] }),
  upsert(
    'null and empty values',
    { _id: 1, a: null, b: {} },
    { $set: { c: 1 } },
    { _id: 1, a: null, b: {}, c: 1 },
  ),
  noUpsert('a path twice', { $and: [{ a: 1 }, { a: 2 }] }, { $set: { b: 1 } }, 54, 'NotSingleValueField'),
  noUpsert('a path and one inside', { a: { x: 1 }, 'a.y': 2 }, { $set: { b: 1 } }, 54, 'NotSingleValueField'),
  noUpsert('another _id than the query’s', { _id: 1 }, { $set: { _id: 2 } }, 66, 'ImmutableField'),
  noUpsert('an array as _id', { a: 1 }, { $set: { _id: [1] } }, 53, 'InvalidIdField'),
  {
    name: 'an upsert says what it made',
    command: { update: 'c', updates: [{ q: { _id: 1 }, u: { $set: { a: 1 } }, upsert: true }] },
    reply: { n: 1, nModified: 0, upserted: [{ index: 0, _id: 1 }] },
  },
  {
    name: 'an update says what matched and what changed',
    given: {
      c: [
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ],
    },
    command: { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } }, multi: true }] },
    reply: { n: 2, nModified: 1 },
  },
  {
    name: 'an update of one of many',
    given: { c: [{ _id: 1 }, { _id: 2 }] },
    command: { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } } }] },
    after: { c: [{ _id: 1, a: 1 }, { _id: 2 }] },
  },
  {
    name: 'an update of arrays with a collation',
    given: { c: [{ _id: 1, n: ['Bob'] }] },
    command: {
      update: 'c',
      updates: [{ q: {}, u: { $pull: { n: 'bob' } }, collation: { locale: 'en', strength: 2 } }],
    },
    after: { c: [{ _id: 1, n: [] }] },
    unsupported: true,
  },
  {
    name: 'an update with a collation',
    given: { c: [{ _id: 1, n: 'Bob' }] },
    command: {
      update: 'c',
      updates: [{ q: { n: 'bob' }, u: { $set: { a: 1 } }, collation: { locale: 'en', strength: 2 } }],
    },
    after: { c: [{ _id: 1, n: 'Bob', a: 1 }] },
  },
];

const pair = {
  c: [
    { _id: 1, a: 1 },
    { _id: 2, a: 2 },
  ],
};

const findAndModify: Case[] = [
  {
    name: 'answers with the document before',
    given: pair,
    command: { findAndModify: 'c', query: { _id: 1 }, update: { $inc: { a: 5 } } },
    reply: { value: { _id: 1, a: 1 }, lastErrorObject: { n: 1, updatedExisting: true } },
  },
  {
    name: 'answers with the document after',
    given: pair,
    command: { findAndModify: 'c', query: { _id: 1 }, update: { $inc: { a: 5 } }, new: true },
    reply: { value: { _id: 1, a: 6 } },
  },
  {
    name: 'takes the first of an order',
    given: pair,
    command: { findAndModify: 'c', sort: { a: -1 }, remove: true },
    reply: { value: { _id: 2, a: 2 } },
    after: { c: [{ _id: 1, a: 1 }] },
  },
  {
    name: 'shows some fields',
    given: pair,
    command: { findAndModify: 'c', query: { _id: 1 }, update: { $set: { b: 1 } }, fields: { a: 1, _id: 0 } },
    reply: { value: { a: 1 } },
  },
  {
    name: 'upserts',
    command: { findAndModify: 'c', query: { _id: 1 }, update: { $set: { a: 1 } }, upsert: true, new: true },
    reply: { value: { _id: 1, a: 1 }, lastErrorObject: { n: 1, updatedExisting: false, upserted: 1 } },
  },
  {
    name: 'answers null where nothing is found',
    given: pair,
    command: { findAndModify: 'c', query: { _id: 9 }, update: { $set: { a: 1 } } },
    reply: { value: null, lastErrorObject: { n: 0, updatedExisting: false } },
  },
  {
    name: 'takes a pipeline',
    given: pair,
    command: { findAndModify: 'c', query: { _id: 1 }, update: [{ $set: { b: '$a' } }], new: true },
    reply: { value: { _id: 1, a: 1, b: 1 } },
  },
  {
    name: 'takes arrayFilters',
    given: { c: [{ _id: 1, a: [1, 5] }] },
    command: {
      findAndModify: 'c',
      query: { _id: 1 },
      update: { $set: { 'a.$[x]': 0 } },
      arrayFilters: [{ x: { $gt: 2 } }],
      new: true,
    },
    reply: { value: { _id: 1, a: [1, 0] } },
  },
  refuses('neither update nor remove', { findAndModify: 'c', query: {} }, 9, 'FailedToParse'),
  refuses('update and remove', { findAndModify: 'c', update: { a: 1 }, remove: true }, 9, 'FailedToParse'),
  refuses('remove and new', { findAndModify: 'c', remove: true, new: true }, 9, 'FailedToParse'),
  refuses('remove and upsert', { findAndModify: 'c', remove: true, upsert: true }, 9, 'FailedToParse'),
  refuses(
    'another _id',
    { findAndModify: 'c', query: { _id: 1 }, update: { $set: { _id: 9 } } },
    66,
    'ImmutableField',
  ),
];

const inserts: Case[] = [
  {
    name: 'an insert keeps every type',
    command: { insert: 'c', documents: [{ _id: 1, a: new Double(1), b: long('1'), c: decimal('1.50') }] },
    reply: { n: 1 },
    after: { c: [{ _id: 1, a: new Double(1), b: long('1'), c: decimal('1.50') }] },
  },
  {
    name: 'an insert puts _id first',
    command: { insert: 'c', documents: [{ a: 1, _id: 5 }] },
    after: { c: [{ _id: 5, a: 1 }] },
  },
  {
    name: 'names with dots and dollars are kept',
    command: { insert: 'c', documents: [{ _id: 1, 'a.b': 1, $c: 2 }] },
    after: { c: [{ _id: 1, 'a.b': 1, $c: 2 }] },
  },
  refuses(
    'the same _id again',
    { insert: 'c', documents: [{ _id: 1 }] },
    11000,
    'DuplicateKey',
    /^E11000 duplicate key error collection: \S+\.c index: _id_ dup key: \{ _id: 1 \}$/,
  ),
  refuses(
    'an equal _id of another type',
    { insert: 'c', documents: [{ _id: new Double(1) }] },
    11000,
    'DuplicateKey',
  ),
  refuses('an array as _id', { insert: 'c', documents: [{ _id: [1] }] }, 53, 'InvalidIdField'),
  refuses('a regular expression as _id', { insert: 'c', documents: [{ _id: /x/ }] }, 53, 'InvalidIdField'),
  refuses(
    'operators in an _id',
    { insert: 'c', documents: [{ _id: { $a: 1 } }] },
    52,
    'DollarPrefixedFieldName',
  ),
  refuses('no documents', { insert: 'c', documents: [] }, 16, 'InvalidLength'),
  {
    name: 'a delete of one',
    given: pair,
    command: { delete: 'c', deletes: [{ q: {}, limit: 1 }] },
    reply: { n: 1 },
    after: { c: [{ _id: 2, a: 2 }] },
  },
  {
    name: 'a delete of all',
    given: pair,
    command: { delete: 'c', deletes: [{ q: {}, limit: 0 }] },
    reply: { n: 2 },
    after: { c: [] },
  },
  {
    name: 'a delete with a collation',
    given: { c: [{ _id: 1, n: 'X' }] },
    command: {
      delete: 'c',
      deletes: [{ q: { n: 'x' }, limit: 0, collation: { locale: 'en', strength: 2 } }],
    },
    reply: { n: 1 },
  },
  refuses('a delete of two', { delete: 'c', deletes: [{ q: {}, limit: 2 }] }, 9, 'FailedToParse'),
  refuses('a delete without a limit', { delete: 'c', deletes: [{ q: {} }] }, 40414),
];

/** Upserts, findAndModify, inserts and deletes. */
export const WRITES: readonly Case[] = [...upserts, ...findAndModify, ...inserts];
