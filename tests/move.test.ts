/** `npm run export` and `npm run import` as a user runs them, over real servers, interrupted in the middle. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo, type EmbeddedMongo } from '../embedded-mongo';
import { type CuttingProxy, startCuttingProxy } from '../embedded-mongo/testing/cutting';
import { type RunningCommand, runCommand } from './support/process';

const DOCUMENTS = 2500;
const NOBODY = 'mongodb://user:secret@127.0.0.1:1/?serverSelectionTimeoutMS=100';
const SAME = new RegExp(
  `of ${DOCUMENTS} documents copied\n[^]*shop\\.orders: ${DOCUMENTS} documents, 1 indexes, sha256 [0-9a-f]+\n[^]*the same on both sides`,
);

let folder: string;
let target: EmbeddedMongo;
let proxy: CuttingProxy;
let client: MongoClient;
const running = new Set<RunningCommand>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'purposepath-'));
  target = await startEmbeddedMongo({ dataDir: ':memory:' });
  proxy = await startCuttingProxy(target.uri);
  client = await new MongoClient(target.uri).connect();
  const source = await startEmbeddedMongo({ dataDir: join(folder, 'house', 'mongo') });
  const writer = await new MongoClient(source.uri).connect();
  const orders = writer.db('shop').collection<{ _id: number; part: string }>('orders');
  // Documents travel by the thousand; the proxy knows each thousand by its text.
  const all = Array.from({ length: DOCUMENTS }, (_, _id) => ({
    _id,
    part: `part ${Math.floor(_id / 1000)}`,
  }));
  await orders.insertMany(all);
  await orders.createIndexes([{ key: { part: 1 } }]);
  await writer.close();
  await source.stop();
});

afterEach(async () => {
  await Promise.all([...running].map((command) => command.signal('SIGKILL')));
  running.clear();
});

afterAll(async () => {
  await client.close();
  await proxy.close();
  await target.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Of the house whose data is in a folder of that name. */
function move(args: readonly string[], house = 'house'): RunningCommand {
  const command = runCommand('move', args, { DATA_DIR: join(folder, house) });
  running.add(command);
  return command;
}

const copied = (): Promise<number> => client.db('shop').collection('orders').countDocuments();

it('an export is killed, cut off, ended by Ctrl-C, and goes on each time until both sides are the same', async () => {
  const first = proxy.holdAnswerTo('part 0');
  const killed = move(['export', '--to', proxy.uri]);
  await first;
  await killed.signal('SIGKILL');
  expect(await copied()).toBe(1000);

  proxy.loseAnswerTo('part 1');
  const cut = move(['export', '--to', proxy.uri]);
  expect(await cut.ended()).toBe(1);
  expect(cut.output()).toMatch(/A connection was lost .* The same command goes on from here/);
  expect(await copied()).toBe(2000);

  const last = proxy.holdAnswerTo('part 2');
  const ended = move(['export', '--to', proxy.uri]);
  await last;
  expect(await ended.signal('SIGINT')).toBe(130);
  expect(ended.output()).toContain('The same command goes on from here');

  const whole = move(['export', '--to', target.uri]);
  expect(await whole.ended()).toBe(0);
  expect(whole.output()).toMatch(SAME);
  expect(await copied()).toBe(DOCUMENTS);
});

it('an import brings the same back into an empty directory, and never into one that holds it', async () => {
  const brought = move(['import', '--from', target.uri]);
  expect(await brought.ended()).toBe(1);
  expect(brought.output()).toContain('The target holds shop.orders already');

  const again = move(['import', '--from', target.uri], 'another');
  expect(await again.ended()).toBe(0);
  expect(again.output()).toMatch(SAME);
});

it.each([
  [
    'an address that nobody answers at',
    ['export', '--to', NOBODY],
    /mongodb:\/\/127\.0\.0\.1:1\/ cannot be used/,
  ],
  ['no address', ['export'], /npm run export -- --to mongodb:/],
  ['the address of the other direction', ['import', '--to', NOBODY], /npm run import -- --from mongodb:/],
])('%s ends it in plain words', async (_case, args, words) => {
  const command = move(args);
  expect(await command.ended()).toBe(1);
  expect(command.output()).toMatch(words);
  expect(command.output()).not.toMatch(/secret|at .*:\d/);
});
