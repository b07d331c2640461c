import { Decimal128, Long } from 'mongodb';
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
  ['_id before more fields that find more', { filter: { _id: 7, u: 0, v: null } }, ['_id_', 1, false]],
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
      { key: { u: 1, v: 1 } },
      { key: { sp: 1 }, sparse: true },
      { key: { p: 1 }, partialFilterExpression: { on: true } },
    ]);
    const documents = Array.from({ length: 100 }, (_, n) => ({
      ...{ _id: n as never, n, t: n % 10, s: `s${n}`, tags: [`x${n}`, 'all'], u: 0, p: n, on: n % 2 === 1 },
      ...(n % 4 === 0 ? { sp: n } : {}),
    }));
    await collection.insertMany(documents);
  });

  test.each(plans)('%s', async (_name, command, expected) => {
    expect(await indexUsed('planned', command)).toEqual(expected);
  });
});

const counts: [string, Document, [stage: string, keys: number, documents: number, n: number]][] = [
  ['all documents', {}, ['COUNT_SCAN', 100, 0, 100]],
  ['an equality', { query: { t: 3 } }, ['COUNT_SCAN', 10, 0, 10]],
  ['an equality and a range', { query: { t: 3, n: { $gt: 20, $lte: 63 } } }, ['COUNT_SCAN', 5, 0, 5]],
  [
    'what must be in either of two',
    { query: { $and: [{ t: { $in: [3, 4] } }, { n: { $lt: 9 } }] } },
    ['COUNT_SCAN', 2, 0, 2],
  ],
  ['texts in a range', { query: { s: { $gte: 's9' } } }, ['COUNT_SCAN', 11, 0, 11]],
  ['no more than a limit behind a skip', { query: { t: 3 }, skip: 2, limit: 3 }, ['COUNT_SCAN', 5, 0, 3]],
  ['what a sparse index holds', { query: { sp: { $gt: 50 } } }, ['COUNT_SCAN', 12, 0, 12]],
  ['by a hint', { query: { s: 's1' }, hint: 's_1' }, ['COUNT_SCAN', 1, 0, 1]],
  ['not with a condition beside the index', { query: { t: 3, on: true } }, ['FETCH', 10, 10, 10]],
  ['not with one that bounds do not tell', { query: { t: { $gt: 3, $ne: 5 } } }, ['FETCH', 60, 60, 50]],
  ['null, and what is missing', { query: { s: null } }, ['COUNT_SCAN', 0, 0, 0]],
  ['not where arrays have been', { query: { tags: 'all' } }, ['FETCH', 100, 100, 100]],
  ['not alternatives', { query: { $or: [{ t: 3 }] } }, ['COLLSCAN', 0, 100, 10]],
  ['not with a collation', { query: { s: 's1' }, collation: { locale: 'en' } }, ['COLLSCAN', 0, 100, 1]],
];

describe('an index counts', () => {
  test.each(counts)('%s', async (_name, command, expected) => {
    const count = { count: 'planned', ...command };
    const { queryPlanner, executionStats } = await server.db.command({ explain: count });
    const { totalKeysExamined, totalDocsExamined } = executionStats;
    const text = JSON.stringify(queryPlanner.winningPlan);
    const stage = ['COUNT_SCAN', 'FETCH', 'COLLSCAN'].find((name) => text.includes(`"${name}"`));
    const { n } = await server.db.command(count);
    expect([stage, totalKeysExamined, totalDocsExamined, n]).toEqual(expected);
  });

  test('null as a filter would: with what is missing, at every depth', async () => {
    const collection = server.collection();
    await collection.createIndexes([{ key: { n: 1 } }, { key: { 'in.n': -1 } }]);
    await collection.insertMany([{}, { n: null, in: 5 }, { n: 0, in: {} }, { n: '', in: { n: 1 } }]);
    const counted = async (query: Document, hint: string): Promise<number[]> => {
      const command = { count: collection.collectionName, query, hint };
      const { executionStats } = await server.db.command({ explain: command });
      return [(await server.db.command(command))['n'], executionStats.totalDocsExamined];
    };
    expect(await counted({ n: null }, 'n_1')).toEqual([2, 0]);
    expect(await counted({ n: { $in: [null, 0] } }, 'n_1')).toEqual([3, 0]);
    expect(await counted({ 'in.n': null }, 'in.n_-1')).toEqual([3, 0]);
    await collection.insertOne({ n: [], in: [{}] });
    expect(await counted({ n: null }, 'n_1')).toEqual([2, 2]);
  });

  test('for an aggregate that only counts, and for no other', async () => {
    const counted = server.db.collection('planned').aggregate([{ $match: { t: 3 } }, { $count: 'n' }]);
    expect((await counted.explain('executionStats'))['executionStats']).toMatchObject({
      totalDocsExamined: 0,
    });
    expect(await counted.toArray()).toEqual([{ n: 10 }]);
    expect(await server.db.collection('planned').countDocuments({ t: { $gte: 8 } })).toBe(20);
    const summed = server.db.collection('planned').aggregate([{ $group: { _id: 1, n: { $sum: '$n' } } }]);
    expect(await summed.toArray()).toEqual([{ _id: 1, n: 4950 }]);
  });

  test('what a transaction has written and removed itself, and nothing of it outside', async () => {
    const collection = server.collection();
    await collection.createIndexes([{ key: { t: 1 } }]);
    await collection.insertMany(Array.from({ length: 20 }, (_, n) => ({ t: n % 2 })));
    const session = server.client.startSession();
    session.startTransaction();
    await collection.insertMany([{ t: 1 }, { t: 1 }, { t: 0 }], { session });
    await collection.deleteOne({ t: 0 }, { session });
    await collection.updateOne({ t: 0 }, { $set: { t: 1 } }, { session });
    const counted = (options: object): Promise<number[]> =>
      Promise.all([0, 1].map((t) => collection.countDocuments({ t }, options)));
    expect(await counted({ session })).toEqual([9, 13]);
    expect(await counted({ session, skip: 3, limit: 8 })).toEqual([6, 8]);
    expect(await counted({})).toEqual([10, 10]);
    await session.abortTransaction();
    await session.endSession();
  });

  test('numbers of all types and NaN as a filter would, and not where keys are cut or rounded', async () => {
    const collection = server.collection();
    await collection.createIndexes([{ key: { n: 1 } }, { key: { n: -1, s: 1 } }]);
    const numbers = [
      NaN,
      -Infinity,
      -0,
      0,
      5,
      Long.fromNumber(5),
      Decimal128.fromString('5.0'),
      Long.MAX_VALUE,
    ];
    await collection.insertMany(numbers.map((n) => ({ n })));
    const count = async (filter: Document, hint: string): Promise<[number, number]> => {
      const command = { count: collection.collectionName, query: filter, hint };
      const { executionStats } = await server.db.command({ explain: command });
      return [(await server.db.command(command))['n'], executionStats.totalDocsExamined];
    };
    for (const hint of ['n_1', 'n_-1_s_1']) {
      expect(await count({ n: 5 }, hint)).toEqual([3, 0]);
      expect(await count({ n: { $lte: 0 } }, hint)).toEqual([3, 0]);
      expect(await count({ n: { $gt: 5 } }, hint)).toEqual([1, 0]);
      expect(await count({ n: NaN }, hint)).toEqual([1, 0]);
      expect(await count({ n: { $gte: NaN } }, hint)).toEqual([1, 8]);
      expect(await count({ n: Decimal128.fromString('0.1') }, hint)).toEqual([0, 0]);
      expect(await count({ n: { $gt: Decimal128.fromString('0.1') } }, hint)).toEqual([4, 4]);
    }
    await collection.insertOne({ n: Decimal128.fromString('0.1') });
    expect(await count({ n: { $gt: 0.1 } }, 'n_1')).toEqual([4, 4]);
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
      const [counted, count] = await Promise.all([plain, indexed].map((c) => c.countDocuments(filter)));
      expect([filter, count]).toEqual([filter, counted]);
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
