import type { Document } from 'mongodb';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';
import { failure } from '../testing/failure';
import { opened, plain, resumed, take } from '../testing/streams';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('insert, replace and delete tell of the document, its key and its place', async () => {
  const collection = server.collection();
  const stream = await opened(collection);
  await collection.insertOne({ _id: 1 as never, a: 1 });
  await collection.replaceOne({ _id: 1 as never }, { b: 2 });
  await collection.deleteOne({ _id: 1 as never });
  const events = await take(stream, 3);
  expect(events.map(plain)).toEqual([
    { operationType: 'insert', fullDocument: { _id: 1, a: 1 }, documentKey: { _id: 1 } },
    { operationType: 'replace', fullDocument: { _id: 1, b: 2 }, documentKey: { _id: 1 } },
    { operationType: 'delete', documentKey: { _id: 1 } },
  ]);
  const ns = { db: server.db.databaseName, coll: collection.collectionName };
  expect(events.map((event) => event['ns'] as Document)).toEqual([ns, ns, ns]);
  expect(events.every((event) => event['wallTime'] instanceof Date)).toBe(true);
  await stream.close();
});

const updates: [string, Document, Document, Document][] = [
  ['a new field', { $set: { b: 1 } }, { b: 1 }, {}],
  ['a field inside', { $set: { 'n.x': 5 } }, { 'n.x': 5 }, {}],
  ['a whole document in the place of one', { $set: { n: { x: 5 } } }, { n: { x: 5 } }, {}],
  ['what was created on the way', { $set: { 'new.deep.er': 1 } }, { new: { deep: { er: 1 } } }, {}],
  ['an item', { $set: { 'l.1': 9 } }, { 'l.1': 9 }, {}],
  ['what was pushed', { $push: { l: { $each: [4, 5] } } }, { 'l.3': 4, 'l.4': 5 }, {}],
  ['what was pulled', { $pull: { l: 2 } }, { l: [1, 3] }, {}],
  ['every item', { $inc: { 'l.$[]': 1 } }, { 'l.0': 2, 'l.1': 3, 'l.2': 4 }, {}],
  ['what is gone', { $unset: { 'n.x': '', a: '' } }, {}, { removedFields: ['n.x', 'a'] }],
  ['what has another name', { $rename: { a: 'z' } }, { z: 1 }, { removedFields: ['a'] }],
  ['only what differs', { $set: { a: 1, b: 2 } }, { b: 2 }, {}],
];

test.each(updates)('an update tells of %s', async (_name, update, updatedFields, rest) => {
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never, a: 1, n: { x: 1, y: 2 }, l: [1, 2, 3] });
  const stream = await opened(collection);
  await collection.updateOne({ _id: 1 as never }, update);
  const [event] = await take(stream, 1);
  const updateDescription = { updatedFields, removedFields: [], truncatedArrays: [], ...rest };
  expect(plain(event as Document)).toEqual({
    operationType: 'update',
    documentKey: { _id: 1 },
    updateDescription,
  });
  await stream.close();
});

test('updateLookup adds the document as it is now, or null where it is gone', async () => {
  const collection = server.collection();
  await collection.insertMany([
    { _id: 1 as never, n: 0 },
    { _id: 2 as never, n: 0 },
  ]);
  const stream = await opened(collection);
  const before = stream.resumeToken;
  await stream.close();
  await collection.updateMany({}, { $inc: { n: 1 } });
  await collection.updateOne({ _id: 1 as never }, { $inc: { n: 1 } });
  await collection.deleteOne({ _id: 2 as never });
  const later = resumed(collection, { resumeAfter: before, fullDocument: 'updateLookup' });
  const events = await take(later, 4);
  expect(events.map((event) => event['fullDocument'] as Document)).toEqual([
    { _id: 1, n: 2 },
    null,
    { _id: 1, n: 2 },
    undefined,
  ]);
  await later.close();
});

test('images before and after a change are given by collections that keep them', async () => {
  const name = server.collection().collectionName;
  const collection = await server.db.createCollection(name, {
    changeStreamPreAndPostImages: { enabled: true },
  });
  await collection.insertOne({ _id: 1 as never, n: 0 });
  const stream = await opened(collection, [], {
    fullDocument: 'required',
    fullDocumentBeforeChange: 'required',
  });
  await collection.updateOne({}, { $inc: { n: 1 } });
  await collection.updateOne({}, { $inc: { n: 1 } });
  await collection.deleteOne({});
  expect(
    (await take(stream, 3)).map(({ fullDocumentBeforeChange, fullDocument }) => [
      fullDocumentBeforeChange,
      fullDocument,
    ]),
  ).toEqual([
    [
      { _id: 1, n: 0 },
      { _id: 1, n: 1 },
    ],
    [
      { _id: 1, n: 1 },
      { _id: 1, n: 2 },
    ],
    [{ _id: 1, n: 2 }, undefined],
  ]);
  await stream.close();
});

test('images that a collection does not keep are null where available is enough, and an error where required', async () => {
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never, n: 0 });
  const available = await opened(collection, [], {
    fullDocument: 'whenAvailable',
    fullDocumentBeforeChange: 'whenAvailable',
  });
  const required = await opened(collection, [], { fullDocument: 'required' });
  await collection.updateOne({}, { $inc: { n: 1 } });
  expect((await take(available, 1))[0]).toMatchObject({ fullDocument: null, fullDocumentBeforeChange: null });
  expect((await failure(required.next())).code).toBe(47);
  await available.close();
  await required.close();
});

test('stages filter and shape events', async () => {
  const collection = server.collection();
  const stream = await opened(collection, [
    { $match: { operationType: 'insert', 'fullDocument.n': { $gt: 1 } } },
    { $addFields: { twice: { $multiply: ['$fullDocument.n', 2] } } },
    { $project: { twice: 1, kind: '$operationType' } },
  ]);
  await collection.insertMany([{ n: 1 }, { n: 2 }, { n: 3 }]);
  const events = await take(stream, 2);
  expect(events.map(({ _id, ...rest }) => rest)).toEqual([
    { twice: 4, kind: 'insert' },
    { twice: 6, kind: 'insert' },
  ]);
  await stream.close();
});

const refused: [string, Document[], Document, number][] = [
  ['a stage that changes what events are', [{ $group: { _id: 1 } }], {}, 20],
  ['a stage that sorts', [{ $sort: { a: 1 } }], {}, 20],
  ['an unknown option', [], { $changeStream: { foo: 1 } }, 40415],
  ['an unknown choice', [], { $changeStream: { fullDocument: 'always' } }, 2],
  ['a token without data', [], { $changeStream: { resumeAfter: {} } }, 40647],
  ['a token that is no hexadecimal', [], { $changeStream: { resumeAfter: { _data: 'xyz' } } }, 9],
  [
    'two places to start',
    [],
    { $changeStream: { resumeAfter: { _data: '82' }, startAfter: { _data: '82' } } },
    50865,
  ],
  ['all of the cluster from one database', [], { $changeStream: { allChangesForCluster: true } }, 72],
];

test.each(refused)('%s is refused', async (_name, stages, stage, code) => {
  const pipeline = [Object.keys(stage).length === 0 ? { $changeStream: {} } : stage, ...stages];
  const command = { aggregate: server.collection().collectionName, pipeline, cursor: {} };
  expect((await failure(server.db.command(command))).code).toBe(code);
});

test('a stage that takes the resume token away ends the stream for good', async () => {
  const collection = server.collection();
  const pipeline = [{ $changeStream: {} }, { $project: { _id: 0 } }];
  const opened = await server.db.command({ aggregate: collection.collectionName, pipeline, cursor: {} });
  await collection.insertOne({});
  const { id } = (opened as { cursor: { id: unknown } }).cursor;
  const error = await failure(server.db.command({ getMore: id, collection: collection.collectionName }));
  expect(error.code).toBe(280);
  expect(error.hasErrorLabel('NonResumableChangeStreamError')).toBe(true);
});

test('a stream on a database sees all of its collections until the database is dropped', async () => {
  const db = server.client.db(`${server.db.databaseName}-dropped`);
  const stream = await opened(db);
  await db.collection('a').insertOne({ _id: 1 as never });
  await server.db.collection('elsewhere').insertOne({});
  await db.collection('b').insertOne({ _id: 2 as never });
  await db.dropDatabase();
  const events = await take(stream, 6);
  expect(
    events.map(({ operationType, ns }) => [operationType, (ns as Document | undefined)?.['coll']]),
  ).toEqual([
    ['insert', 'a'],
    ['insert', 'b'],
    ['drop', expect.any(String)],
    ['drop', expect.any(String)],
    ['dropDatabase', undefined],
    ['invalidate', undefined],
  ]);
});

test('a stream on everything sees every database', async () => {
  const stream = await opened(server.client);
  const [one, two] = ['one', 'two'].map((name) => server.client.db(`${server.db.databaseName}-${name}`));
  await one?.collection('a').insertOne({});
  await two?.collection('b').insertOne({});
  expect((await take(stream, 2)).map(({ ns }) => ns as Document)).toEqual([
    { db: one?.databaseName, coll: 'a' },
    { db: two?.databaseName, coll: 'b' },
  ]);
  await Promise.all([one?.dropDatabase(), two?.dropDatabase()]);
  await stream.close();
});

test('events of a transaction come together, in order, at its commit, with its session and number', async () => {
  const [one, two] = [server.collection(), server.collection()];
  await one.insertOne({ first: true });
  await two.insertOne({ first: true });
  const stream = await opened(server.db);
  await server.client.withSession(async (session) => {
    session.startTransaction();
    await one.insertOne({ inside: 1 }, { session });
    await two.insertOne({ outside: true });
    await two.insertOne({ inside: 2 }, { session });
    await session.commitTransaction();
  });
  const events = await take(stream, 3);
  expect(events.map(({ fullDocument }) => plain(fullDocument as Document))).toEqual([
    { outside: true },
    { inside: 1 },
    { inside: 2 },
  ]);
  const [outside, first, second] = events;
  expect(first?.['clusterTime']).toEqual(second?.['clusterTime']);
  expect(first?.['lsid']).toEqual(second?.['lsid']);
  expect([outside?.['txnNumber'], typeof first?.['txnNumber']]).toEqual([undefined, 'number']);
  await stream.close();
});

test('an aborted transaction and a write that changes nothing have no events', async () => {
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never, a: 1 });
  const stream = await opened(collection);
  await server.client.withSession(async (session) => {
    session.startTransaction();
    await collection.insertOne({ a: 2 }, { session });
    await session.abortTransaction();
  });
  await collection.updateOne({ _id: 1 as never }, { $set: { a: 1 } });
  await collection.insertOne({ _id: 3 as never });
  expect(await take(stream, 1)).toMatchObject([{ operationType: 'insert', documentKey: { _id: 3 } }]);
  await stream.close();
});

test('a getMore waits for an event instead of asking again, and is ended by killCursors', async () => {
  const collection = server.collection();
  const aggregate = { aggregate: collection.collectionName, pipeline: [{ $changeStream: {} }], cursor: {} };
  const { cursor } = (await server.db.command(aggregate)) as { cursor: { id: never } };
  const getMore = { getMore: cursor.id, collection: collection.collectionName, maxTimeMS: 20_000 };
  const held = server.db.command(getMore);
  await collection.insertOne({ _id: 1 as never });
  const { cursor: more } = (await held) as { cursor: { nextBatch: Document[] } };
  expect(more.nextBatch).toMatchObject([{ documentKey: { _id: 1 } }]);
  const killed = failure(server.db.command(getMore));
  await server.db.command({ killCursors: collection.collectionName, cursors: [cursor.id] });
  expect([43, 237]).toContain((await killed).code);
});

test('expanded events tell of collections and indexes that come and go', async () => {
  const collection = server.collection();
  const stream = await opened(collection, [], { showExpandedEvents: true });
  await server.db.createCollection(collection.collectionName);
  await collection.createIndexes([{ key: { a: 1 } }]);
  await collection.dropIndex('a_1');
  const events = await take(stream, 3);
  expect(events).toMatchObject([
    { operationType: 'create', ns: { coll: collection.collectionName } },
    { operationType: 'createIndexes', operationDescription: { indexes: [{ key: { a: 1 }, name: 'a_1' }] } },
    { operationType: 'dropIndexes', operationDescription: { indexes: [{ key: { a: 1 }, name: 'a_1' }] } },
  ]);
  expect(new Set(events.map(({ collectionUUID }) => String(collectionUUID))).size).toBe(1);
  await stream.close();
});
