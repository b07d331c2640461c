import { Long } from 'mongodb';
import type { Document } from 'mongodb';
import { refuses, refusesPipeline } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const a: Document = { _id: 'a', name: 'A', size: 1 };
const b: Document = { _id: 'b', name: 'B', size: 5 };
const given = {
  c: [{ _id: 1, item: 'a', l: ['a', 'b'] }, { _id: 2, item: 'b' }, { _id: 3 }],
  items: [a, b],
  staff: [
    { _id: 1, name: 'Dev', boss: 2 },
    { _id: 2, name: 'Eliot', boss: 3 },
    { _id: 3, name: 'Ron' },
  ],
};
const joins = (name: string, pipeline: Document[], yields: Document[]): Case => ({
  name,
  given,
  command: { aggregate: 'c', pipeline, cursor: {} },
  yields,
});
const first = { $match: { _id: 1 } };

const lookups: Case[] = [
  joins(
    '$lookup by fields',
    [
      { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'i' } },
      { $project: { i: 1 } },
    ],
    [
      { _id: 1, i: [a] },
      { _id: 2, i: [b] },
      { _id: 3, i: [] },
    ],
  ),
  joins(
    '$lookup by an array',
    [
      first,
      { $lookup: { from: 'items', localField: 'l', foreignField: '_id', as: 'i' } },
      { $project: { i: 1 } },
    ],
    [{ _id: 1, i: [a, b] }],
  ),
  joins(
    'a missing field equals null',
    [
      { $match: { _id: 3 } },
      { $lookup: { from: 'staff', localField: 'item', foreignField: 'boss', as: 'i' } },
    ],
    [{ _id: 3, i: [given.staff[2] as Document] }],
  ),
  joins(
    '$lookup by a pipeline',
    [
      first,
      {
        $lookup: {
          from: 'items',
          let: { x: '$item' },
          pipeline: [{ $match: { $expr: { $ne: ['$_id', '$$x'] } } }, { $project: { _id: 0, name: 1 } }],
          as: 'i',
        },
      },
      { $project: { i: 1 } },
    ],
    [{ _id: 1, i: [{ name: 'B' }] }],
  ),
  joins(
    '$lookup by fields and a pipeline',
    [
      first,
      {
        $lookup: {
          from: 'items',
          localField: 'l',
          foreignField: '_id',
          let: { s: 2 },
          pipeline: [{ $match: { $expr: { $gt: ['$size', '$$s'] } } }],
          as: 'i',
        },
      },
      { $project: { i: 1 } },
    ],
    [{ _id: 1, i: [b] }],
  ),
  joins(
    '$lookup into a path',
    [
      first,
      { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'n.i' } },
      { $project: { n: 1 } },
    ],
    [{ _id: 1, n: { i: [a] } }],
  ),
  joins(
    '$lookup of a collection that is not there',
    [
      first,
      { $lookup: { from: 'none', localField: 'item', foreignField: '_id', as: 'i' } },
      { $project: { i: 1 } },
    ],
    [{ _id: 1, i: [] }],
  ),
  joins(
    '$lookup within $lookup',
    [
      first,
      {
        $lookup: {
          from: 'items',
          let: { x: '$item' },
          pipeline: [
            {
              $lookup: {
                from: 'c',
                pipeline: [{ $match: { $expr: { $eq: ['$item', '$$x'] } } }, { $project: { _id: 1 } }],
                as: 'back',
              },
            },
            { $project: { back: 1 } },
          ],
          as: 'i',
        },
      },
      { $project: { i: 1 } },
    ],
    [
      {
        _id: 1,
        i: [
          { _id: 'a', back: [{ _id: 1 }] },
          { _id: 'b', back: [{ _id: 1 }] },
        ],
      },
    ],
  ),
  joins(
    '$lookup and $unwind',
    [
      { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'i' } },
      { $unwind: '$i' },
      { $project: { n: '$i.name' } },
    ],
    [
      { _id: 1, n: 'A' },
      { _id: 2, n: 'B' },
    ],
  ),
  refusesPipeline(
    '$lookup without as',
    [{ $lookup: { from: 'items', localField: 'a', foreignField: 'b' } }],
    9,
    'FailedToParse',
  ),
  refusesPipeline('$lookup without a way', [{ $lookup: { from: 'items', as: 'i' } }], 9, 'FailedToParse'),
  refusesPipeline(
    '$lookup with an unknown argument',
    [{ $lookup: { from: 'items', pipeline: [], as: 'i', foo: 1 } }],
    9,
    'FailedToParse',
  ),
  refusesPipeline(
    '$lookup with $out',
    [{ $lookup: { from: 'items', pipeline: [{ $out: 'x' }], as: 'i' } }],
    51047,
  ),
  refusesPipeline(
    'a variable that is not there',
    [{ $lookup: { from: 'items', pipeline: [{ $match: { $expr: { $eq: ['$a', '$$none'] } } }], as: 'i' } }],
    17276,
  ),
];

const others: Case[] = [
  joins(
    '$facet',
    [{ $facet: { n: [{ $count: 'n' }], last: [{ $sort: { _id: -1 } }, { $limit: 1 }] } }],
    [{ n: [{ n: 3 }], last: [{ _id: 3 }] }],
  ),
  joins(
    '$unionWith',
    [{ $project: { _id: 1 } }, { $unionWith: 'items' }],
    [{ _id: 1 }, { _id: 2 }, { _id: 3 }, a, b],
  ),
  joins(
    '$unionWith with a pipeline',
    [first, { $project: { _id: 1 } }, { $unionWith: { coll: 'items', pipeline: [{ $match: { size: 5 } }] } }],
    [{ _id: 1 }, b],
  ),
  joins(
    '$graphLookup',
    [
      first,
      {
        $graphLookup: {
          from: 'staff',
          startWith: '$_id',
          connectFromField: 'boss',
          connectToField: '_id',
          as: 's',
          depthField: 'd',
        },
      },
      { $unwind: '$s' },
      { $replaceWith: '$s' },
      { $sort: { d: 1 } },
      { $project: { name: 1, d: 1 } },
    ],
    [
      { _id: 1, name: 'Dev', d: Long.fromNumber(0) },
      { _id: 2, name: 'Eliot', d: Long.fromNumber(1) },
      { _id: 3, name: 'Ron', d: Long.fromNumber(2) },
    ],
  ),
  joins(
    '$graphLookup to a depth',
    [
      first,
      {
        $graphLookup: {
          from: 'staff',
          startWith: '$_id',
          connectFromField: 'boss',
          connectToField: '_id',
          as: 's',
          maxDepth: 1,
        },
      },
      { $project: { n: { $size: '$s' } } },
    ],
    [{ _id: 1, n: 2 }],
  ),
  joins(
    '$graphLookup restricted',
    [
      first,
      {
        $graphLookup: {
          from: 'staff',
          startWith: '$_id',
          connectFromField: 'boss',
          connectToField: '_id',
          as: 's',
          restrictSearchWithMatch: { name: { $ne: 'Eliot' } },
        },
      },
      { $project: { n: { $size: '$s' } } },
    ],
    [{ _id: 1, n: 1 }],
  ),
  {
    name: '$documents',
    command: {
      aggregate: 1,
      pipeline: [{ $documents: [{ a: 1 }, { a: { $add: [1, 1] } }] }, { $match: { a: { $gt: 1 } } }],
      cursor: {},
    },
    yields: [{ a: 2 }],
  },
  refusesPipeline('an empty $facet', [{ $facet: {} }], 40169),
  refusesPipeline('$facet in $facet', [{ $facet: { a: [{ $facet: { b: [] } }] } }], 40600),
  refusesPipeline(
    '$graphLookup without a start',
    [{ $graphLookup: { from: 'staff', connectFromField: 'a', connectToField: 'b', as: 's' } }],
    40105,
  ),
  refusesPipeline('$unionWith with $out', [{ $unionWith: { coll: 'x', pipeline: [{ $out: 'y' }] } }], 31441),
  refuses('aggregate without a cursor', { aggregate: 'c', pipeline: [] }, 9, 'FailedToParse'),
  refuses('a pipeline that is none', { aggregate: 'c', pipeline: 1, cursor: {} }, 14, 'TypeMismatch'),
  refuses('a stage that is none', { aggregate: 'c', pipeline: [1], cursor: {} }, 14, 'TypeMismatch'),
  {
    name: 'let',
    given,
    command: {
      aggregate: 'c',
      pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$x'] } } }, { $project: { v: '$$x' } }],
      let: { x: 2 },
      cursor: {},
    },
    yields: [{ _id: 2, v: 2 }],
  },
  {
    ...refuses(
      'a $group with a collation',
      { aggregate: 'c', pipeline: [{ $group: { _id: '$a' } }], cursor: {}, collation: { locale: 'en' } },
      0,
    ),
    unsupported: true,
  },
];

/** Stages that read other collections, or one several times. */
export const JOINS: readonly Case[] = [...lookups, ...others];
