import { MongoServerError } from 'mongodb';
import type { ClientSession, Collection } from 'mongodb';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(':memory:', { maxPoolSize: 5 });
});
afterAll(() => server.stop());

async function withOpenTransaction(work: (session: ClientSession) => Promise<void>): Promise<void> {
  const session = server.client.startSession();
  session.startTransaction();
  try {
    await work(session);
  } finally {
    await session.endSession();
  }
}

async function counter(): Promise<Collection> {
  const collection = server.collection();
  await collection.insertOne({ _id: 'n' as never, n: 0 });
  return collection;
}

test('a transaction sees its own writes and nobody else does before the commit', async () => {
  const collection = await counter();
  await withOpenTransaction(async (session) => {
    await collection.updateOne({}, { $set: { n: 1 } }, { session });
    await collection.insertOne({ n: 2 }, { session });
    expect(await collection.countDocuments({ n: { $gt: 0 } }, { session })).toBe(2);
    expect(await collection.countDocuments({ n: { $gt: 0 } })).toBe(0);
    await session.commitTransaction();
    expect(await collection.countDocuments({ n: { $gt: 0 } })).toBe(2);
  });
});

test('an aborted transaction leaves nothing behind', async () => {
  const collection = await counter();
  await withOpenTransaction(async (session) => {
    await collection.insertOne({ n: 2 }, { session });
    await collection.deleteOne({ _id: 'n' as never }, { session });
    await session.abortTransaction();
  });
  expect(await collection.find().toArray()).toEqual([{ _id: 'n', n: 0 }]);
});

test('a transaction reads the state of its beginning', async () => {
  const collection = await counter();
  await withOpenTransaction(async (session) => {
    expect(await collection.findOne({}, { session })).toEqual({ _id: 'n', n: 0 });
    await collection.updateOne({}, { $set: { n: 5 } });
    expect(await collection.findOne({}, { session })).toEqual({ _id: 'n', n: 0 });
    await session.commitTransaction();
  });
});

test('the first writer wins, the second one gets 112 and may try again', async () => {
  const collection = await counter();
  await withOpenTransaction(async (first) => {
    await collection.updateOne({}, { $inc: { n: 1 } }, { session: first });
    await withOpenTransaction(async (second) => {
      const error = await collection
        .updateOne({}, { $inc: { n: 1 } }, { session: second })
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(MongoServerError);
      expect((error as MongoServerError).code).toBe(112);
      expect((error as MongoServerError).hasErrorLabel('TransientTransactionError')).toBe(true);
    });
    await first.commitTransaction();
  });
  expect(await collection.findOne()).toEqual({ _id: 'n', n: 1 });
});

test('what was committed after the beginning of a transaction cannot be overwritten by it', async () => {
  const collection = await counter();
  await withOpenTransaction(async (session) => {
    await collection.findOne({}, { session });
    await collection.updateOne({}, { $inc: { n: 1 } });
    await expect(collection.updateOne({}, { $inc: { n: 1 } }, { session })).rejects.toMatchObject({
      code: 112,
    });
  });
});

test('two transactions cannot insert the same unique value', async () => {
  const collection = server.collection();
  await collection.createIndexes([{ key: { u: 1 }, ...{ unique: true } }]);
  await withOpenTransaction(async (first) => {
    await collection.insertOne({ u: 1 }, { session: first });
    await withOpenTransaction(async (second) => {
      await expect(collection.insertOne({ u: 1 }, { session: second })).rejects.toMatchObject({ code: 112 });
    });
    await first.commitTransaction();
  });
  await expect(collection.insertOne({ u: 1 })).rejects.toMatchObject({ code: 11000 });
});

test('a write outside waits for the transaction that has changed the document', async () => {
  const collection = await counter();
  let outside: Promise<unknown> | undefined;
  await withOpenTransaction(async (session) => {
    await collection.updateOne({}, { $inc: { n: 1 } }, { session });
    outside = collection.updateOne({}, { $inc: { n: 10 } });
    await collection.updateOne({}, { $inc: { n: 100 } }, { session });
    await session.commitTransaction();
  });
  await outside;
  expect(await collection.findOne()).toEqual({ _id: 'n', n: 111 });
});

test('more concurrent transactions than connections all succeed, each once', async () => {
  const collection = await counter();
  const one = (): Promise<unknown> =>
    server.client.withSession((session) =>
      session.withTransaction(async () => {
        await collection.insertOne({ row: true }, { session });
        await collection.updateOne({ _id: 'n' as never }, { $inc: { n: 1 } }, { session });
      }),
    );
  await Promise.all(Array.from({ length: 25 }, one));
  expect(await collection.findOne({ _id: 'n' as never })).toEqual({ _id: 'n', n: 25 });
  expect(await collection.countDocuments({ row: true })).toBe(25);
});

test('a failed statement ends the transaction', async () => {
  const collection = await counter();
  await withOpenTransaction(async (session) => {
    await expect(collection.insertOne({ _id: 'n' as never }, { session })).rejects.toMatchObject({
      code: 11000,
    });
    await expect(collection.findOne({}, { session })).rejects.toMatchObject({ code: 251 });
  });
});

test('ending the session aborts what is open in it, so that others can write', async () => {
  const collection = await counter();
  await withOpenTransaction(async (session) => {
    await collection.updateOne({}, { $inc: { n: 1 } }, { session });
  });
  await collection.updateOne({}, { $inc: { n: 10 } });
  expect(await collection.findOne()).toEqual({ _id: 'n', n: 10 });
});

test('a commit that is sent twice succeeds twice', async () => {
  const collection = await counter();
  await withOpenTransaction(async (session) => {
    await collection.updateOne({}, { $inc: { n: 1 } }, { session });
    await session.commitTransaction();
    await session.commitTransaction();
  });
  expect(await collection.findOne()).toEqual({ _id: 'n', n: 1 });
});

test('a collection that is created in a transaction goes with its abort', async () => {
  const name = server.collection().collectionName;
  await withOpenTransaction(async (session) => {
    await server.db.collection(name).insertOne({ a: 1 }, { session });
    await session.abortTransaction();
  });
  expect(await server.db.listCollections({ name }).toArray()).toEqual([]);
});
