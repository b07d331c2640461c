import type { Document } from 'mongodb';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';
import { failure } from '../testing/failure';
import { opened, plain, take } from '../testing/streams';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('collMod switches images on and off', async () => {
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never, n: 0 });
  const stream = await opened(collection, [], { fullDocumentBeforeChange: 'whenAvailable' });
  for (const enabled of [true, false]) {
    const collMod = collection.collectionName;
    await server.db.command({ collMod, changeStreamPreAndPostImages: { enabled } });
    await collection.updateOne({ _id: 1 as never }, { $inc: { n: 1 } });
  }
  const events = await take(stream, 2);
  expect(events.map((event) => event['fullDocumentBeforeChange'] as unknown)).toEqual([
    { _id: 1, n: 0 },
    null,
  ]);
  const [{ options } = {}] = (await server.db
    .listCollections({ name: collection.collectionName })
    .toArray()) as Document[];
  expect(options).toEqual({});
  await stream.close();
});

test.each([
  ['no document', true, 14],
  ['no choice', {}, 40414],
  ['another member', { enabled: true, more: 1 }, 40415],
  ['another type', { enabled: 'yes' }, 14],
])('images are refused with %s', async (_name, changeStreamPreAndPostImages, code) => {
  const collection = server.collection();
  await collection.insertOne({});
  const collMod = collection.collectionName;
  const error = await failure(server.db.command({ collMod, changeStreamPreAndPostImages }));
  expect(error.code).toBe(code);
});

test('expanded events tell of a collMod, and of what was there before', async () => {
  const collection = server.collection();
  await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 }, {});
  const stream = await opened(collection, [], { showExpandedEvents: true });
  const plainStream = await opened(collection);
  await server.db.command({
    collMod: collection.collectionName,
    index: { keyPattern: { at: 1 }, expireAfterSeconds: 90, hidden: true },
    validationLevel: 'off',
  });
  await collection.insertOne({ _id: 1 as never });
  const [event] = await take(stream, 1);
  expect(plain(event as Document)).toEqual({
    operationType: 'modify',
    operationDescription: {
      index: { name: 'at_1', expireAfterSeconds: 90, hidden: true },
      validationLevel: 'off',
    },
    stateBeforeChange: {
      collectionOptions: { uuid: event?.['collectionUUID'] as unknown },
      indexOptions: { expireAfterSeconds: 60, hidden: false },
    },
  });
  expect(await take(plainStream, 1)).toMatchObject([{ operationType: 'insert' }]);
  await Promise.all([stream.close(), plainStream.close()]);
});

const big = 'long enough that a difference is smaller than the whole';

const merges: [string, Document, Document][] = [
  ['an update', { whenMatched: 'merge' }, { operationType: 'update', fields: { n: 2 } }],
  [
    'an update by a pipeline',
    { whenMatched: [{ $set: { m: '$$new.n' } }] },
    { operationType: 'update', fields: { m: 2 } },
  ],
  ['a replacement', { whenMatched: 'replace' }, { operationType: 'replace', fields: undefined }],
];

test.each(merges)('$merge is told as %s', async (_name, how, expected) => {
  const [source, target] = [server.collection(), server.collection()];
  await source.insertMany([{ _id: 1 as never, n: 2 }, { _id: 2 as never }]);
  await target.insertOne({ _id: 1 as never, n: 1, big });
  const stream = await opened(target);
  await source.aggregate([{ $merge: { into: target.collectionName, ...how } }]).toArray();
  const [first, second] = await take(stream, 2);
  const { updatedFields } = (first?.['updateDescription'] ?? {}) as Document;
  expect({ operationType: first?.['operationType'] as unknown, fields: updatedFields as unknown }).toEqual(
    expected,
  );
  expect(second).toMatchObject({ operationType: 'insert', documentKey: { _id: 2 } });
  await stream.close();
});

test('$out puts a new collection in the place of the old one, with its indexes, and ends streams on it', async () => {
  const [source, target] = [server.collection(), server.collection()];
  await source.insertMany([{ _id: 1 as never, u: 1 }]);
  await target.createIndex({ u: 1 }, { unique: true }, {});
  await target.insertOne({ _id: 9 as never, u: 1 });
  const stream = await opened(target);
  await source.aggregate([{ $out: target.collectionName }]).toArray();
  const [rename, invalidate] = await take(stream, 2);
  const to = { db: server.db.databaseName, coll: target.collectionName };
  expect([rename, invalidate]).toMatchObject([
    { operationType: 'rename', to },
    { operationType: 'invalidate' },
  ]);
  expect(await target.find().toArray()).toEqual([{ _id: 1, u: 1 }]);
  expect((await failure(target.insertOne({ u: 1 }))).code).toBe(11000);
  const names = (await server.db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('tmp.'))).toEqual([]);
});

test('renaming onto a collection is told once, with what it has replaced', async () => {
  const [source, target] = [server.collection(), server.collection()];
  await source.insertOne({});
  await target.insertOne({});
  const stream = await opened(server.db, [{ $match: { operationType: { $in: ['rename', 'drop'] } } }]);
  await source.rename(target.collectionName, { dropTarget: true });
  await target.drop();
  const events = await take(stream, 2);
  expect(events.map((event) => event['operationType'] as unknown)).toEqual(['rename', 'drop']);
  await stream.close();
});

test('$redact stands in a stream, and leaves out what it prunes', async () => {
  const collection = server.collection();
  const keep = { $cond: [{ $eq: ['$fullDocument.secret', true] }, '$$PRUNE', '$$KEEP'] };
  const stream = await opened(collection, [{ $redact: keep }]);
  await collection.insertMany([{ _id: 1 as never, secret: true }, { _id: 2 as never }]);
  expect(await take(stream, 1)).toMatchObject([{ documentKey: { _id: 2 } }]);
  await stream.close();
});

test.each([
  ['$facet', [{ $facet: { a: [{ $changeStream: {} }] } }], 40600],
  ['$lookup', [{ $lookup: { from: 'x', as: 'y', pipeline: [{ $changeStream: {} }] } }], 51047],
  ['$unionWith', [{ $unionWith: { coll: 'x', pipeline: [{ $changeStream: {} }] } }], 31441],
  ['a second place', [{ $match: {} }, { $changeStream: {} }], 40602],
  ['a stream that is written out', [{ $changeStream: {} }, { $out: 'x' }], 20],
])('a change stream is refused in %s', async (_name, pipeline, code) => {
  const error = await failure(server.collection().aggregate(pipeline).toArray());
  expect(error.code).toBe(code);
});
