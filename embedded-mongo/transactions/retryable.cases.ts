import { Int32, Long, MongoClient } from 'mongodb';
import type { ClientSession, Db, Document } from 'mongodb';
import { startCrashingServer } from '../testing/crashing';
import { startCuttingProxy } from '../testing/cutting';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';
import { failure } from '../testing/failure';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A session that numbers its writes itself, and so can send one again as if the answer had been lost. */
class RetryingClient {
  private readonly session: ClientSession;
  private readonly db: Db;
  /** Far above what the driver has used, which may have written in the same session before. */
  private number = 1000;

  constructor(client: MongoClient, db: Db) {
    this.session = client.startSession();
    this.db = db;
  }

  /** Sends a write with the next number. */
  send(command: Document): Promise<Document> {
    this.number += 1;
    return this.again(command);
  }

  /** Sends a write with the number of the last one, or the one that many before. */
  again(command: Document, before = 0): Promise<Document> {
    const txnNumber = Long.fromNumber(this.number - before);
    return this.db.command({ ...command, txnNumber }, { session: this.session });
  }
}

/** The part of an answer that does not tell that, or when, it was given again. */
function essence({
  operationTime,
  $clusterTime,
  retriedStmtIds,
  retriedStmtId,
  ...reply
}: Document): Document {
  return reply;
}

type Write = [name: string, command: (collection: string) => Document, after: Document[]];

const BEFORE = [
  { _id: 1, n: 1 },
  { _id: 2, n: 2 },
  { _id: 3, n: 3 },
];

const writes: Write[] = [
  [
    'insert',
    (insert) => ({ insert, documents: [{ _id: 4 }, { _id: 5 }] }),
    [...BEFORE, { _id: 4 }, { _id: 5 }],
  ],
  [
    'update',
    (update) => ({ update, updates: [{ q: { n: { $gte: 2 } }, u: { $inc: { n: 10 } } }] }),
    [BEFORE[0] as Document, { _id: 2, n: 12 }, BEFORE[2] as Document],
  ],
  [
    'upsert',
    (update) => ({ update, updates: [{ q: { _id: 9, n: 0 }, u: { $inc: { n: 5 } }, upsert: true }] }),
    [...BEFORE, { _id: 9, n: 5 }],
  ],
  ['delete', (remove) => ({ delete: remove, deletes: [{ q: {}, limit: 1 }] }), BEFORE.slice(1)],
  [
    'findAndModify',
    (findAndModify) => ({
      findAndModify,
      query: { n: { $gte: 1 } },
      sort: { _id: 1 },
      update: { $inc: { n: 1 } },
    }),
    [{ _id: 1, n: 2 }, ...BEFORE.slice(1)],
  ],
  [
    'findAndModify that removes',
    (findAndModify) => ({ findAndModify, query: {}, sort: { _id: 1 }, remove: true }),
    BEFORE.slice(1),
  ],
];

test.each(writes)(
  '%s that is sent again is applied once and answered alike',
  async (_name, command, after) => {
    const collection = server.collection();
    await collection.insertMany(BEFORE as never);
    const client = new RetryingClient(server.client, server.db);
    const first = await client.send(command(collection.collectionName));
    expect(essence(await client.again(command(collection.collectionName)))).toEqual(essence(first));
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual(after);
  },
);

test.each(writes)(
  '%s that is sent again after a crash is applied once and answered alike',
  async (_name, command, after) => {
    const crashing = await startCrashingServer();
    const collection = crashing.db.collection('c');
    await collection.insertMany(BEFORE as never);
    const client = new RetryingClient(crashing.client, crashing.db);
    const first = await client.send(command('c'));
    await crashing.kill();
    await crashing.restart();
    expect(essence(await client.again(command('c')))).toEqual(essence(first));
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual(after);
    await crashing.stop();
  },
);

test('of a bulk that was carried out in part, the rest is carried out when it is sent again', async () => {
  const collection = server.collection();
  const client = new RetryingClient(server.client, server.db);
  const insert = collection.collectionName;
  await client.send({ insert, documents: [{ _id: 1 }, { _id: 2 }] });
  const again = await client.again({ insert, documents: [{ _id: 1 }, { _id: 2 }, { _id: 3 }] });
  expect([again['n'], again['retriedStmtIds']]).toEqual([3, [0, 1]]);
  expect(await collection.countDocuments()).toBe(3);
});

test.each([true, false])('a bulk (ordered: %s) with an error counts its successes once', async (ordered) => {
  const collection = server.collection();
  await collection.insertOne({ _id: 2 as never });
  const client = new RetryingClient(server.client, server.db);
  const command = {
    insert: collection.collectionName,
    ordered,
    documents: [{ _id: 1 }, { _id: 2 }, { _id: 3 }],
  };
  const first = await client.send(command);
  expect(essence(await client.again(command))).toEqual(essence(first));
  expect(first).toMatchObject({ n: ordered ? 1 : 2, writeErrors: [{ index: 1, code: 11000 }] });
  expect(await collection.countDocuments()).toBe(ordered ? 2 : 3);
});

test('statements that the client has numbered itself are told apart by these numbers', async () => {
  const collection = server.collection();
  const client = new RetryingClient(server.client, server.db);
  const update = collection.collectionName;
  await collection.insertOne({ _id: 1 as never, n: 0 });
  const increment = { q: { _id: 1 }, u: { $inc: { n: 1 } } };
  await client.send({ update, updates: [increment, increment], stmtIds: [new Int32(4), new Int32(7)] });
  await client.again({ update, updates: [increment, increment], stmtIds: [new Int32(7), new Int32(8)] });
  expect(await collection.findOne()).toEqual({ _id: 1, n: 3 });
});

test('a write with a number before the last one is refused', async () => {
  const client = new RetryingClient(server.client, server.db);
  const insert = server.collection().collectionName;
  await client.send({ insert, documents: [{ a: 1 }] });
  await client.send({ insert, documents: [{ a: 2 }] });
  const error = await failure(client.again({ insert, documents: [{ a: 3 }] }, 1));
  expect([error.code, error.codeName]).toEqual([225, 'TransactionTooOld']);
});

test('a write that may meet many documents cannot be one that is sent again', async () => {
  const client = new RetryingClient(server.client, server.db);
  const name = server.collection().collectionName;
  const many = { update: name, updates: [{ q: {}, u: { $set: { a: 1 } }, multi: true }] };
  const reply = await client.send(many).catch((error: unknown) => error as Document);
  expect((reply['writeErrors'] as Document[] | undefined)?.[0]?.['code'] ?? reply['code']).toBe(72);
});

test('the driver sends a write again whose answer was lost, and it is applied once', async () => {
  const proxy = await startCuttingProxy(server.mongo.uri);
  const client = await new MongoClient(proxy.uri).connect();
  const collection = client.db(server.db.databaseName).collection(server.collection().collectionName);
  await collection.insertOne({ _id: 1 as never, n: 0 });
  proxy.loseAnswerTo('findAndModify');
  expect(await collection.findOneAndUpdate({}, { $inc: { n: 1 } }, { returnDocument: 'after' })).toEqual({
    _id: 1,
    n: 1,
  });
  proxy.loseAnswerTo('update');
  expect(await collection.updateOne({}, { $inc: { n: 1 } })).toMatchObject({ modifiedCount: 1 });
  expect(await collection.findOne()).toEqual({ _id: 1, n: 2 });
  await client.close();
  await proxy.close();
});
