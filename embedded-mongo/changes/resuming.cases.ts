import { MongoClient } from 'mongodb';
import type { Collection, Document, MongoServerError, Timestamp } from 'mongodb';
import { startEmbeddedMongo } from '../index';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';
import { failure } from '../testing/failure';
import { opened, resumed, take } from '../testing/streams';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A collection with a history, and the events that a stream has seen of it. */
async function history(): Promise<{ collection: Collection; events: Document[] }> {
  const collection = server.collection();
  const stream = await opened(collection);
  await collection.insertMany([{ _id: 1 as never, n: 0 }, { _id: 2 as never }]);
  await collection.updateOne({ _id: 1 as never }, { $inc: { n: 1 } });
  await server.client.withSession((session) =>
    session.withTransaction(async () => {
      await collection.insertOne({ _id: 3 as never }, { session });
      await collection.replaceOne({ _id: 2 as never }, { r: true }, { session });
      await collection.deleteOne({ _id: 1 as never }, { session });
    }),
  );
  await collection.deleteMany({});
  const events = await take(stream, 8);
  await stream.close();
  return { collection, events };
}

test('a stream resumed at any position of a history gives exactly the rest', async () => {
  const { collection, events } = await history();
  for (const [at, event] of events.entries()) {
    for (const option of ['resumeAfter', 'startAfter']) {
      const stream = resumed(collection, { [option]: event['_id'] as Document, batchSize: 3 });
      const rest = await take(stream, events.length - at - 1);
      expect(rest).toEqual(events.slice(at + 1));
      expect(await stream.tryNext()).toBeNull();
      await stream.close();
    }
  }
});

test('a stream that starts at the time of an event begins with the first event of that time', async () => {
  const { collection, events } = await history();
  for (const event of events) {
    const time = event['clusterTime'] as Timestamp;
    const first = events.findIndex((other) => (other['clusterTime'] as Timestamp).equals(time));
    const stream = resumed(collection, { startAtOperationTime: time });
    expect(await take(stream, events.length - first)).toEqual(events.slice(first));
    await stream.close();
  }
});

test('events come in the order of their tokens and times', async () => {
  const { events } = await history();
  const tokens = events.map((event) => (event['_id'] as { _data: string })._data);
  expect([...tokens].sort()).toEqual(tokens);
  expect(new Set(tokens).size).toBe(tokens.length);
  const times = events.map((event) => (event['clusterTime'] as Timestamp).toBigInt());
  expect(times).toEqual([...times].sort((a, b) => Number(a - b)));
});

test('the token of another collection is not found', async () => {
  const { events } = await history();
  const other = server.collection();
  const token = (events[0] as Document)['_id'] as Document;
  const error = await failure(other.watch([], { resumeAfter: token }).tryNext());
  expect([error.code, error.codeName]).toEqual([280, 'ChangeStreamFatalError']);
});

test('dropping a collection ends its stream with drop and invalidate, and startAfter goes on behind them', async () => {
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never });
  const stream = await opened(collection);
  await collection.drop();
  const [drop, invalidate] = await take(stream, 2);
  expect([drop?.['operationType'], invalidate?.['operationType']]).toEqual(['drop', 'invalidate']);
  await expect(stream.next()).rejects.toThrow();
  await collection.insertOne({ _id: 2 as never });

  const behind = invalidate?.['_id'] as Document;
  expect((await failure(collection.watch([], { resumeAfter: behind }).tryNext())).code).toBe(260);
  const next = resumed(collection, { startAfter: behind });
  expect(await take(next, 1)).toMatchObject([{ operationType: 'insert', documentKey: { _id: 2 } }]);
  await next.close();

  const again = resumed(collection, { resumeAfter: drop?.['_id'] as Document });
  expect(await take(again, 1)).toEqual([invalidate]);
});

test('every answer has a token from which an idle stream goes on, past what it does not tell of', async () => {
  const [watched, other] = [server.collection(), server.collection()];
  const stream = await opened(watched);
  const before = stream.resumeToken as { _data: string };
  await other.insertOne({});
  expect(await stream.tryNext()).toBeNull();
  const after = stream.resumeToken as { _data: string };
  expect(after._data > before._data).toBe(true);
  await stream.close();
  await watched.insertOne({ _id: 1 as never });
  const later = resumed(watched, { resumeAfter: after });
  expect(await take(later, 1)).toMatchObject([{ documentKey: { _id: 1 } }]);
  await later.close();
});

/** Resumes with a token until its place is forgotten. */
async function historyLost(collection: Collection, token: unknown): Promise<MongoServerError> {
  const command = {
    aggregate: collection.collectionName,
    pipeline: [{ $changeStream: { resumeAfter: token } }],
    cursor: {},
  };
  return failure(collection.db.command(command));
}

test('a place that is not kept any more is told as lost, to those that resume and to those that stayed behind', async () => {
  const mongo = await startEmbeddedMongo({ dataDir: ':memory:', keptChanges: 50 });
  const client = await new MongoClient(mongo.uri).connect();
  const collection = client.db('tests').collection('trimmed');
  const behind = (await client.db('tests').command({
    aggregate: 'trimmed',
    pipeline: [{ $changeStream: {} }],
    cursor: {},
  })) as { cursor: { id: unknown; postBatchResumeToken: unknown } };
  const stream = await opened(collection);
  await collection.insertMany(Array.from({ length: 20 }, (_, n) => ({ n })));
  const early = await take(stream, 20);
  const late: Document[] = [];
  for (let round = 0; round < 5; round += 1) {
    await collection.insertMany(Array.from({ length: 20 }, (_, n) => ({ n })));
    late.push(...(await take(stream, 20)));
  }
  await stream.close();

  const { id, postBatchResumeToken } = behind.cursor;
  const lost = [
    await historyLost(collection, postBatchResumeToken),
    await historyLost(collection, early[3]?.['_id']),
    await failure(client.db('tests').command({ getMore: id, collection: 'trimmed' })),
  ];
  expect(lost.map(({ code }) => code)).toEqual([286, 286, 286]);
  expect(lost.every((error) => error.hasErrorLabel('NonResumableChangeStreamError'))).toBe(true);
  const kept = resumed(collection, { resumeAfter: late[60]?.['_id'] as Document });
  expect(await take(kept, 39)).toEqual(late.slice(61));
  await kept.close();
  await client.close();
  await mongo.stop();
});
