import { MongoClient, MongoServerError } from 'mongodb';
import type { ClientSession, CommandStartedEvent, Document } from 'mongodb';
import { startCuttingProxy } from '../testing/cutting';
import { failure } from '../testing/failure';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';
import { opened, take } from '../testing/streams';

let server: TestServer;
const commands: CommandStartedEvent[] = [];

beforeAll(async () => {
  server = await startTestServer(undefined, { monitorCommands: true });
  server.client.on('commandStarted', (event) => void commands.push(event));
});
afterAll(() => server.stop());

const named = (name: string): Document[] =>
  commands.filter((event) => event.commandName === name).map(({ command }) => command);

test('withTransaction answers with what it did, and takes all back where it throws', async () => {
  const collection = server.collection();
  await server.client.withSession(async (session) => {
    const result = await session.withTransaction(async () => {
      await collection.insertOne({ a: 1 }, { session });
      expect(await collection.countDocuments()).toBe(0);
      return 'done';
    });
    expect(result).toBe('done');
    const failing = session.withTransaction(async () => {
      await collection.deleteMany({}, { session });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
  });
  expect(await collection.countDocuments()).toBe(1);
});

test('withTransaction runs again where another transaction was first', async () => {
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never, n: 0 });
  const add = async (session: ClientSession): Promise<void> => {
    const found = await collection.findOne({}, { session });
    await collection.updateOne({}, { $set: { n: Number(found?.['n']) + 1 } }, { session });
  };
  const work = Array.from({ length: 8 }, () =>
    server.client.withSession((session) => session.withTransaction(() => add(session))),
  );
  await Promise.all(work);
  expect(await collection.findOne()).toEqual({ _id: 1, n: 8 });
  const conflict = await server.client.withSession(async (session) => {
    session.startTransaction();
    await collection.findOne({}, { session });
    await collection.updateOne({}, { $inc: { n: 1 } });
    return failure(collection.updateOne({}, { $inc: { n: 1 } }, { session }));
  });
  expect([conflict.code, conflict.hasErrorLabel('TransientTransactionError')]).toEqual([112, true]);
});

test('a causally consistent session reads behind its own writes', async () => {
  const collection = server.collection();
  await server.client.withSession({ causalConsistency: true }, async (session) => {
    const options = { session, readConcern: { level: 'majority' } } as const;
    await collection.insertOne({ a: 1 }, { session });
    expect(await collection.findOne({}, options)).toMatchObject({ a: 1 });
    expect(named('find').at(-1)).toMatchObject({ readConcern: { afterClusterTime: expect.anything() } });
    await server.client.withSession(async (other) => {
      other.advanceOperationTime(session.operationTime as NonNullable<typeof session.operationTime>);
      other.advanceClusterTime(session.clusterTime as NonNullable<typeof session.clusterTime>);
      expect(await collection.countDocuments({}, { ...options, session: other })).toBe(1);
    });
  });
});

test('a snapshot session goes on reading one state', async () => {
  const collection = server.collection();
  await collection.insertMany([{ n: 1 }, { n: 2 }]);
  await server.client.withSession({ snapshot: true }, async (session) => {
    expect(await collection.countDocuments({}, { session })).toBe(2);
    await collection.insertOne({ n: 3 });
    expect(await collection.find({}, { session }).toArray()).toHaveLength(2);
    expect(await collection.distinct('n', {}, { session })).toEqual([1, 2]);
  });
  expect(await collection.countDocuments()).toBe(3);
});

test('a client that closes ends its cursors and sessions', async () => {
  const collection = server.collection();
  await collection.insertMany(Array.from({ length: 10 }, (_, n) => ({ n })));
  const status = async (): Promise<Document> => server.db.admin().serverStatus();
  const before = (await status())['metrics'].cursor.open.total as number;
  const client = await new MongoClient(server.mongo.uri, { monitorCommands: true }).connect();
  const sent: string[] = [];
  client.on('commandSucceeded', ({ commandName }) => void sent.push(commandName));
  const other = client.db(server.db.databaseName).collection(collection.collectionName);
  await other.find({}, { batchSize: 2 }).next();
  expect((await status())['metrics'].cursor.open.total).toBe(before + 1);
  await client.close();
  expect(sent.slice(-2)).toEqual(['killCursors', 'endSessions']);
  expect((await status())['metrics'].cursor.open.total).toBe(before);
});

test('reads and writes whose answer is lost are sent again', async () => {
  const collection = server.collection();
  const proxy = await startCuttingProxy(server.mongo.uri);
  const client = await new MongoClient(proxy.uri, { retryReads: true }).connect();
  const behind = client.db(server.db.databaseName).collection(collection.collectionName);
  proxy.loseAnswerTo('insert');
  await behind.insertOne({ n: 1 });
  proxy.loseAnswerTo('find');
  expect(await behind.find().toArray()).toMatchObject([{ n: 1 }]);
  proxy.loseAnswerTo('aggregate');
  expect(await behind.countDocuments()).toBe(1);
  await client.close();
  await proxy.close();
});

test('a client may ask for compression, read preferences and an API version that are not there', async () => {
  const client = new MongoClient(server.mongo.uri, {
    compressors: ['zlib', 'none'],
    readPreference: 'secondaryPreferred',
    retryWrites: false,
    serverApi: { version: '1' },
    appName: 'tests',
  });
  await client.connect();
  const collection = client.db(server.db.databaseName).collection(server.collection().collectionName);
  await collection.insertOne({ a: 'x'.repeat(10_000) });
  expect(await collection.findOne({}, { readPreference: 'nearest' })).toMatchObject({
    a: expect.any(String),
  });
  await client.close();
});

test('a client learns of the server by hello, which streams', async () => {
  const client = new MongoClient(server.mongo.uri, { heartbeatFrequencyMS: 500 });
  const awaited = new Promise<Document>((resolve) => {
    client.on('serverHeartbeatSucceeded', (beat) => {
      if (beat.awaited) resolve(beat.reply);
    });
  });
  await client.connect();
  expect(await awaited).toMatchObject({ isWritablePrimary: true, setName: 'embedded' });
  await client.close();
});

test('commands are monitored, with their failures', async () => {
  const failed: string[] = [];
  const listener = ({ commandName }: { commandName: string }): void => void failed.push(commandName);
  server.client.on('commandFailed', listener);
  await expect(server.db.command({ find: 'a$b' })).rejects.toBeInstanceOf(MongoServerError);
  server.client.off('commandFailed', listener);
  expect(failed).toEqual(['find']);
  expect(named('find').at(-1)).toMatchObject({ find: 'a$b', lsid: expect.anything() });
});

test('collections, databases and the whole server are watched, and streams resume', async () => {
  const db = server.client.db(`${server.db.databaseName}_watched`);
  const collection = db.collection('c');
  const streams = [await opened(collection), await opened(db), await opened(server.client)];
  await collection.insertOne({ _id: 1 as never });
  await collection.updateOne({}, { $set: { a: 1 } });
  await collection.deleteOne({});
  const told = await Promise.all(streams.map((stream) => take(stream, 3)));
  for (const events of told)
    expect(events.map(({ operationType }) => operationType as unknown)).toEqual([
      'insert',
      'update',
      'delete',
    ]);
  await Promise.all(streams.map((stream) => stream.close()));
  const resumeAfter = told[0]?.[1]?.['_id'] as Document;
  for (const target of [collection, db, server.client]) {
    const rest = target.watch([], { resumeAfter });
    expect(await rest.next()).toMatchObject({ operationType: 'delete' });
    await rest.close();
  }
  await db.dropDatabase();
});
