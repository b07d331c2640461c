import { connect } from 'node:net';
import type { Document } from 'mongodb';
import { BSON } from 'mongodb';
import { failure } from '../testing/failure';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Sends bytes on a connection of their own, and waits until the server closes it. */
function closedAfter(bytes: Buffer): Promise<Buffer> {
  const { hostname, port } = new URL(server.mongo.uri.replace('mongodb', 'http'));
  return new Promise((resolve, reject) => {
    const answer: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => answer.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(answer)));
    socket.on('error', reject);
  });
}

function message(body: Buffer, operation = 2013, length = 16 + body.length): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(operation, 12);
  return Buffer.concat([head, body]);
}

const section = (document: Document): Buffer => Buffer.concat([Buffer.alloc(5), BSON.serialize(document)]);

function damaged(at: number, byte: number): Buffer {
  const body = section({ ping: 1, $db: 'admin' });
  body[at] = byte;
  return message(body);
}

const malformed: [string, Buffer][] = [
  ['a length below that of a header', message(Buffer.alloc(0), 2013, 3)],
  ['a length that no message has', message(Buffer.alloc(0), 2013, 2 ** 30)],
  ['a negative length', message(Buffer.alloc(0), 2013, -5)],
  ['an operation that is not spoken', message(Buffer.alloc(20), 2002)],
  ['flags that are not known', damaged(0, 0x40)],
  ['a section of an unknown kind', damaged(4, 7)],
  ['a document that passes the end', damaged(5, 0xff)],
  ['an element of an unknown type', damaged(9, 0x55)],
  [
    'a name without an end',
    message(Buffer.concat([Buffer.alloc(5), Buffer.from([9, 0, 0, 0, 0x10, 97, 98, 99, 100])])),
  ],
  ['a command without a name', message(section({}))],
  ['a command without a database', message(section({ ping: 1 }))],
  ['text', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
];

test.each(malformed)('%s closes its connection and nothing else', async (_name, bytes) => {
  expect((await closedAfter(bytes)).length).toBe(0);
  expect(await server.client.db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
});

function nested(levels: number): Document {
  let document: Document = { leaf: 1 };
  for (let level = 1; level < levels; level += 1) document = { n: document };
  return document;
}

test('a document of 180 levels is stored and one of 181 is refused', async () => {
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never, n: nested(179) });
  expect(await collection.countDocuments()).toBe(1);
  expect((await failure(collection.insertOne({ n: nested(180) }))).code).toBe(15);
  await collection.insertOne({ _id: 2 as never, n: {} });
  expect(
    (await failure(collection.updateOne({ _id: 2 as never }, { $set: { 'n.x': nested(179) } }))).code,
  ).toBe(15);
});

test('an update that would make a document larger than 16 MB is refused, and the document stays', async () => {
  const collection = server.collection();
  await collection.insertOne({ _id: 1 as never, text: 'x'.repeat(9 << 20) });
  const error = await failure(
    collection.updateOne({}, [{ $set: { more: { $concat: ['$text', '$text'] } } }]),
  );
  expect(error.code).toBe(10334);
  expect(Object.keys((await collection.findOne()) as Document)).toEqual(['_id', 'text']);
});

test('a large result comes in answers that a driver can take', async () => {
  const collection = server.collection();
  for (let _id = 0; _id < 5; _id += 1)
    await collection.insertOne({ _id: _id as never, text: 'x'.repeat(7 << 20) });
  expect(await collection.find().toArray()).toHaveLength(5);
});

const tools: [string, Document, Document][] = [
  ['buildInfo', { buildInfo: 1 }, { bits: 64, maxBsonObjectSize: 16777216 }],
  ['hello', { hello: 1 }, { isWritablePrimary: true, minWireVersion: 0 }],
  [
    'connectionStatus',
    { connectionStatus: 1 },
    { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } },
  ],
  [
    'getParameter',
    { getParameter: 1, featureCompatibilityVersion: 1 },
    { featureCompatibilityVersion: { version: '8.0' } },
  ],
  ['getLog', { getLog: 'startupWarnings' }, { totalLinesWritten: 0, log: [] }],
  ['hostInfo', { hostInfo: 1 }, { system: expect.objectContaining({ cpuAddrSize: 64 }) }],
  ['serverStatus', { serverStatus: 1 }, { process: 'embedded-mongo' }],
  ['getCmdLineOpts', { getCmdLineOpts: 1 }, { parsed: {} }],
];

test.each(tools)('%s answers as tools need it', async (_name, command, members) => {
  expect(await server.client.db('admin').command(command)).toMatchObject(members);
});

test('a parameter that is fixed can be read, and not be changed', async () => {
  const admin = server.client.db('admin');
  await expect(admin.command({ setParameter: 1, notablescan: true })).rejects.toMatchObject({ code: 20 });
  expect(await admin.command({ getParameter: '*' })).toMatchObject({
    notablescan: false,
    transactionLifetimeLimitSeconds: 60,
  });
});

test('databases are listed, measured and dropped', async () => {
  const db = server.client.db('measured');
  await db.collection('c').insertMany([{ a: 1 }, { a: 2 }]);
  expect(await db.stats()).toMatchObject({ db: 'measured', collections: 1, objects: 2, indexes: 1 });
  expect(await db.command({ collStats: 'c' })).toMatchObject({ ns: 'measured.c', count: 2, nindexes: 1 });
  const names = async (): Promise<string[]> =>
    (await db.admin().listDatabases({ nameOnly: true })).databases.map(({ name }) => name);
  expect(await names()).toContain('measured');
  await db.dropDatabase();
  expect(await names()).not.toContain('measured');
});

test('a renamed collection keeps its documents and indexes, and takes the place of another one only when told', async () => {
  const db = server.client.db('renamed');
  await db.collection('from').insertOne({ _id: 1 as never, a: 1 });
  await db.collection('from').createIndexes([{ key: { a: 1 }, unique: true }]);
  await db.collection('to').insertOne({ _id: 2 as never });
  expect(await failure(db.renameCollection('from', 'to'))).toMatchObject({
    code: 48,
    codeName: 'NamespaceExists',
  });
  expect(await failure(db.renameCollection('none', 'x'))).toMatchObject({
    code: 26,
    codeName: 'NamespaceNotFound',
  });
  const renamed = await db.renameCollection('from', 'to', { dropTarget: true });
  expect(await renamed.find().toArray()).toEqual([{ _id: 1, a: 1 }]);
  expect((await failure(renamed.insertOne({ a: 1 }))).message).toContain('renamed.to index: a_1');
  expect((await db.listCollections().toArray()).map(({ name }) => name as unknown)).toEqual(['to']);
});
