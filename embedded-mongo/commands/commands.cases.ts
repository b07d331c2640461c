import { BSON, Decimal128, Double, Int32, Long, MongoServerError, ObjectId, Timestamp } from 'mongodb';
import type { Document } from 'mongodb';
import { failure } from '../testing/failure';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('a document comes back with the same types and order of members', async () => {
  const document = {
    _id: new ObjectId(),
    z: new Int32(1),
    a: new Double(1),
    l: Long.fromNumber(1),
    d: Decimal128.fromString('1.10'),
    t: new Timestamp({ t: 1, i: 2 }),
    n: { y: [new Double(2), null], x: new Date(5) },
    b: new BSON.Binary(Buffer.from([1, 2]), 5),
    r: new BSON.BSONRegExp('a.b', 'im'),
  };
  const collection = server.db.collection('types');
  await collection.insertOne(document);
  const found = await collection.findOne({}, { promoteValues: false, bsonRegExp: true });
  expect(BSON.serialize(found as Document)).toEqual(BSON.serialize(document));
});

test('fields that a projection keeps have the same types', async () => {
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never, a: new Double(1), b: Long.fromNumber(2), c: 3 });
  const found = await collection.findOne({}, { projection: { a: 1, b: 1 }, promoteValues: false });
  expect(found).toEqual({ _id: new Int32(1), a: new Double(1), b: Long.fromNumber(2) });
});

const projections: [Document, Document][] = [
  [{ a: 1 }, { _id: 1, a: 5 }],
  [{ a: 0 }, { _id: 1, n: { x: 1, y: 2 }, l: [{ p: 1, q: 2 }, { p: 3 }] }],
  [{ _id: 0, 'n.x': 1 }, { n: { x: 1 } }],
  [{ _id: 0, 'l.p': 1 }, { l: [{ p: 1 }, { p: 3 }] }],
  [
    { _id: 0, l: { $slice: 1 }, a: 1 },
    { a: 5, l: [{ p: 1, q: 2 }] },
  ],
  [{ _id: 0, l: { $elemMatch: { p: 3 } } }, { l: [{ p: 3 }] }],
  [{ _id: 0, twice: { $multiply: ['$a', 2] } }, { twice: 10 }],
];

test.each(projections)('projection %j', async (projection, expected) => {
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never, a: 5, n: { x: 1, y: 2 }, l: [{ p: 1, q: 2 }, { p: 3 }] });
  expect(await collection.findOne({}, { projection })).toEqual(expected);
});

test('sort follows the order of types, and an array sorts by its smallest or largest item', async () => {
  const collection = server.collection();
  const values = [
    new Date(0),
    true,
    'a',
    3,
    null,
    { x: 1 },
    [2, 9],
    Decimal128.fromString('2.5'),
    Long.fromNumber(1),
  ];
  await collection.insertMany(values.map((v, i) => ({ _id: i as never, v })));
  const ids = (await collection.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id as unknown);
  expect(ids).toEqual([4, 8, 6, 7, 3, 2, 5, 1, 0]);
  const down = (
    await collection
      .find({ v: { $type: 'number' } })
      .sort({ v: -1 })
      .toArray()
  ).map(({ _id }) => _id as unknown);
  expect(down).toEqual([6, 3, 7, 8]);
});

test('results come in batches, and a killed cursor is gone', async () => {
  const collection = server.collection();
  await collection.insertMany(Array.from({ length: 250 }, (_, i) => ({ i })));
  expect(await collection.find({}, { batchSize: 7 }).toArray()).toHaveLength(250);
  const { cursor } = await server.db.command({ find: collection.collectionName, batchSize: 1 });
  const killed = await server.db.command({ killCursors: collection.collectionName, cursors: [cursor.id] });
  expect(killed['cursorsKilled']).toEqual([cursor.id]);
  const error = await failure(
    server.db.command({ getMore: cursor.id, collection: collection.collectionName }),
  );
  expect([error.code, error.codeName]).toEqual([43, 'CursorNotFound']);
});

test('an unordered insert keeps what it can', async () => {
  const collection = server.collection();
  const documents = [1, 1, 2, 2, 3].map((_id) => ({ _id: _id as never }));
  await failure(collection.insertMany(documents, { ordered: false }));
  expect(await collection.countDocuments()).toBe(3);
});

const refused: [string, Document, number, string][] = [
  ['an unknown command', { foo: 1 }, 59, 'CommandNotFound'],
  ['an unknown stage', { aggregate: 'x', pipeline: [{ $foo: 1 }], cursor: {} }, 40324, 'Location40324'],
  [
    'a change stream behind another stage',
    { aggregate: 'x', pipeline: [{ $match: {} }, { $changeStream: {} }], cursor: {} },
    40602,
    'Location40602',
  ],
  ['an unknown operator', { find: 'x', filter: { a: { $foo: 1 } } }, 2, 'BadValue'],
  [
    'an unknown accumulator',
    { aggregate: 'x', pipeline: [{ $group: { _id: 1, a: { $foo: 1 } } }], cursor: {} },
    15952,
    'Location15952',
  ],
  [
    'a collation of strength 4',
    { find: 'x', collation: { locale: 'en', strength: 4 } },
    115,
    'CommandNotSupported',
  ],
  ['indexes of nothing', { listIndexes: 'nothing' }, 26, 'NamespaceNotFound'],
  [
    'a text index',
    { createIndexes: 'x', indexes: [{ key: { a: 'text' }, name: 'a' }] },
    115,
    'CommandNotSupported',
  ],
  ['a bad name', { find: 'a$b' }, 73, 'InvalidNamespace'],
  ['a capped collection', { create: 'x', capped: true, size: 5 }, 115, 'CommandNotSupported'],
];

test.each(refused)('%s is refused', async (_name, command, code, codeName) => {
  const error = await failure(server.db.command(command));
  expect([error.code, error.codeName]).toEqual([code, codeName]);
  expect(error.message).not.toMatch(/at .*\.[jt]s/);
});

test('findOneAndUpdate upserts, returns before or after, and sorts', async () => {
  const collection = server.collection();
  const upsert = { upsert: true, returnDocument: 'after' } as const;
  expect(
    await collection.findOneAndUpdate(
      { _id: 1 as never },
      { $inc: { n: 1 }, $setOnInsert: { made: true } },
      upsert,
    ),
  ).toEqual({ _id: 1, made: true, n: 1 });
  expect(await collection.findOneAndUpdate({ _id: 1 as never }, { $inc: { n: 1 } })).toEqual({
    _id: 1,
    made: true,
    n: 1,
  });
  await collection.insertOne({ _id: 2 as never, n: 9 });
  expect(await collection.findOneAndDelete({}, { sort: { n: -1 } })).toEqual({ _id: 2, n: 9 });
});

test('update counts what matched and what changed', async () => {
  const collection = server.collection();
  await collection.insertMany([{ a: 1 }, { a: 1 }, { a: 2 }]);
  expect(await collection.updateMany({}, { $set: { a: 1 } })).toMatchObject({
    matchedCount: 3,
    modifiedCount: 1,
  });
  expect(await collection.updateOne({ a: 5 }, { $set: { b: 1 } }, { upsert: true })).toMatchObject({
    matchedCount: 0,
    upsertedCount: 1,
  });
  expect(await collection.replaceOne({ a: 5 }, { c: 1 })).toMatchObject({ modifiedCount: 1 });
  expect(await collection.deleteMany({ a: 1 })).toMatchObject({ deletedCount: 3 });
});

test('collections and indexes are listed, made and dropped', async () => {
  const db = server.client.db('listed');
  await db.createCollection('made');
  await db.collection('made').createIndexes([{ key: { a: 1, b: -1 }, ...{ unique: true } }]);
  await db.collection('other').insertOne({ a: 1 });
  expect((await db.listCollections().toArray()).map(({ name }) => name as unknown)).toEqual([
    'made',
    'other',
  ]);
  expect(await db.collection('made').indexes()).toEqual([
    { v: 2, key: { _id: 1 }, name: '_id_' },
    { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true },
  ]);
  await db.collection('made').dropIndex('a_1_b_-1');
  expect(await db.collection('made').indexes()).toHaveLength(1);
  await db.collection('made').drop();
  await db.dropDatabase();
  expect(await db.listCollections().toArray()).toEqual([]);
  expect(await db.collection('other').countDocuments()).toBe(0);
});

test('a document above 16 MB is refused', async () => {
  const error = await failure(
    server.db
      .command({ insert: 'big', documents: [{ s: 'x'.repeat(8 << 20), t: 'y'.repeat(8 << 20) }] })
      .then((reply) => {
        throw new MongoServerError((reply['writeErrors'] as Document[])[0] as Document);
      }),
  );
  expect(error.code).toBe(10334);
});
