import { Long, MongoClient, MongoServerError, Timestamp } from 'mongodb';
import type { ClientSession, Collection, Document } from 'mongodb';
import { startCrashingServer } from '../testing/crashing';
import { startCuttingProxy } from '../testing/cutting';
import { failure } from '../testing/failure';
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

test('a commit whose answer was lost is sent again and succeeds, its effect once', async () => {
  const proxy = await startCuttingProxy(server.mongo.uri);
  const client = await new MongoClient(proxy.uri).connect();
  const name = (await counter()).collectionName;
  const collection = client.db(server.db.databaseName).collection(name);
  await client.withSession(async (session) => {
    session.startTransaction();
    await collection.updateOne({}, { $inc: { n: 1 } }, { session });
    proxy.loseAnswerTo('commitTransaction');
    await session.commitTransaction();
  });
  expect(await collection.findOne()).toEqual({ _id: 'n', n: 1 });
  await client.close();
  await proxy.close();
});

test('a commit is answered again after a crash, and what was open is gone', async () => {
  const crashing = await startCrashingServer();
  const collection = crashing.db.collection('c');
  await collection.insertOne({ _id: 'n' as never, n: 0 });
  const [session, open] = [crashing.client.startSession(), crashing.client.startSession()];
  session.startTransaction();
  await collection.updateOne({}, { $inc: { n: 1 } }, { session });
  await session.commitTransaction();
  open.startTransaction();
  await collection.updateOne({}, { $inc: { n: 10 } }, { session: open });
  await crashing.kill();
  await crashing.restart();
  await session.commitTransaction();
  expect(await collection.findOne()).toEqual({ _id: 'n', n: 1 });
  const error = await failure(open.commitTransaction());
  expect([error.code, error.codeName]).toEqual([251, 'NoSuchTransaction']);
  expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
  await session.endSession();
  await open.endSession();
  await crashing.stop();
});

test('a transaction is aborted at the end of its lifetime, so that others can write', async () => {
  const collection = await counter();
  const admin = server.client.db('admin');
  const { was } = await admin.command({ setParameter: 1, transactionLifetimeLimitSeconds: 1 });
  await withOpenTransaction(async (session) => {
    await collection.updateOne({}, { $inc: { n: 1 } }, { session });
    await admin.command({ setParameter: 1, transactionLifetimeLimitSeconds: was as number });
    await collection.updateOne({}, { $inc: { n: 10 } });
    expect((await failure(collection.findOne({}, { session }))).code).toBe(251);
  });
  expect(await collection.findOne()).toEqual({ _id: 'n', n: 10 });
});

const notAllowed: [string, Document, number][] = [
  ['count', { count: 'c' }, 263],
  ['listIndexes', { listIndexes: 'c' }, 263],
  ['dropping a collection', { drop: 'c' }, 263],
  ['a write concern', { insert: 'c', documents: [{}], writeConcern: { w: 1 } }, 72],
  ['a change stream', { aggregate: 'c', pipeline: [{ $changeStream: {} }], cursor: {} }, 263],
  ['a read concern of no transaction', { find: 'c', readConcern: { level: 'linearizable' } }, 72],
];

test.each(notAllowed)('%s is refused in a transaction', async (_name, command, code) => {
  const transaction = { txnNumber: Long.fromNumber(100_000), autocommit: false, startTransaction: true };
  // Numbered here, since the driver itself would not send all of these.
  const session = server.client.startSession();
  const error = await failure(server.db.command({ ...command, ...transaction }, { session }));
  expect(error.code).toBe(code);
});

test('a session reads what it has written and what it has been told of, across connections', async () => {
  const collection = await counter();
  await server.client.withSession({ causalConsistency: true }, async (session) => {
    for (let n = 1; n <= 20; n += 1) {
      await collection.updateOne({}, { $set: { n } }, { session });
      const [found] = await Promise.all([collection.findOne({}, { session }), collection.findOne()]);
      expect(found).toEqual({ _id: 'n', n });
    }
    const told = session.operationTime;
    await server.client.withSession({ causalConsistency: true }, async (other) => {
      other.advanceClusterTime(session.clusterTime as never);
      other.advanceOperationTime(told as never);
      expect(await collection.findOne({}, { session: other })).toEqual({ _id: 'n', n: 20 });
    });
  });
});

test('times of answers never go back, and a read after a time that is yet to come is refused', async () => {
  const collection = await counter();
  const times: bigint[] = [];
  for (let round = 0; round < 10; round += 1) {
    await collection.updateOne({}, { $inc: { n: 1 } });
    const { operationTime } = await server.db.command({ ping: 1 });
    times.push((operationTime as Timestamp).toBigInt());
  }
  expect(times.every((time, at) => at === 0 || time > (times[at - 1] as bigint))).toBe(true);
  const afterClusterTime = new Timestamp({ t: 4_000_000_000, i: 1 });
  const find = { find: collection.collectionName, readConcern: { afterClusterTime } };
  expect((await failure(server.db.command(find))).code).toBe(72);
});

test.each([
  [2, 100],
  ['no such mode', 79],
])('a write concern that a set of one cannot meet is told beside the result: w %s', async (w, code) => {
  const { collectionName } = server.collection();
  const reply = await failure(
    server.db.command({ insert: collectionName, documents: [{}], writeConcern: { w } }),
  );
  expect(reply).toMatchObject({ result: { n: 1, writeConcernError: { code } } });
});
