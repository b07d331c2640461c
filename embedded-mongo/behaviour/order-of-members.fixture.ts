import type { Document } from 'mongodb';
import { aggregates, evaluates } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

type Members = readonly (readonly [name: string, value: unknown])[];

/** A document whose members are in an order that objects of JavaScript cannot have. */
const made = (...members: Members): Document => ({ $arrayToObject: { $literal: members } });
const sent = (...members: Members): Map<string, unknown> => new Map(members);
const listed = (...members: Members): Document[] => members.map(([k, v]) => ({ k, v }));
/** What the members of a document are, in their order. */
const list = (of: unknown): Document => ({ $project: { _id: 0, m: { $objectToArray: of } } });

const mixed = [
  ['b', 1],
  ['10', 2],
  ['9', 3],
] as const;
const turned = [
  ['9', 3],
  ['10', 2],
  ['b', 1],
] as const;

const expressions: Case[] = [
  evaluates({ $objectToArray: made(...mixed) }, listed(...mixed)),
  evaluates({ $eq: [made(...mixed), made(...mixed)] }, true),
  evaluates({ $eq: [made(...mixed), made(...turned)] }, false),
  evaluates({ $cmp: [made(...mixed), made(...turned)] }, 1),
  evaluates({ $setEquals: [[made(...mixed)], [made(...turned)]] }, false),
  evaluates(
    { $objectToArray: { $mergeObjects: [{ b: 0 }, made(['7', 1]), { b: 2 }] } },
    listed(['b', 2], ['7', 1]),
  ),
  evaluates(
    { $objectToArray: { $setField: { field: '1', input: { b: 1 }, value: 2 } } },
    listed(['b', 1], ['1', 2]),
  ),
  evaluates(
    { $objectToArray: { $setField: { field: '10', input: made(...mixed), value: 5 } } },
    listed(['b', 1], ['10', 5], ['9', 3]),
  ),
  evaluates(
    { $objectToArray: { $unsetField: { field: '10', input: made(...mixed) } } },
    listed(['b', 1], ['9', 3]),
  ),
  evaluates({ $objectToArray: { $literal: sent(...mixed) } }, listed(...mixed)),
  evaluates({ $objectToArray: sent(['b', '$a'], ['1', 7]) }, listed(['b', 5], ['1', 7]), { a: 5 }),
];

const stages: Case[] = [
  aggregates(
    '$group has its _id in front',
    [{ v: 1 }],
    [{ $group: { _id: 'x', 2024: { $sum: '$v' } } }, list('$$ROOT')],
    [{ m: listed(['_id', 'x'], ['2024', 1]) }],
  ),
  aggregates(
    '$bucketAuto has its _id in front',
    [{ v: 1 }],
    [
      { $bucketAuto: { groupBy: '$v', buckets: 1, output: { 3: { $sum: 1 } } } },
      { $set: { _id: 'x' } },
      list('$$ROOT'),
    ],
    [{ m: listed(['_id', 'x'], ['3', 1]) }],
  ),
  aggregates(
    '$group tells documents of another order apart',
    [{ d: sent(...mixed) }, { d: sent(...turned) }],
    [{ $group: { _id: '$d' } }, { $count: 'n' }],
    [{ n: 2 }],
  ),
  aggregates(
    '$unwind keeps the order of what is beside it',
    [{ d: sent(['b', [5]], ['1', 2]) }],
    [{ $unwind: '$d.b' }, list('$d')],
    [{ m: listed(['b', 5], ['1', 2]) }],
  ),
  aggregates(
    '$redact keeps the order',
    [{ d: sent(...mixed) }],
    [{ $redact: '$$DESCEND' }, list('$d')],
    [{ m: listed(...mixed) }],
  ),
  aggregates(
    '$addFields adds at the end',
    [{ d: sent(...mixed) }],
    [{ $addFields: { 'd.5': 4 } }, list('$d')],
    [{ m: listed(...mixed, ['5', 4]) }],
  ),
  aggregates(
    '$replaceWith keeps the order',
    [{ d: sent(...mixed) }],
    [{ $replaceWith: { $mergeObjects: ['$d', { c: 0 }] } }, list('$$ROOT')],
    [{ m: listed(...mixed, ['c', 0]) }],
  ),
  aggregates(
    '$facet has its members in the order of the stage',
    [{ v: 1 }],
    [{ $facet: sent(['b', [{ $count: 'n' }]], ['1', [{ $count: 'n' }]]) }, list('$$ROOT')],
    [{ m: listed(['b', [{ n: 1 }]], ['1', [{ n: 1 }]]) }],
  ),
  aggregates(
    '$sort follows the order of its fields',
    [
      { b: 1, 1: 0 },
      { b: 2, 1: 2 },
      { b: 2, 1: 1 },
    ],
    [{ $sort: sent(['b', -1], ['1', 1]) }, { $project: { _id: 1 } }],
    [{ _id: 2 }, { _id: 1 }, { _id: 0 }],
  ),
  aggregates(
    '$densify keeps every path of its partitions',
    [
      { a: { b: 1, c: 2 }, v: 0 },
      { a: { b: 1, c: 2 }, v: 2 },
    ],
    [
      { $densify: { field: 'v', partitionByFields: ['a.b', 'a.c'], range: { step: 1, bounds: 'full' } } },
      { $unset: '_id' },
    ],
    [
      { a: { b: 1, c: 2 }, v: 0 },
      { a: { b: 1, c: 2 }, v: 1 },
      { a: { b: 1, c: 2 }, v: 2 },
    ],
  ),
];

const found = (name: string, before: Document[], filter: Document, yields: Document[]): Case => ({
  name,
  given: {
    c: [
      { _id: 1, d: sent(...mixed) },
      { _id: 2, d: sent(...turned) },
    ],
  },
  before,
  command: { find: 'c', filter, projection: { _id: 1 } },
  yields,
});
const index = { createIndexes: 'c', indexes: [{ key: { d: 1 }, name: 'd' }] };
const turn = { update: 'c', updates: [{ q: { _id: 2 }, u: [{ $set: { d: made(...mixed) } }] }] };
const both = [{ _id: 1 }, { _id: 2 }];

const stored: Case[] = [
  found('a find tells documents of another order apart', [], { d: sent(...mixed) }, [{ _id: 1 }]),
  found('an index tells them apart', [index], { d: sent(...turned) }, [{ _id: 2 }]),
  found('a pipeline writes the order that it has made', [turn], { d: sent(...mixed) }, both),
  found('and an index follows', [index, turn], { d: sent(...mixed) }, both),
];

/** Members with whole numbers as names stay where they are. */
export const ORDER_OF_MEMBERS: readonly Case[] = [...expressions, ...stages, ...stored];
