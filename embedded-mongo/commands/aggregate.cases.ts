import type { Document } from 'mongodb';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const sales = [
  { _id: 1, item: 'a', qty: 2, price: 10, tags: ['x', 'y'] },
  { _id: 2, item: 'b', qty: 1, price: 20, tags: [] },
  { _id: 3, item: 'a', qty: 5, price: 5 },
];

const pipelines: [string, Document[], Document[]][] = [
  ['$match and $count', [{ $match: { item: 'a' } }, { $count: 'n' }], [{ n: 2 }]],
  ['$count of nothing', [{ $match: { item: 'z' } }, { $count: 'n' }], []],
  [
    '$group',
    [
      { $group: { _id: '$item', qty: { $sum: '$qty' }, avg: { $avg: '$price' }, ids: { $push: '$_id' } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'a', qty: 7, avg: 7.5, ids: [1, 3] },
      { _id: 'b', qty: 1, avg: 20, ids: [2] },
    ],
  ],
  [
    '$project',
    [{ $match: { _id: 1 } }, { $project: { _id: 0, total: { $multiply: ['$qty', '$price'] }, item: 1 } }],
    [{ item: 'a', total: 20 }],
  ],
  [
    '$addFields',
    [{ $match: { _id: 2 } }, { $addFields: { 'n.x': '$qty', price: '$$REMOVE' } }],
    [{ _id: 2, item: 'b', qty: 1, tags: [], n: { x: 1 } }],
  ],
  [
    '$unwind',
    [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
    ],
  ],
  [
    '$unwind with empty ones',
    [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $match: { _id: { $gt: 1 } } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 2, i: null },
      { _id: 3, i: null },
    ],
  ],
  [
    '$facet',
    [
      {
        $facet: {
          n: [{ $count: 'n' }],
          first: [{ $sort: { price: -1 } }, { $limit: 1 }, { $project: { item: 1 } }],
        },
      },
    ],
    [{ n: [{ n: 3 }], first: [{ _id: 2, item: 'b' }] }],
  ],
  [
    '$lookup',
    [
      { $match: { _id: 1 } },
      { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'i' } },
      { $project: { i: 1 } },
    ],
    [{ _id: 1, i: [{ _id: 'a', name: 'A' }] }],
  ],
  [
    '$lookup by pipeline',
    [
      { $match: { _id: 2 } },
      {
        $lookup: {
          from: 'items',
          let: { it: '$item' },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$it'] } } }, { $project: { _id: 0 } }],
          as: 'i',
        },
      },
      { $project: { i: 1 } },
    ],
    [{ _id: 2, i: [{ name: 'B' }] }],
  ],
  [
    '$sortByCount',
    [{ $sortByCount: '$item' }],
    [
      { _id: 'a', count: 2 },
      { _id: 'b', count: 1 },
    ],
  ],
  ['$replaceRoot', [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { v: '$qty' } } }], [{ v: 2 }]],
  [
    '$unset and $skip',
    [{ $sort: { _id: 1 } }, { $skip: 2 }, { $unset: ['tags', 'price'] }],
    [{ _id: 3, item: 'a', qty: 5 }],
  ],
  [
    '$cond and $ifNull',
    [{ $project: { v: { $cond: [{ $gt: ['$qty', 1] }, { $ifNull: ['$none', 'many'] }, 'one'] } } }],
    [
      { _id: 1, v: 'many' },
      { _id: 2, v: 'one' },
      { _id: 3, v: 'many' },
    ],
  ],
  [
    '$unionWith',
    [{ $match: { _id: 1 } }, { $project: { _id: 1 } }, { $unionWith: 'items' }],
    [{ _id: 1 }, { _id: 'a', name: 'A' }, { _id: 'b', name: 'B' }],
  ],
];

describe('aggregate', () => {
  beforeAll(async () => {
    await server.db.collection('sales').insertMany(sales as never);
    await server.db.collection('items').insertMany([
      { _id: 'a' as never, name: 'A' },
      { _id: 'b' as never, name: 'B' },
    ]);
  });

  test.each(pipelines)('%s', async (_name, pipeline, expected) => {
    expect(await server.db.collection('sales').aggregate(pipeline).toArray()).toEqual(expected);
  });
});
