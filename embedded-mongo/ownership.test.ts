import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from './index';
import { readOwner } from './storage/owner';
import { startTestServer } from './testing/server';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'embedded-mongo-test-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('data is there again after a stop', async () => {
  const first = await startTestServer(dataDir);
  await first.db.collection('c').createIndexes([{ key: { a: 1 }, ...{ unique: true } }]);
  await first.db.collection('c').insertOne({ _id: 1 as never, a: 1 });
  await first.stop();
  const second = await startTestServer(dataDir);
  expect(await second.db.collection('c').findOne()).toEqual({ _id: 1, a: 1 });
  await expect(second.db.collection('c').insertOne({ a: 1 })).rejects.toMatchObject({ code: 11000 });
  await second.stop();
});

test('a second process joins the running server and is not cut off when the first one lets go', async () => {
  const first = await startTestServer(dataDir);
  const second = await startTestServer(dataDir);
  expect(second.mongo).toMatchObject({ uri: first.mongo.uri, owned: false });
  await first.stop();
  await second.db.collection('c').insertOne({ a: 1 });
  expect(await second.db.collection('c').countDocuments()).toBe(1);
  await second.stop();
});

test('an owner file of a process that is gone is taken over', async () => {
  const gone = spawn(process.execPath, ['-e', '0']);
  await new Promise((resolve) => gone.once('exit', resolve));
  writeFileSync(
    join(dataDir, 'owner.json'),
    JSON.stringify({ pid: gone.pid, started: '1', address: '127.0.0.1:1', processId: 'x' }),
  );
  const server = await startTestServer(dataDir);
  expect(server.mongo.owned).toBe(true);
  await server.stop();
});

test('a server that the system has ended, as it does over a damaged file, is told of with what to do', async () => {
  const mongo = await startEmbeddedMongo({ dataDir });
  const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  process.kill(readOwner(dataDir)?.pid as number, 'SIGBUS');
  await mongo.stop();
  expect(warned.mock.calls).toEqual([[expect.stringMatching(/ended with SIGBUS.*npm run repair -- --data/)]]);
  warned.mockRestore();
});

/** A server whose process the test holds itself. */
async function forkServer() {
  const child = fork(join(__dirname, '..', 'dist', 'embedded-mongo', 'main.js'), [
    JSON.stringify({ dataDir, port: 0 }),
  ]);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const { address } = await new Promise<{ address: string }>((resolve) =>
    child.once('message', (m) => resolve(m as { address: string })),
  );
  return { child, ended, address };
}

test('a server that is ordered to end lets the clients that are connected end first', async () => {
  const { child, ended, address } = await forkServer();
  const client = await new MongoClient(`mongodb://${address}/`).connect();
  child.kill('SIGTERM');
  expect(await client.db('a').command({ ping: 1 })).toMatchObject({ ok: 1 });
  await client.close();
  await ended;
  expect(child.exitCode).toBe(0);
});

test('the server outlives Ctrl-C and ends by itself when its parent is gone', async () => {
  const { child, ended, address } = await forkServer();
  child.kill('SIGINT');
  const client = await new MongoClient(`mongodb://${address}/`).connect();
  expect(await client.db('a').command({ ping: 1 })).toMatchObject({ ok: 1 });
  child.disconnect();
  expect(await client.db('a').command({ ping: 1 })).toMatchObject({ ok: 1 });
  await client.close();
  await ended;
  expect(child.exitCode).toBe(0);
});

test('a malformed message closes its connection and nothing else', async () => {
  const server = await startTestServer();
  const [host, port] = (/\/\/(.*)\//.exec(server.mongo.uri)?.[1] ?? '').split(':');
  const messages = [
    Buffer.from('ffffff7f', 'hex'),
    Buffer.from('00000000', 'hex'),
    Buffer.from('15000000010000000000000000000000ff', 'hex'),
    Buffer.concat([
      Buffer.from('2400000001000000000000 00dd07000000000000 00'.replaceAll(' ', ''), 'hex'),
      Buffer.alloc(20, 0xff),
    ]),
  ];
  for (const message of messages) {
    const socket = connect(Number(port), host);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.end(message);
    await closed;
  }
  expect(await server.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  await server.stop();
});

test('mongoose models work: unique paths, timestamps, upserts, transactions, populate', async () => {
  const mongo = await startEmbeddedMongo({ dataDir: ':memory:' });
  const connection = await mongoose.createConnection(`${mongo.uri}models`).asPromise();
  const Author = connection.model(
    'Author',
    new mongoose.Schema({ _id: String, name: { type: String, unique: true } }),
  );
  const book = new mongoose.Schema(
    { title: String, author: { type: String, ref: 'Author' }, pages: Number },
    { timestamps: true },
  );
  const Book = connection.model('Book', book);
  await Author.syncIndexes();
  await connection.transaction(async (session) => {
    await Author.create([{ _id: 'a', name: 'Ann' }], { session });
    await Book.create([{ title: 'T', author: 'a', pages: 3 }], { session });
  });
  const found = await Book.findOne({ title: /^t/i }).populate('author').lean();
  expect(found).toMatchObject({ title: 'T', author: { name: 'Ann' } });
  const updated = await Book.findOneAndUpdate(
    { title: 'U' },
    { $inc: { pages: 1 } },
    { upsert: true, returnDocument: 'after' },
  ).lean();
  expect(updated).toMatchObject({ title: 'U', pages: 1 });
  await expect(Author.create({ _id: 'b', name: 'Ann' })).rejects.toMatchObject({
    code: 11000,
    keyValue: { name: 'Ann' },
  });
  await connection.close();
  await mongo.stop();
});
