import { Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';
import type { Document } from 'mongodb';
import { finds, refuses } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const ids = (...list: unknown[]): Document[] => list.map((_id) => ({ _id }));
const sorted = (name: string, values: unknown[], sort: Document, order: number[]): Case =>
  finds(
    name,
    values.map((a) => (a === undefined ? {} : { a })),
    { sort, projection: { _id: 1 } },
    ids(...order),
  );
const nested = { a: 5, n: { x: 1, y: 2 }, l: [{ p: 1, q: 2 }, { p: 3 }, 7] };
const projects = (
  name: string,
  projection: Document,
  expected: Document,
  document: Document = nested,
): Case => finds(name, [{ _id: 1, ...document }], { projection }, [expected]);
const badProjection = (name: string, projection: Document, code: number, codeName?: string): Case =>
  refuses(name, { find: 'c', projection }, code, codeName);

const EVERY_TYPE = [
  new MaxKey(),
  /x/,
  new Timestamp({ t: 1, i: 1 }),
  new Date(0),
  true,
  new ObjectId('65a000000000000000000001'),
  new Binary(Buffer.of(1)),
  { x: 1 },
  'text',
  5,
  null,
  new MinKey(),
];

const sorts: Case[] = [
  sorted('types are in MongoDB’s order', EVERY_TYPE, { a: 1 }, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
  sorted('types in the reverse order', EVERY_TYPE, { a: -1 }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
  sorted(
    'numbers of all types by value',
    [Decimal128.fromString('2.5'), Long.fromNumber(2), 3, 2.25, NaN, -Infinity],
    { a: 1 },
    [4, 5, 1, 3, 0, 2],
  ),
  sorted('an array by its smallest item', [[5, 1], 2, [3], []], { a: 1, _id: 1 }, [3, 0, 1, 2]),
  sorted('an array by its largest item', [[5, 1], 2, [3], []], { a: -1, _id: 1 }, [0, 2, 1, 3]),
  sorted('missing and null are one', [null, undefined, null, 1], { a: 1, _id: -1 }, [2, 1, 0, 3]),
  sorted('strings by their bytes', ['b', 'B', 'é', '😀', '\uffff'], { a: 1 }, [1, 0, 2, 4, 3]),
  sorted(
    'documents by their members',
    [{ x: 2 }, { x: 1, y: 1 }, { x: 1 }, { w: 'a' }, { w: 3 }],
    { a: 1 },
    [4, 2, 1, 0, 3],
  ),
  sorted('false before true', [true, false], { a: 1 }, [1, 0]),
  finds(
    'by two fields',
    [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 0, b: 0 },
    ],
    { sort: { a: -1, b: -1 }, projection: { _id: 1 } },
    ids(1, 0, 2),
  ),
  finds(
    'by a path',
    [{ n: { x: 2 } }, { n: { x: 1 } }, { n: [{ x: 3 }, { x: 0 }] }],
    { sort: { 'n.x': 1 }, projection: { _id: 1 } },
    ids(2, 1, 0),
  ),
  finds('by insertion', [{ a: 2 }, { a: 1 }], { sort: { $natural: -1 }, projection: { _id: 1 } }, ids(1, 0)),
  finds(
    'with a direction of another type',
    [{ a: 1 }, { a: 2 }],
    { sort: { a: new Double(-1) }, projection: { _id: 1 } },
    ids(1, 0),
  ),
  refuses('a direction of 2', { find: 'c', sort: { a: 2 } }, 15975),
  refuses('a direction of text', { find: 'c', sort: { a: 'up' } }, 15974),
  refuses('a sort that is none', { find: 'c', sort: 1 }, 14, 'TypeMismatch'),
  refuses('a path with an empty part', { find: 'c', sort: { 'a..b': 1 } }, 15998),
];

const projections: Case[] = [
  projects('inclusion', { a: 1 }, { _id: 1, a: 5 }),
  projects('inclusion by true and by any number', { a: true, 'n.x': 5 }, { _id: 1, a: 5, n: { x: 1 } }),
  projects('inclusion keeps the document’s order', { n: 1, a: 1 }, { _id: 1, a: 5, n: { x: 1, y: 2 } }),
  projects('inclusion without _id', { a: 1, _id: 0 }, { a: 5 }),
  projects('exclusion', { a: 0, l: false }, { _id: 1, n: { x: 1, y: 2 } }),
  projects('exclusion of _id alone', { _id: 0 }, nested),
  projects('exclusion beside _id: 1', { a: 0, n: 0, _id: 1 }, { _id: 1, l: nested.l }),
  projects('exclusion inside', { 'n.x': 0, l: 0 }, { _id: 1, a: 5, n: { y: 2 } }),
  projects(
    'inclusion inside of an array leaves out values',
    { 'l.p': 1 },
    { _id: 1, l: [{ p: 1 }, { p: 3 }] },
  ),
  projects('exclusion inside of an array', { 'l.p': 0, n: 0 }, { _id: 1, a: 5, l: [{ q: 2 }, {}, 7] }),
  projects('inclusion as a document', { n: { y: 1 }, _id: 0 }, { n: { y: 2 } }),
  projects('a path that is not there', { 'n.z.k': 1 }, { _id: 1, n: {} }),
  projects('a path through a value', { 'a.b': 1 }, { _id: 1 }),
  projects('numbers keep their types', { a: 1, _id: 0 }, { a: new Double(1) }, { a: new Double(1), b: 1 }),
  projects('$slice from the front', { l: { $slice: 1 } }, { _id: 1, a: 5, n: nested.n, l: [{ p: 1, q: 2 }] }),
  projects('$slice from the end', { l: { $slice: -1 }, a: 0, n: 0 }, { _id: 1, l: [7] }),
  projects('$slice of a range', { l: { $slice: [1, 1] }, a: 1 }, { _id: 1, a: 5, l: [{ p: 3 }] }),
  projects(
    '$slice of a range from the end',
    { l: { $slice: [-2, 1] }, a: 1 },
    { _id: 1, a: 5, l: [{ p: 3 }] },
  ),
  projects('$slice of no array', { a: { $slice: 1 }, n: 0, l: 0 }, { _id: 1, a: 5 }),
  projects('$elemMatch', { l: { $elemMatch: { p: 3 } } }, { _id: 1, l: [{ p: 3 }] }),
  projects('$elemMatch on values', { l: { $elemMatch: { $gt: 5 } } }, { _id: 1, l: [7] }),
  projects('$elemMatch without a match', { l: { $elemMatch: { p: 9 } }, a: 1 }, { _id: 1, a: 5 }),
  projects('an expression', { twice: { $multiply: ['$a', 2] }, _id: 0 }, { twice: 10 }),
  projects('a literal', { v: { $literal: 1 }, w: 'text', _id: 0 }, { v: 1, w: 'text' }),
  projects('a field reference', { v: '$n.x', _id: 0 }, { v: 1 }),
  projects('a reference to a missing field', { v: '$none', _id: 0 }, {}),
  projects('an array of expressions', { v: ['$a', '$none'], _id: 0 }, { v: [5, null] }),
  projects('computed fields come last', { v: '$a', n: 1, _id: 0 }, { n: { x: 1, y: 2 }, v: 5 }),
  projects('a computed member of a document', { 'n.z': '$a', 'n.x': 1, _id: 0 }, { n: { x: 1, z: 5 } }),
  projects('a computed member of each item', { 'l.z': '$a', _id: 0 }, { l: [{ z: 5 }, { z: 5 }, { z: 5 }] }),
  finds('positional', [{ l: [1, 5, 9] }], { filter: { l: { $gt: 3 } }, projection: { 'l.$': 1 } }, [
    { _id: 0, l: [5] },
  ]),
  finds(
    'positional by a member',
    [
      {
        l: [
          { k: 1, v: 2 },
          { k: 2, v: 3 },
        ],
      },
    ],
    { filter: { 'l.k': 2 }, projection: { 'l.$': 1, _id: 0 } },
    [{ l: [{ k: 2, v: 3 }] }],
  ),
  finds(
    'positional by $elemMatch',
    [
      {
        l: [
          { k: 1, v: 9 },
          { k: 2, v: 9 },
        ],
      },
    ],
    { filter: { l: { $elemMatch: { k: 2, v: 9 } } }, projection: { 'l.$': 1, _id: 0 } },
    [{ l: [{ k: 2, v: 9 }] }],
  ),
  badProjection('exclusion in an inclusion', { a: 1, b: 0 }, 31254),
  badProjection('inclusion in an exclusion', { a: 0, b: 1 }, 31253),
  badProjection('an expression in an exclusion', { a: 0, b: '$a' }, 31252),
  badProjection('a path twice', { a: 1, 'a.b': 1 }, 31249),
  badProjection('a path and what is above it', { 'a.b': 1, a: 1 }, 31250),
  badProjection('an empty document', { a: {} }, 51270),
  badProjection('an empty path', { '': 1 }, 40352),
  badProjection('a path that ends with a dot', { 'a.': 1 }, 40353),
  badProjection('an unknown expression', { a: { $foo: 1 } }, 168, 'InvalidPipelineOperator'),
  badProjection('two operators', { a: { $add: [1], $literal: 1 } }, 15983),
  badProjection('two positions', { 'a.$': 1, 'b.$': 1 }, 31276),
  badProjection('a position in an exclusion', { 'a.$': 0, b: 0 }, 31395),
  badProjection('a position in the middle', { 'a.$.b': 1 }, 31394),
  badProjection('a position and $elemMatch', { 'a.$': 1, b: { $elemMatch: { x: 1 } } }, 31255),
  badProjection('$elemMatch on a path', { 'a.b': { $elemMatch: { x: 1 } } }, 31275),
  badProjection('$elemMatch of a value', { a: { $elemMatch: 1 } }, 31274),
  badProjection('$slice of text', { a: { $slice: 'x' } }, 28667),
  { ...badProjection('$meta', { a: { $meta: 'textScore' } }, 40218), unsupported: true },
];

/** Finds: their order and their projection. */
export const FIND: readonly Case[] = [...sorts, ...projections];
