import type { Db, Document } from 'mongodb';
import { failure } from '../testing/failure';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';

let server: TestServer;
let admin: Db;

beforeAll(async () => {
  server = await startTestServer();
  admin = server.client.db('admin');
});
afterAll(() => server.stop());

const atConnect: [string, Document, Document][] = [
  ['ping', { ping: 1 }, { ok: 1 }],
  ['hello', { hello: 1 }, { isWritablePrimary: true, maxWireVersion: 25 }],
  ['isMaster', { isMaster: 1 }, { ismaster: true }],
  ['buildInfo', { buildInfo: 1 }, { version: '8.0.0', versionArray: [8, 0, 0, 0] }],
  ['connectionStatus', { connectionStatus: 1 }, { authInfo: { authenticatedUsers: [] } }],
  [
    'connectionStatus with privileges',
    { connectionStatus: 1, showPrivileges: true },
    { authInfo: { authenticatedUserPrivileges: [] } },
  ],
  ['hostInfo', { hostInfo: 1 }, { os: { type: process.platform } }],
  ['serverStatus', { serverStatus: 1 }, { version: '8.0.0', connections: { current: expect.any(Number) } }],
  ['getCmdLineOpts', { getCmdLineOpts: 1 }, { parsed: {} }],
  ['getLog', { getLog: 'startupWarnings' }, { log: [] }],
  [
    'getParameter',
    { getParameter: 1, featureCompatibilityVersion: 1 },
    { featureCompatibilityVersion: { version: '8.0' } },
  ],
  ['listDatabases', { listDatabases: 1, nameOnly: true }, { databases: expect.any(Array) }],
  ['whatsmyuri', { whatsmyuri: 1 }, { you: expect.stringMatching(/^127\.0\.0\.1:\d+$/) }],
  [
    'listCommands',
    { listCommands: 1 },
    { commands: { find: expect.anything(), bulkWrite: expect.anything() } },
  ],
  ['profile', { profile: -1 }, { was: 0 }],
  ['fsync', { fsync: 1 }, { ok: 1 }],
  [
    'replSetGetStatus',
    { replSetGetStatus: 1 },
    { set: 'embedded', myState: 1, members: [{ stateStr: 'PRIMARY', self: true }] },
  ],
];

test.each(atConnect)('a tool that sends %s when it connects is answered', async (_name, command, reply) => {
  expect(await admin.command(command)).toMatchObject(reply);
});

const absent = ['top', 'currentOp', 'killOp', 'logRotate', 'usersInfo', 'compact', 'shutdown'];

test.each(absent)('%s is refused as not supported', async (name) => {
  const error = await failure(admin.command({ [name]: 1 }));
  expect([error.code, error.codeName]).toEqual([115, 'CommandNotSupported']);
});

test.each(['$currentOp', '$listLocalSessions'])('stage %s is refused as not supported', async (name) => {
  expect((await failure(admin.aggregate([{ [name]: {} }]).toArray())).code).toBe(115);
});

test('what no MongoDB knows is not found', async () => {
  expect((await failure(admin.command({ atlasVersion: 1 }))).code).toBe(59);
});

test('each client is told its own address', async () => {
  const you = (await admin.command({ whatsmyuri: 1 }))['you'] as string;
  expect(server.mongo.uri).not.toContain(you);
});

describe('statistics', () => {
  beforeAll(async () => {
    const collection = server.db.collection('measured');
    await collection.createIndexes([{ key: { n: 1 } }]);
    await collection.insertMany(Array.from({ length: 100 }, (_, n) => ({ n, s: 'x'.repeat(500) })));
  });

  test('count documents and bytes, by a scale where one is given', async () => {
    const bytes = await server.db.command({ collStats: 'measured' });
    expect(bytes).toMatchObject({ count: 100, avgObjSize: bytes['size'] / 100, nindexes: 2 });
    const { _id_, n_1 } = bytes['indexSizes'] as Record<string, number>;
    expect(bytes['totalIndexSize']).toBe(Number(_id_) + Number(n_1));
    const scaled = await server.db.command({ collStats: 'measured', scale: 1024 });
    expect(scaled['size']).toBe(Math.trunc(bytes['size'] / 1024));
    const database = await server.db.stats({ scale: 1024 });
    expect(database).toMatchObject({ dataSize: scaled['size'], objects: 100, scaleFactor: 1024 });
    const data = await server.db.command({ dataSize: `${server.db.databaseName}.measured` });
    expect(data).toMatchObject({ size: bytes['size'], numObjects: 100 });
  });

  test('a collection is examined with its indexes', async () => {
    await server.db.collection('measured').updateOne({ n: 5 }, { $set: { n: [5, 500, 5] } });
    const result = await server.db.command({ validate: 'measured' });
    expect(result).toMatchObject({
      valid: true,
      nrecords: 100,
      keysPerIndex: { _id_: 100, n_1: 101 },
      indexDetails: { n_1: { valid: true } },
    });
    expect((await failure(server.db.command({ validate: 'nothing' }))).code).toBe(26);
  });
});

test('a cursor ends with its session, also one that does not end with time', async () => {
  const collection = server.collection();
  await collection.insertMany(Array.from({ length: 10 }, (_, n) => ({ n })));
  for (const end of ['killSessions', 'endSessions']) {
    const session = server.client.startSession();
    const find = { find: collection.collectionName, batchSize: 2, noCursorTimeout: true };
    const { cursor } = await server.db.command(find, { session });
    const other = await server.db.command(find);
    await admin.command({ [end]: [session.id] });
    const more = { getMore: cursor.id, collection: collection.collectionName };
    expect((await failure(server.db.command(more))).code).toBe(43);
    const rest = await server.db.command({ ...more, getMore: other['cursor'].id });
    expect(rest['cursor'].nextBatch).toHaveLength(8);
    await session.endSession();
  }
});
