import { MongoClient, MongoClientBulkWriteError } from 'mongodb';
import type { Collection, Document } from 'mongodb';
import { startCuttingProxy } from '../testing/cutting';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';
import { opened } from '../testing/streams';

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

async function rows(count: number): Promise<Collection<Row>> {
  const collection = server.db.collection<Row>(server.collection().collectionName);
  await collection.insertMany(Array.from({ length: count }, (_, n) => ({ _id: n, n })));
  return collection;
}

test('a client takes a bulk of writes over several collections', async () => {
  const [a, b] = [await rows(3), await rows(2)];
  const result = await server.client.bulkWrite(
    [
      { namespace: a.namespace, name: 'insertOne', document: { _id: 10 } as Document },
      {
        namespace: b.namespace,
        name: 'updateOne',
        filter: { _id: 7 as never },
        update: { $set: { n: 7 } },
        upsert: true,
      },
      { namespace: a.namespace, name: 'updateMany', filter: {}, update: { $set: { s: 'x' } } },
      { namespace: b.namespace, name: 'replaceOne', filter: {}, replacement: { s: 'r' }, sort: { _id: -1 } },
      { namespace: b.namespace, name: 'deleteOne', filter: { _id: 0 as never } },
      { namespace: a.namespace, name: 'deleteMany', filter: { n: { $gt: 0 } } },
    ],
    { verboseResults: true },
  );
  expect(result).toMatchObject({
    insertedCount: 1,
    upsertedCount: 1,
    matchedCount: 5,
    modifiedCount: 5,
    deletedCount: 3,
  });
  expect(result.updateResults?.get(1)).toEqual({
    matchedCount: 1,
    modifiedCount: 0,
    didUpsert: true,
    upsertedId: 7,
  });
  expect(result.deleteResults?.get(5)).toEqual({ deletedCount: 2 });
  expect(await a.find().toArray()).toEqual([
    { _id: 0, n: 0, s: 'x' },
    { _id: 10, s: 'x' },
  ]);
  expect(await b.find().toArray()).toEqual([
    { _id: 1, n: 1 },
    { _id: 7, s: 'r' },
  ]);
});

test('a bulk of a client tells what failed, and is taken back with its transaction', async () => {
  const collection = await rows(1);
  const { namespace } = collection;
  const insert = (_id: number) => ({ namespace, name: 'insertOne', document: { _id } as Document }) as const;
  const models = [insert(1), insert(0), insert(2)];
  const failed = async (options: object): Promise<MongoClientBulkWriteError> => {
    const error: unknown = await server.client.bulkWrite(models, options).catch((thrown: unknown) => thrown);
    if (error instanceof MongoClientBulkWriteError) return error;
    throw error;
  };
  const first = await failed({ ordered: true });
  expect([...first.writeErrors]).toEqual([[1, { code: 11000, message: expect.stringContaining('E11000') }]]);
  expect(first.partialResult?.insertedCount).toBe(1);
  const all = await failed({ ordered: false });
  expect([[...all.writeErrors.keys()], all.partialResult?.insertedCount]).toEqual([[0, 1], 1]);
  await server.client.withSession(async (session) => {
    session.startTransaction();
    await server.client.bulkWrite([insert(5)], { session });
    expect(await collection.countDocuments({}, { session })).toBe(4);
    await session.abortTransaction();
  });
  expect(await collection.countDocuments()).toBe(3);
});

test('a bulk of a client whose answer is lost is sent again, and applied once', async () => {
  const collection = await rows(1);
  const { namespace } = collection;
  const proxy = await startCuttingProxy(server.mongo.uri);
  const client = await new MongoClient(proxy.uri).connect();
  proxy.loseAnswerTo('bulkWrite');
  const result = await client.bulkWrite([
    { namespace, name: 'updateOne', filter: {}, update: { $inc: { n: 1 } } },
    { namespace, name: 'insertOne', document: { s: 'once' } as Document },
  ]);
  expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1, insertedCount: 1 });
  expect(await collection.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ n: 1 }, { s: 'once' }]);
  await client.close();
  await proxy.close();
});

test('a bulk of a client without acknowledgement arrives', async () => {
  const collection = await rows(1);
  const { namespace } = collection;
  const events = await opened(collection);
  const models = [{ namespace, name: 'insertOne', document: { _id: 7 as never } }] as const;
  const result = await server.client.bulkWrite(models, { ordered: false, writeConcern: { w: 0 } });
  expect(result.acknowledged).toBe(false);
  expect(await events.next()).toMatchObject({ operationType: 'insert', documentKey: { _id: 7 } });
  await events.close();
});
