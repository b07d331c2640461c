import { Long } from 'mongodb';
import type { Document } from 'mongodb';
import { failure } from '../testing/failure';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('a unique index refuses with 11000, the key and its value, in the words of the real server', async () => {
  const collection = server.db.collection('unique');
  await collection.createIndexes([{ key: { email: 1 }, ...{ unique: true } }]);
  await collection.insertOne({ email: 'a@b.c' });
  const error = await failure(collection.insertOne({ email: 'a@b.c' }));
  expect(error.code).toBe(11000);
  expect(error.message).toBe(
    'E11000 duplicate key error collection: tests.unique index: email_1 dup key: { email: "a@b.c" }',
  );
  expect(error['keyPattern']).toEqual({ email: 1 });
  expect(error['keyValue']).toEqual({ email: 'a@b.c' });
});

test('unique holds for long values, arrays, updates, and within sparse and partial indexes', async () => {
  const collection = server.collection();
  await collection.createIndexes([
    { key: { long: 1 }, unique: true, sparse: true },
    { key: { tags: 1 }, unique: true, sparse: true },
    { key: { code: 1 }, unique: true, partialFilterExpression: { active: true } },
  ]);
  const long = 'x'.repeat(4000);
  await collection.insertMany([{ long: `${long}1` }, { long: `${long}2` }, { tags: [1, 2] }, { tags: [3] }]);
  await collection.insertMany([{ code: 1, active: true }, { code: 1 }, { code: 1 }]);
  expect((await failure(collection.insertOne({ long: `${long}1` }))).code).toBe(11000);
  expect((await failure(collection.insertOne({ tags: [9, 2] }))).code).toBe(11000);
  expect((await failure(collection.updateOne({ tags: 3 }, { $push: { tags: 1 } } as never))).code).toBe(
    11000,
  );
  expect((await failure(collection.insertOne({ code: 1, active: true }))).code).toBe(11000);
  expect(await collection.countDocuments()).toBe(7);
});

async function indexUsed(name: string, command: Document): Promise<[string | undefined, number, boolean]> {
  const { queryPlanner, executionStats } = await server.db.command({ explain: { find: name, ...command } });
  const text = JSON.stringify(queryPlanner);
  return [
    /"indexName":"([^"]+)"/.exec(text)?.[1],
    executionStats.totalDocsExamined as number,
    text.includes('"SORT"'),
  ];
}

const plans: [string, Document, [string | undefined, number, boolean]][] = [
  ['_id', { filter: { _id: 7 } }, ['_id_', 1, false]],
  ['equality', { filter: { t: 3 } }, ['t_1_n_-1', 10, false]],
  ['a prefix and a range', { filter: { t: 3, n: { $gt: 90 } } }, ['t_1_n_-1', 1, false]],
  ['$in', { filter: { _id: { $in: [1, 2, 500] } } }, ['_id_', 2, false]],
  ['order from the index', { filter: { t: 3 }, sort: { n: -1 }, limit: 2 }, ['t_1_n_-1', 2, false]],
  ['the reverse order', { filter: { t: 3 }, sort: { n: 1 }, limit: 2 }, ['t_1_n_-1', 2, false]],
  ['order in memory', { filter: { t: 3 }, sort: { s: 1 } }, ['t_1_n_-1', 10, true]],
  ['items of an array', { filter: { tags: 'x5' } }, ['tags_1', 1, false]],
  ['a prefix of a text', { filter: { s: { $regex: '^s1' } } }, ['s_1', 11, false]],
  ['an equality of expressions', { filter: { $expr: { $eq: [7, '$_id'] } } }, ['_id_', 1, false]],
  [
    'an equality of expressions with null',
    { filter: { $expr: { $eq: ['$sp', null] } } },
    [undefined, 100, false],
  ],
  ['nothing', { filter: { other: 1 } }, [undefined, 100, false]],
  ['a sparse index not for null', { filter: { sp: null } }, [undefined, 100, false]],
  ['a sparse index for a value', { filter: { sp: 4 } }, ['sp_1', 1, false]],
  ['a partial index where it holds', { filter: { p: 5, on: true } }, ['p_1', 1, false]],
  ['a partial index not elsewhere', { filter: { p: 5 } }, [undefined, 100, false]],
  ['a hint', { filter: { t: 3 }, hint: 's_1' }, ['s_1', 100, false]],
];

describe('an index serves', () => {
  beforeAll(async () => {
    const collection = server.db.collection('planned');
    await collection.createIndexes([
      { key: { t: 1, n: -1 } },
      { key: { tags: 1 } },
      { key: { s: 1 } },
      { key: { sp: 1 }, sparse: true },
      { key: { p: 1 }, partialFilterExpression: { on: true } },
    ]);
    const documents = Array.from({ length: 100 }, (_, n) => ({
      ...{ _id: n as never, n, t: n % 10, s: `s${n}`, tags: [`x${n}`, 'all'], p: n, on: n % 2 === 1 },
      ...(n % 4 === 0 ? { sp: n } : {}),
    }));
    await collection.insertMany(documents);
  });

  test.each(plans)('%s', async (_name, command, expected) => {
    expect(await indexUsed('planned', command)).toEqual(expected);
  });
});

test('a hint that names no index is refused', async () => {
  const collection = server.collection();
  await collection.insertOne({});
  const error = await failure(server.db.command({ find: collection.collectionName, hint: 'no_such' }));
  expect([error.code, error.codeName]).toEqual([2, 'BadValue']);
});

test('every query answers the same with and without an index', async () => {
  const [plain, indexed] = [server.collection(), server.collection()];
  await indexed.createIndexes([{ key: { a: 1, b: -1 } }, { key: { b: 1 } }, { key: { 'c.d': 1 } }]);
  const values = [
    null,
    1,
    2.5,
    'x',
    'xy',
    [1, 3],
    [],
    { d: 1 },
    [{ d: 2 }, { d: 5 }],
    true,
    new Date(3),
    Long.fromString('9007199254740993'),
  ];
  const documents = values.flatMap((a, i) =>
    values
      .filter((b) => !Array.isArray(a) || !Array.isArray(b))
      .map((b, j) => ({ _id: `${i}/${j}` as never, a, b, c: values[(i + j) % 12] })),
  );
  for (const collection of [plain, indexed])
    await collection.insertMany([...documents, { _id: 'none' as never }], { forceServerObjectId: true });
  const conditions: unknown[] = [
    1,
    null,
    'x',
    { $gt: 1 },
    { $gte: 'x' },
    { $lt: 3 },
    { $lte: null },
    { $in: [1, 'x', null] },
    { $exists: true },
    { $ne: 1 },
    { $gt: 1, $lt: 3 },
    /^x/,
    [1, 3],
    { d: 1 },
  ];
  for (const a of conditions) {
    for (const filter of [
      { a },
      { b: a },
      { a, b: { $gte: 1 } },
      { 'c.d': a },
      { a: 1, 'c.d': a },
    ] as Document[]) {
      for (const sort of [{ _id: 1 }, { a: 1, b: -1, _id: 1 }] as const) {
        const [expected, found] = await Promise.all(
          [plain, indexed].map((c) =>
            c
              .find(filter, { projection: { _id: 1 } })
              .sort(sort)
              .toArray(),
          ),
        );
        expect([filter, sort, found]).toEqual([filter, sort, expected]);
      }
    }
  }
});
