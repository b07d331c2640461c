import { Binary, Decimal128, Long, UUID } from 'mongodb';
import type { Collection, MongoBulkWriteError } from 'mongodb';
import { failure } from '../testing/failure';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';

interface Row {
  _id: number;
  n?: number;
  s?: string;
}

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function rows(count = 10): Promise<Collection<Row>> {
  const collection = server.db.collection<Row>(server.collection().collectionName);
  if (count > 0) await collection.insertMany(Array.from({ length: count }, (_, n) => ({ _id: n, n })));
  return collection;
}

const ids = (found: readonly { _id: unknown }[]): unknown[] => found.map(({ _id }) => _id);
const openCursors = async (): Promise<number> =>
  (await server.db.admin().serverStatus())['metrics'].cursor.open.total;

test('cursors: batches, order, skip and limit, map, rewind, clone, forEach', async () => {
  const collection = await rows();
  const cursor = collection.find({ n: { $gt: 1 } }, { noCursorTimeout: true, batchSize: 2 }).sort({ n: -1 });
  const walked: number[] = [];
  for await (const { _id } of cursor) walked.push(_id);
  expect(walked).toEqual([9, 8, 7, 6, 5, 4, 3, 2]);
  cursor.rewind();
  expect(ids(await cursor.toArray())).toEqual(walked);
  expect(await cursor.clone().skip(6).hasNext()).toBe(true);
  const doubled: number[] = [];
  for await (const value of collection
    .find()
    .limit(3)
    .map(({ _id }) => _id * 2))
    doubled.push(value);
  expect(doubled).toEqual([0, 2, 4]);
  expect(ids(await collection.find().limit(-3).toArray())).toEqual([0, 1, 2]);
  expect(ids(await collection.find().sort('n').allowDiskUse().limit(5).batchSize(5).toArray())).toHaveLength(
    5,
  );
  expect(ids(await collection.find().maxTimeMS(1000).comment('x').toArray())).toHaveLength(10);
  expect(await collection.find().project({ _id: 0, n: 1 }).limit(1).next()).toEqual({ n: 0 });
});

test('a cursor that is closed early, or left by a loop, is closed on the server', async () => {
  const collection = await rows();
  const before = await openCursors();
  const cursor = collection.find({}, { batchSize: 2 });
  await cursor.next();
  expect(await openCursors()).toBe(before + 1);
  await cursor.close();
  for await (const { _id } of collection.find({}, { batchSize: 2 })) if (_id === 3) break;
  expect(await openCursors()).toBe(before);
});

test('a collection takes a bulk of writes, in order up to the first that fails', async () => {
  const collection = await rows(3);
  const result = await collection.bulkWrite([
    { insertOne: { document: { _id: 10 } } },
    { updateOne: { filter: { _id: 20 }, update: { $set: { n: 1 } }, upsert: true } },
    { updateMany: { filter: { n: { $gte: 0 } }, update: { $inc: { n: 1 } } } },
    { replaceOne: { filter: { _id: 10 }, replacement: { s: 'r' } } },
    { deleteOne: { filter: { _id: 0 } } },
    { deleteMany: { filter: { n: { $gt: 2 } } } },
  ]);
  expect(result).toMatchObject({
    insertedCount: 1,
    upsertedCount: 1,
    upsertedIds: { 1: 20 },
    matchedCount: 5,
    modifiedCount: 5,
    deletedCount: 2,
  });
  const bulk = [
    { insertOne: { document: { _id: 30 } } },
    { insertOne: { document: { _id: 10 } } },
    { insertOne: { document: { _id: 31 } } },
  ];
  const error = (await failure(collection.bulkWrite(bulk))) as MongoBulkWriteError;
  expect([error.code, error.insertedCount, error.result.getWriteErrorAt(0)?.index]).toEqual([11000, 1, 1]);
  const rest = (await failure(collection.bulkWrite(bulk, { ordered: false }))) as MongoBulkWriteError;
  expect([rest.insertedCount, rest.result.getWriteErrorCount()]).toEqual([1, 2]);
  const old = collection.initializeOrderedBulkOp();
  old
    .find({ _id: 31 })
    .upsert()
    .updateOne({ $set: { n: 5 } });
  old.find({ _id: 30 }).delete();
  expect(await old.execute()).toMatchObject({ modifiedCount: 1, deletedCount: 1 });
});

test('findOneAnd…: before or after, what is missing, metadata, sort, arrayFilters, hint', async () => {
  const collection = await rows(3);
  const after = { returnDocument: 'after' } as const;
  expect(await collection.findOneAndUpdate({ _id: 1 }, { $inc: { n: 5 } })).toEqual({ _id: 1, n: 1 });
  expect(await collection.findOneAndUpdate({ _id: 1 }, [{ $set: { s: 'x' } }], after)).toEqual({
    _id: 1,
    n: 6,
    s: 'x',
  });
  expect(
    await collection.findOneAndReplace({ _id: 1 }, { s: 'y' }, { ...after, projection: { _id: 0 } }),
  ).toEqual({ s: 'y' });
  expect(
    await collection.findOneAndDelete({ n: { $gte: 0 } }, { sort: { _id: -1 }, hint: { _id: 1 } }),
  ).toEqual({
    _id: 2,
    n: 2,
  });
  expect(await collection.findOneAndUpdate({ _id: 99 }, { $set: { n: 1 } })).toBeNull();
  const made = await collection.findOneAndUpdate(
    { _id: 99 },
    { $set: { n: 1 } },
    { upsert: true, includeResultMetadata: true },
  );
  expect(made).toMatchObject({
    value: null,
    lastErrorObject: { n: 1, updatedExisting: false, upserted: 99 },
  });
  const arrays = server.collection();
  await arrays.insertOne({ grades: [1, 5, 9] });
  const update = { $set: { 'grades.$[high]': 4 } };
  expect(
    await arrays.findOneAndUpdate({}, update, { ...after, arrayFilters: [{ high: { $gt: 4 } }] }),
  ).toMatchObject({ grades: [1, 4, 4] });
});

test('updateOne and replaceOne take the first in an order', async () => {
  const collection = await rows(3);
  await collection.updateOne({}, { $set: { s: 'last' } }, { sort: { _id: -1 } });
  await collection.replaceOne({ s: { $exists: false } }, { s: 'r' }, { sort: { n: -1 } });
  expect(
    await collection
      .find({ s: { $exists: true } })
      .sort({ _id: 1 })
      .toArray(),
  ).toEqual([
    { _id: 1, s: 'r' },
    { _id: 2, n: 2, s: 'last' },
  ]);
});

test('counts, distinct, hints and collations', async () => {
  const collection = await rows();
  await collection.createIndexes([{ key: { n: 1 } }]);
  await collection.updateMany({ n: { $lt: 4 } }, { $set: { s: 'É' } });
  expect(await collection.estimatedDocumentCount()).toBe(10);
  expect(await collection.countDocuments({ n: { $gte: 3 } }, { skip: 1, limit: 3, hint: 'n_1' })).toBe(3);
  expect(await collection.countDocuments({ s: 'e' }, { collation: { locale: 'fr', strength: 1 } })).toBe(4);
  expect(await collection.distinct('n', { n: { $lt: 3 } })).toEqual([0, 1, 2]);
  expect(await collection.find({ s: 'é' }).collation({ locale: 'fr', strength: 2 }).toArray()).toHaveLength(
    4,
  );
  expect((await failure(collection.find().hint('none').toArray())).code).toBe(2);
});

test('aggregates are walked, joined, faceted and written out', async () => {
  const collection = await rows();
  const cursor = collection.aggregate([{ $sort: { _id: 1 } }, { $project: { n: 1 } }], {
    batchSize: 3,
  });
  expect(await cursor.toArray()).toHaveLength(10);
  const joined = collection.aggregate([
    { $match: { _id: 4 } },
    {
      $lookup: {
        from: collection.collectionName,
        let: { id: '$_id' },
        pipeline: [{ $match: { $expr: { $lt: ['$_id', '$$id'] } } }, { $count: 'n' }],
        as: 'below',
      },
    },
    { $facet: { a: [{ $project: { below: 1, _id: 0 } }] } },
  ]);
  expect(await joined.next()).toEqual({ a: [{ below: [{ n: 4 }] }] });
  const to = server.collection().collectionName;
  await collection.aggregate([{ $match: { n: { $lt: 2 } } }, { $out: to }]).toArray();
  expect(await server.db.collection(to).countDocuments()).toBe(2);
  const plan = await collection.aggregate([{ $match: { _id: 3 } }]).explain('executionStats');
  expect(plan['executionStats']).toMatchObject({ nReturned: 1, totalDocsExamined: 1 });
  expect(await server.db.aggregate([{ $documents: [{ a: 1 }] }]).toArray()).toEqual([{ a: 1 }]);
});

test('collections are made with a validator, renamed and dropped; listings are cursors', async () => {
  const db = server.client.db(`${server.db.databaseName}_admin`);
  const made = await db.createCollection('made', {
    validator: { $jsonSchema: { required: ['a'] } },
  });
  const refused = await failure(made.insertOne({ _id: 5 as never, b: 1 }));
  expect([refused.code, refused.errorResponse.errInfo]).toMatchObject([
    121,
    { failingDocumentId: 5, details: { schemaRulesNotSatisfied: [{ missingProperties: ['a'] }] } },
  ]);
  await made.insertOne({ b: 1 }, { bypassDocumentValidation: true });
  await made.rename('named');
  await db.createCollection('other');
  expect((await failure(db.renameCollection('named', 'other'))).code).toBe(48);
  await db.renameCollection('named', 'other', { dropTarget: true });
  const listed = db.listCollections({}, { nameOnly: true, batchSize: 1 });
  expect(await listed.toArray()).toEqual([{ name: 'other', type: 'collection' }]);
  const [options] = await db.listCollections({ name: 'other' }).toArray();
  expect(options).toMatchObject({ options: { validator: { $jsonSchema: { required: ['a'] } } } });
  const listIndexes = db.collection('other').listIndexes({ batchSize: 1 });
  expect(await listIndexes.toArray()).toMatchObject([{ name: '_id_' }]);
  const { databases } = await server.db.admin().listDatabases({ nameOnly: true });
  expect(databases.map(({ name }) => name)).toContain(db.databaseName);
  expect((await db.collection('other').options())['validator']).toBeDefined();
  expect(await db.dropCollection('other')).toBe(true);
  await db.dropDatabase();
  expect((await db.collections()).length).toBe(0);
});

test('values of every type come back as they were', async () => {
  const collection = server.collection();
  const value = {
    decimal: Decimal128.fromString('1E+3'),
    long: Long.fromString('9007199254740993'),
    uuid: new UUID(),
    binary: new Binary(Buffer.from([1]), 128),
    at: new Date(-1),
    re: /^a.b/i,
    nothing: null,
  };
  await collection.insertOne({ ...value });
  expect(await collection.findOne({}, { projection: { _id: 0 } })).toEqual(value);
  const big = await collection.findOne({ long: 9007199254740993n }, { useBigInt64: true });
  expect(big?.['long']).toBe(9007199254740993n);
});
