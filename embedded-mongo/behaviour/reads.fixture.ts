import { Double, Int32, Long } from 'mongodb';
import type { Document } from 'mongodb';
import { finds, refuses } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const ids = (...list: unknown[]): Document[] => list.map((_id) => ({ _id }));

const five = [{ a: 3 }, { a: 1 }, { a: 2 }, { a: 5 }, { a: 4 }];
const people = [{ n: 'Bob' }, { n: 'bob' }, { n: 'Bób' }, { n: 'alice' }];

const options: Case[] = [
  finds('limit', five, { limit: 2, projection: { _id: 1 } }, ids(0, 1)),
  finds('skip', five, { skip: 3, projection: { _id: 1 } }, ids(3, 4)),
  finds(
    'skip and limit in an order',
    five,
    { sort: { a: 1 }, skip: 1, limit: 2, projection: { _id: 1 } },
    ids(2, 0),
  ),
  finds('a limit of zero', five, { limit: 0, projection: { _id: 1 } }, ids(0, 1, 2, 3, 4)),
  finds('small batches', five, { batchSize: 2, projection: { _id: 1 } }, ids(0, 1, 2, 3, 4)),
  finds('an empty first batch', five, { batchSize: 0, projection: { _id: 1 } }, ids(0, 1, 2, 3, 4)),
  finds('a single batch', five, { limit: 3, singleBatch: true, projection: { _id: 1 } }, ids(0, 1, 2)),
  finds(
    'let',
    five,
    { let: { x: 3 }, filter: { $expr: { $gt: ['$a', '$$x'] } }, projection: { _id: 1 } },
    ids(3, 4),
  ),
  finds(
    'a limit of another type',
    five,
    { limit: new Double(1), skip: Long.fromNumber(1), projection: { _id: 1 } },
    ids(1),
  ),
  finds('a collection that is not there', [], {}, []),
  finds(
    'collation of strength 2',
    people,
    { filter: { n: 'BOB' }, collation: { locale: 'en', strength: 2 }, projection: { _id: 1 } },
    ids(0, 1),
  ),
  finds(
    'collation of strength 1',
    people,
    { filter: { n: 'BOB' }, collation: { locale: 'en', strength: 1 }, projection: { _id: 1 } },
    ids(0, 1, 2),
  ),
  finds(
    'collation in an order',
    people,
    { sort: { n: 1, _id: 1 }, collation: { locale: 'en', strength: 2 }, projection: { _id: 1 } },
    ids(3, 0, 1, 2),
  ),
  finds(
    'collation of numbers in text',
    [{ n: 'a10' }, { n: 'a9' }],
    { sort: { n: 1 }, collation: { locale: 'en', numericOrdering: true }, projection: { _id: 1 } },
    ids(1, 0),
  ),
  finds(
    'collation in $in and inside of arrays',
    [{ n: ['X', 'y'] }, { n: 'z' }],
    { filter: { n: { $in: ['x'] } }, collation: { locale: 'en', strength: 2 }, projection: { _id: 1 } },
    ids(0),
  ),
  finds(
    'collation does not use an index of another order',
    people,
    {
      filter: { n: { $lte: 'BOB' } },
      collation: { locale: 'en', strength: 2 },
      sort: { _id: 1 },
      projection: { _id: 1 },
    },
    ids(0, 1, 3),
  ),
  refuses('a negative limit', { find: 'c', limit: -1 }, 2, 'BadValue'),
  refuses('a negative skip', { find: 'c', skip: -1 }, 2, 'BadValue'),
  refuses('a negative batch', { find: 'c', batchSize: -1 }, 2, 'BadValue'),
  refuses('a limit of text', { find: 'c', limit: 'x' }, 14, 'TypeMismatch'),
  refuses('a filter that is none', { find: 'c', filter: 1 }, 14, 'TypeMismatch'),
  refuses('a projection that is none', { find: 'c', projection: 1 }, 14, 'TypeMismatch'),
  refuses('an unknown option', { find: 'c', foo: 1 }, 40415),
  refuses('a hint that is no index', { find: 'c', hint: 'none' }, 2, 'BadValue'),
  refuses('an empty name', { find: '' }, 73, 'InvalidNamespace'),
  refuses('a name with $', { find: 'a$b' }, 73, 'InvalidNamespace'),
  refuses('a number as name', { find: 5 }, 73, 'InvalidNamespace'),
  refuses('a tailable cursor', { find: 'c', tailable: true }, 2, 'BadValue'),
  refuses('a locale that does not exist', { find: 'c', collation: { locale: 'xx_nothing' } }, 2, 'BadValue'),
  {
    name: 'returnKey shows the key of the index',
    given: { c: [{ _id: 1, a: 1 }] },
    command: { find: 'c', filter: { _id: 1 }, returnKey: true },
    yields: [{ _id: 1 }],
    unsupported: true,
  },
  {
    name: 'min and max bound an index',
    given: { c: five.map((document, _id) => ({ _id, ...document })) },
    before: [{ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a_1' }] }],
    command: { find: 'c', min: { a: 2 }, max: { a: 4 }, hint: { a: 1 }, projection: { _id: 1 } },
    yields: ids(2, 0),
    unsupported: true,
  },
  {
    name: 'showRecordId',
    given: { c: [{ _id: 1 }] },
    command: { find: 'c', showRecordId: true },
    yields: [{ _id: 1, $recordId: Long.fromNumber(1) }],
  },
  {
    name: 'a hint by key',
    given: { c: [{ _id: 1, a: new Int32(1) }] },
    before: [{ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a_1' }] }],
    command: { find: 'c', hint: { a: 1 } },
    yields: [{ _id: 1, a: 1 }],
  },
];

const reads: Case[] = [
  {
    name: 'count',
    given: {
      c: [
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ],
    },
    command: { count: 'c', query: { a: { $gt: 1 } } },
    reply: { n: 1 },
  },
  {
    name: 'count with skip and limit',
    given: { c: [{ _id: 1 }, { _id: 2 }, { _id: 3 }] },
    command: { count: 'c', skip: 1, limit: 1 },
    reply: { n: 1 },
  },
  { name: 'count of nothing', command: { count: 'c' }, reply: { n: 0 } },
  {
    name: 'count with a collation',
    given: { c: [{ _id: 1, a: 'X' }] },
    command: { count: 'c', query: { a: 'x' }, collation: { locale: 'en', strength: 2 } },
    reply: { n: 1 },
  },
  {
    name: 'an aggregate that matches, sorts and counts with a collation',
    given: {
      c: [
        { _id: 1, a: 'X' },
        { _id: 2, a: 'x' },
        { _id: 3, a: 'y' },
      ],
    },
    command: {
      aggregate: 'c',
      pipeline: [{ $match: { a: 'x' } }, { $skip: 1 }, { $group: { _id: 1, n: { $sum: 1 } } }],
      collation: { locale: 'en', strength: 2 },
      cursor: {},
    },
    yields: [{ _id: 1, n: 1 }],
  },
  {
    name: 'distinct',
    given: { c: [{ _id: 1, a: 1 }, { _id: 2, a: [2, 1] }, { _id: 3, a: new Double(1) }, { _id: 4 }] },
    command: { distinct: 'c', key: 'a' },
    reply: { values: [1, 2] },
  },
  {
    name: 'distinct through arrays',
    given: { c: [{ _id: 1, a: [{ b: 1 }, { b: [2, 3] }] }] },
    command: { distinct: 'c', key: 'a.b' },
    reply: { values: [1, 2, 3] },
  },
  {
    name: 'distinct of arrays in arrays',
    given: {
      c: [
        { _id: 1, a: [[1, 2]] },
        { _id: 2, a: 3 },
      ],
    },
    command: { distinct: 'c', key: 'a' },
    reply: { values: [[1, 2], 3] },
  },
  {
    name: 'distinct with null',
    given: { c: [{ _id: 1, a: null }, { _id: 2 }] },
    command: { distinct: 'c', key: 'a' },
    reply: { values: [null] },
  },
  {
    name: 'distinct with a query',
    given: {
      c: [
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ],
    },
    command: { distinct: 'c', key: 'a', query: { _id: 2 } },
    reply: { values: [2] },
  },
  {
    name: 'distinct of a collection that is not there',
    command: { distinct: 'c', key: 'a' },
    reply: { values: [] },
  },
  refuses('distinct without a key', { distinct: 'c' }, 40414),
  refuses('distinct of a number', { distinct: 'c', key: 1 }, 14, 'TypeMismatch'),
  refuses(
    'a cursor that is not there',
    { getMore: Long.fromNumber(5), collection: 'c' },
    43,
    'CursorNotFound',
  ),
  refuses('an unknown command', { foo: 1 }, 59, 'CommandNotFound'),
];

/** The options of a find, and the other commands that read. */
export const READS: readonly Case[] = [...options, ...reads];
