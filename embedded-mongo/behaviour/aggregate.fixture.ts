import { Decimal128, Double, Long } from 'mongodb';
import type { Document } from 'mongodb';
import { aggregates, refusesPipeline } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const long = (value: number): Long => Long.fromNumber(value);
const decimal = (text: string): Decimal128 => Decimal128.fromString(text);

const sales = [
  { _id: 1, item: 'a', qty: 2, price: 10, tags: ['x', 'y'] },
  { _id: 2, item: 'b', qty: 1, price: 20, tags: [] },
  { _id: 3, item: 'a', qty: 5, price: 5 },
];
const ids = (...list: unknown[]): Document[] => list.map((_id) => ({ _id }));
const on = (name: string, pipeline: Document[], yields: Document[]): Case =>
  aggregates(name, sales, pipeline, yields);
const grouped = (name: string, values: unknown[], accumulator: Document, value: unknown): Case =>
  aggregates(
    name,
    values.map((v) => (v === undefined ? {} : { v })),
    [{ $sort: { _id: 1 } }, { $group: { _id: null, r: accumulator } }],
    [{ _id: null, r: value }],
  );

const selecting: Case[] = [
  on(
    '$match, $sort, $skip and $limit',
    [
      { $match: { qty: { $gt: 1 } } },
      { $sort: { qty: -1 } },
      { $skip: 1 },
      { $limit: 1 },
      { $project: { _id: 1 } },
    ],
    ids(1),
  ),
  on(
    '$limit before $skip',
    [{ $sort: { _id: 1 } }, { $limit: 2 }, { $skip: 1 }, { $project: { _id: 1 } }],
    ids(2),
  ),
  on('$count', [{ $match: { item: 'a' } }, { $count: 'n' }], [{ n: 2 }]),
  on('$count of nothing', [{ $match: { item: 'z' } }, { $count: 'n' }], []),
  on('$sample of all', [{ $sample: { size: 10 } }, { $count: 'n' }], [{ n: 3 }]),
  on(
    '$sortByCount',
    [{ $sortByCount: '$item' }],
    [
      { _id: 'a', count: 2 },
      { _id: 'b', count: 1 },
    ],
  ),
  on('$match with $expr', [{ $match: { $expr: { $gt: ['$qty', 4] } } }, { $project: { _id: 1 } }], ids(3)),
  refusesPipeline('$limit of zero', [{ $limit: 0 }], 15958),
  refusesPipeline('$limit of a negative number', [{ $limit: -1 }], 2107201),
  refusesPipeline('$skip of a negative number', [{ $skip: -1 }], 5107200),
  refusesPipeline('$sort of nothing', [{ $sort: {} }], 15976),
  refusesPipeline('$sort of a value', [{ $sort: 1 }], 15973),
  refusesPipeline('$match of a value', [{ $match: 1 }], 15959),
  refusesPipeline('$count with a dot', [{ $count: 'a.b' }], 40160),
  refusesPipeline('$sample without a size', [{ $sample: {} }], 28749),
  refusesPipeline('an unknown stage', [{ $foo: 1 }], 40324),
  refusesPipeline('two stages in one', [{ $match: {}, $limit: 1 }], 40323),
  refusesPipeline('an empty stage', [{}], 40323),
];

const shaping: Case[] = [
  on(
    '$project with an expression',
    [{ $match: { _id: 1 } }, { $project: { _id: 0, item: 1, total: { $multiply: ['$qty', '$price'] } } }],
    [{ item: 'a', total: 20 }],
  ),
  aggregates(
    '$project keeps types',
    [{ _id: 1, a: new Double(1), b: long(1) }],
    [{ $project: { a: 1, c: '$b' } }],
    [{ _id: 1, a: new Double(1), c: long(1) }],
  ),
  on(
    '$project excludes',
    [{ $match: { _id: 3 } }, { $project: { qty: 0, price: 0 } }],
    [{ _id: 3, item: 'a' }],
  ),
  on(
    '$addFields',
    [{ $match: { _id: 3 } }, { $addFields: { 'n.x': '$qty', price: '$$REMOVE', item: 'z' } }],
    [{ _id: 3, item: 'z', qty: 5, n: { x: 5 } }],
  ),
  aggregates(
    '$addFields into an array of documents',
    [{ _id: 1, l: [{ a: 1 }, 5] }],
    [{ $addFields: { 'l.b': 2 } }],
    [{ _id: 1, l: [{ a: 1, b: 2 }, { b: 2 }] }],
  ),
  aggregates(
    '$addFields of a whole document merges',
    [{ _id: 1, n: { a: 1 } }],
    [{ $addFields: { n: { b: 2 } } }],
    [{ _id: 1, n: { a: 1, b: 2 } }],
  ),
  on('$unset', [{ $match: { _id: 3 } }, { $unset: ['qty', 'price'] }], [{ _id: 3, item: 'a' }]),
  on('$replaceRoot', [{ $match: { _id: 3 } }, { $replaceRoot: { newRoot: { v: '$qty' } } }], [{ v: 5 }]),
  on(
    '$replaceWith',
    [{ $match: { _id: 3 } }, { $replaceWith: { $mergeObjects: [{ z: 1 }, '$$ROOT'] } }],
    [{ z: 1, _id: 3, item: 'a', qty: 5, price: 5 }],
  ),
  aggregates(
    '$redact',
    [{ _id: 1, level: 1, in: { level: 5, x: 1 }, l: [{ level: 2 }, { level: 1, y: 1 }] }],
    [{ $redact: { $cond: [{ $gt: ['$level', 1] }, '$$PRUNE', '$$DESCEND'] } }],
    [{ _id: 1, level: 1, l: [{ level: 1, y: 1 }] }],
  ),
  aggregates(
    '$unwind',
    [{ _id: 1, l: ['x', 'y'] }, { _id: 2, l: [] }, { _id: 3 }, { _id: 4, l: 'z' }, { _id: 5, l: null }],
    [{ $unwind: '$l' }],
    [
      { _id: 1, l: 'x' },
      { _id: 1, l: 'y' },
      { _id: 4, l: 'z' },
    ],
  ),
  aggregates(
    '$unwind with everything',
    [{ _id: 1, l: ['x', 'y'] }, { _id: 2, l: [] }, { _id: 3 }, { _id: 4, l: 'z' }, { _id: 5, l: null }],
    [{ $unwind: { path: '$l', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } }],
    [
      { _id: 1, l: 'x', i: long(0) },
      { _id: 1, l: 'y', i: long(1) },
      { _id: 2, i: null },
      { _id: 3, i: null },
      { _id: 4, l: 'z', i: null },
      { _id: 5, l: null, i: null },
    ],
  ),
  refusesPipeline('an empty $project', [{ $project: {} }], 51272),
  refusesPipeline('a mixed $project', [{ $project: { a: 1, b: 0 } }], 31254),
  refusesPipeline('$addFields of a value', [{ $addFields: 1 }], 40272),
  refusesPipeline('$addFields of conflicting paths', [{ $addFields: { a: 1, 'a.b': 2 } }], 40176),
  refusesPipeline('$replaceRoot by a value', [{ $replaceRoot: { newRoot: '$a' } }], 40228),
  refusesPipeline('$unwind without a dollar', [{ $unwind: 'a' }], 28818),
  refusesPipeline('$unwind of nothing', [{ $unwind: {} }], 28812),
  refusesPipeline('$unwind with an unknown option', [{ $unwind: { path: '$a', foo: 1 } }], 28811),
  refusesPipeline('$redact to a value', [{ $redact: 1 }], 17053),
];

const grouping: Case[] = [
  on(
    '$group',
    [
      { $group: { _id: '$item', n: { $sum: 1 }, qty: { $sum: '$qty' }, avg: { $avg: '$price' } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'a', n: 2, qty: 7, avg: 7.5 },
      { _id: 'b', n: 1, qty: 1, avg: new Double(20) },
    ],
  ),
  on(
    '$group by a document',
    [{ $group: { _id: { i: '$item', z: '$none' } } }, { $sort: { _id: 1 } }],
    [{ _id: { i: 'a' } }, { _id: { i: 'b' } }],
  ),
  aggregates(
    'equal keys of different types are one group',
    [{ k: 1 }, { k: new Double(1) }, { k: decimal('1.0') }, { k: null }, {}],
    [{ $group: { _id: '$k', n: { $sum: 1 } } }, { $sort: { n: -1 } }],
    [
      { _id: 1, n: 3 },
      { _id: null, n: 2 },
    ],
  ),
  grouped('$sum of all types', [1, long(2), 2.5, 'x', null], { $sum: '$v' }, 5.5),
  grouped('$sum of decimals', [decimal('0.1'), decimal('0.2')], { $sum: '$v' }, decimal('0.3')),
  grouped('$sum past 32 bits', [2147483647, 1], { $sum: '$v' }, long(2147483648)),
  grouped(
    '$sum of longs is exact',
    [Long.fromString('9007199254740993'), 1],
    { $sum: '$v' },
    Long.fromString('9007199254740994'),
  ),
  grouped('$sum of doubles loses nothing', [0.1, 0.2, 0.3, -0.6], { $sum: '$v' }, 2.7755575615628914e-17),
  grouped('$sum of nothing', ['x'], { $sum: '$v' }, 0),
  grouped('$avg', [1, 2], { $avg: '$v' }, 1.5),
  grouped('$avg of decimals', [decimal('1'), 2], { $avg: '$v' }, decimal('1.5')),
  grouped('$avg of nothing', ['x'], { $avg: '$v' }, null),
  grouped('$min and null', [3, null, 1], { $min: '$v' }, 1),
  grouped('$max across types', [3, 'x', new Double(9)], { $max: '$v' }, 'x'),
  grouped('$first', [undefined, 2], { $first: '$v' }, null),
  grouped('$last', [1, 2], { $last: '$v' }, 2),
  grouped('$push leaves out what is missing', [1, undefined, null], { $push: '$v' }, [1, null]),
  grouped('$addToSet', [1, new Double(1), 1], { $addToSet: '$v' }, [1]),
  grouped('$mergeObjects', [{ a: 1, b: 1 }, { b: 2 }, null], { $mergeObjects: '$v' }, { a: 1, b: 2 }),
  grouped('$count', [1, 2], { $count: {} }, 2),
  grouped('$stdDevPop', [1, 3], { $stdDevPop: '$v' }, new Double(1)),
  grouped('$stdDevSamp of one', [1], { $stdDevSamp: '$v' }, null),
  grouped('$firstN', [1, 2, 3], { $firstN: { input: '$v', n: 2 } }, [1, 2]),
  grouped('$lastN', [1, 2, 3], { $lastN: { input: '$v', n: 2 } }, [2, 3]),
  grouped('$minN', [3, null, 1], { $minN: { input: '$v', n: 2 } }, [1, 3]),
  grouped('$maxN', [3, 1, 2], { $maxN: { input: '$v', n: 2 } }, [3, 2]),
  grouped('$top', [3, 1, 2], { $top: { output: '$v', sortBy: { v: 1 } } }, 1),
  grouped('$bottom', [3, 1, 2], { $bottom: { output: '$v', sortBy: { v: 1 } } }, 3),
  grouped('$topN', [3, 1, 2], { $topN: { output: ['$v'], sortBy: { v: -1 }, n: 2 } }, [[3], [2]]),
  grouped('$bottomN', [3, 1, 2], { $bottomN: { output: '$v', sortBy: { v: -1 }, n: 2 } }, [2, 1]),
  grouped('$median', [1, 5, 3], { $median: { input: '$v', method: 'approximate' } }, new Double(3)),
  grouped('$percentile', [1, 2, 3, 4], { $percentile: { input: '$v', p: [0.5, 1], method: 'approximate' } }, [
    new Double(2),
    new Double(4),
  ]),
  refusesPipeline('$group without _id', [{ $group: { n: { $sum: 1 } } }], 15955),
  refusesPipeline('$group of a value', [{ $group: 1 }], 15947),
  refusesPipeline('an unknown accumulator', [{ $group: { _id: 1, n: { $foo: 1 } } }], 15952),
  refusesPipeline('a field without accumulator', [{ $group: { _id: 1, n: 5 } }], 40234),
  refusesPipeline('two accumulators', [{ $group: { _id: 1, n: { $sum: 1, $avg: 1 } } }], 40238),
  refusesPipeline('a dotted field', [{ $group: { _id: 1, 'a.b': { $sum: 1 } } }], 40235),
  on(
    '$bucket',
    [
      {
        $bucket: {
          groupBy: '$price',
          boundaries: [0, 10, 20],
          default: 'rest',
          output: { ids: { $push: '$_id' } },
        },
      },
    ],
    [
      { _id: 0, ids: [3] },
      { _id: 10, ids: [1] },
      { _id: 'rest', ids: [2] },
    ],
  ),
  refusesPipeline('$bucket of a value outside', [{ $bucket: { groupBy: '$a', boundaries: [5, 10] } }], 40066),
  refusesPipeline('$bucket without order', [{ $bucket: { groupBy: '$a', boundaries: [5, 1] } }], 40194),
  refusesPipeline('$bucket with one boundary', [{ $bucket: { groupBy: '$a', boundaries: [5] } }], 40192),
  on(
    '$bucketAuto',
    [{ $bucketAuto: { groupBy: '$price', buckets: 2 } }],
    [
      { _id: { min: 5, max: 20 }, count: 2 },
      { _id: { min: 20, max: 20 }, count: 1 },
    ],
  ),
  refusesPipeline('$bucketAuto of no buckets', [{ $bucketAuto: { groupBy: '$a', buckets: 0 } }], 40243),
  refusesPipeline('$sortByCount of a value', [{ $sortByCount: 5 }], 40149),
];

/** Stages of the aggregation pipeline that look at one collection. */
export const AGGREGATE: readonly Case[] = [...selecting, ...shaping, ...grouping];
