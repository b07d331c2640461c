import { Timestamp } from 'mongodb';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';
import { failure } from '../testing/failure';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('all reads of a snapshot session see the state of the first one, in every batch', async () => {
  const [one, two] = [server.collection(), server.collection()];
  await one.insertMany(Array.from({ length: 50 }, (_, n) => ({ n })));
  await two.insertOne({ n: 0 });
  await server.client.withSession({ snapshot: true }, async (session) => {
    const cursor = one.find({}, { session, batchSize: 10 });
    await cursor.next();
    await one.deleteMany({});
    await two.updateOne({}, { $set: { n: 1 } });
    expect(await cursor.toArray()).toHaveLength(49);
    expect(await two.findOne({}, { session })).toMatchObject({ n: 0 });
    expect(await two.distinct('n', {}, { session })).toEqual([0]);
    expect(await one.aggregate([{ $count: 'n' }], { session }).toArray()).toEqual([{ n: 50 }]);
  });
  expect(await two.findOne()).toMatchObject({ n: 1 });
});

test('a time whose state is not kept is told as too old', async () => {
  const find = server.collection().collectionName;
  const readConcern = { level: 'snapshot', atClusterTime: new Timestamp({ t: 5, i: 1 }) };
  const error = await failure(server.db.command({ find, readConcern }));
  expect([error.code, error.codeName]).toEqual([239, 'SnapshotTooOld']);
});
