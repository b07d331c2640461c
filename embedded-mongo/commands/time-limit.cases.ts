import { failure } from '../testing/failure';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';

const OVER = { code: 50, codeName: 'MaxTimeMSExpired' };

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('a write that waits for a transaction waits no longer than it may, and is not made afterwards', async () => {
  const { client, db } = server;
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never, n: 0 });
  const u = { $inc: { n: 1 } };
  const update = { update: collection.collectionName, updates: [{ q: { _id: 1 }, u }] };
  await client.withSession(async (session) => {
    session.startTransaction();
    await collection.updateOne({}, u, { session });
    expect(await failure(db.command({ ...update, maxTimeMS: 20 }))).toMatchObject(OVER);
    const patient = db.command({ ...update, maxTimeMS: 20_000 });
    await session.commitTransaction();
    expect(await patient).toMatchObject({ nModified: 1 });
  });
  expect(await collection.findOne()).toMatchObject({ n: 2 });
});

test('in a transaction it ends the transaction', async () => {
  const { client, db } = server;
  const collection = server.collection();
  const documents = Array.from({ length: 200 }, (_, n) => ({ n }));
  await collection.insertMany(documents);
  const slow = { $filter: { input: { $range: [0, 2000] }, cond: { $gt: ['$$this', '$n'] } } };
  const q = { $expr: { $lt: [{ $size: slow }, 0] } };
  await client.withSession(async (session) => {
    session.startTransaction();
    await collection.insertOne({ lost: true }, { session });
    const deletion = { delete: collection.collectionName, deletes: [{ q, limit: 0 }], maxTimeMS: 1 };
    expect(await failure(db.command(deletion, { session }))).toMatchObject(OVER);
    expect(await failure(session.commitTransaction())).toMatchObject({ codeName: 'NoSuchTransaction' });
  });
  expect(await collection.countDocuments()).toBe(documents.length);
});

test('a getMore of a cursor that waits for nothing takes no time of its own', async () => {
  const { db } = server;
  const collection = server.collection();
  const name = collection.collectionName;
  await collection.insertMany([{ n: 1 }, { n: 2 }]);
  const { cursor } = await db.command({ find: name, batchSize: 1, maxTimeMS: 60_000 });
  const getMore = { getMore: cursor.id, collection: name };
  expect(await failure(db.command({ ...getMore, maxTimeMS: 100 }))).toMatchObject({
    code: 2,
    message: 'cannot set maxTimeMS on getMore command for a non-awaitData cursor',
  });
  expect((await db.command(getMore))['cursor'].nextBatch).toMatchObject([{ n: 2 }]);
});

test('what a change stream tells later has nothing to do with the time that it was opened in', async () => {
  const collection = server.collection();
  const stream = collection.watch([{ $match: { operationType: 'insert' } }], { maxTimeMS: 1 });
  try {
    await collection.insertOne({ _id: 1 as never });
    const opened = await stream.tryNext();
    await collection.insertOne({ _id: 2 as never });
    expect(await stream.next()).toMatchObject({ operationType: 'insert', documentKey: { _id: 2 } });
    expect(opened).toBeNull();
  } finally {
    await stream.close();
  }
});
