/** Where a gateway that runs by itself remembers idempotency keys. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../common/config';
import { type Logger, silentLogger } from '../../common/log';
import { MemoryStore, MongoStore } from '../../gateway/rest';
import { type OpenKeyStore, openKeyStore } from '../../scripts/house/key-store';

let folder: string;
let opened: OpenKeyStore[];
let warnings: string[];

/** Writes down what it is warned of. */
const log: Logger = Object.create(silentLogger, {
  warn: { value: (...said: unknown[]) => void warnings.push(String(said.at(-1))) },
}) as Logger;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  [opened, warnings] = [[], []];
});

afterEach(async () => {
  // The one that has started a server last: it waits until nobody is connected.
  for (const { stop } of opened.reverse()) await stop();
  rmSync(folder, { recursive: true });
});

async function open(settings: Readonly<Record<string, string>>): Promise<OpenKeyStore> {
  const keyStore = await openKeyStore(readConfig([], { NODE_ENV: 'development', ...settings }), log);
  opened.push(keyStore);
  return keyStore;
}

const claim = ({ store }: OpenKeyStore, holder: string) =>
  store.claim({
    id: 'a',
    holder,
    proof: 'p',
    now: new Date('2026-01-15T10:00:00Z'),
    leaseUntil: new Date('2026-01-15T10:01:00Z'),
    keepUntil: new Date('2026-01-16T10:00:00Z'),
  });

it('is the MongoDB that it is told, be it there or not: a gateway starts without its database', async () => {
  const { store } = await open({ MONGODB_URI: 'mongodb://127.0.0.1:1/', NODE_ENV: 'production' });
  expect(store).toBeInstanceOf(MongoStore);
  expect(warnings).toEqual([]);
});

it('is the embedded server of the data directory, which gateways share', async () => {
  const DATA_DIR = join(folder, 'data');
  const [one, two] = [await open({ DATA_DIR }), await open({ DATA_DIR })];
  expect(await claim(one, 'first')).toEqual({ kind: 'granted' });
  expect(await claim(two, 'second')).toEqual({ kind: 'running' });
  expect(warnings).toEqual([]);
});

it.each([
  ['in production without MONGODB_URI', { NODE_ENV: 'production' }],
  ['where the data directory keeps nothing', { DATA_DIR: ':memory:' }],
])('is the process itself, with a warning, %s', async (_where, settings) => {
  const keyStore = await open(settings);
  expect(keyStore.store).toBeInstanceOf(MemoryStore);
  expect(warnings).toEqual([expect.stringContaining('known to this process only')]);
  expect(await claim(keyStore, 'first')).toEqual({ kind: 'granted' });
});

it('is the process itself, with a warning, where the embedded server cannot start', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, 'no directory');
  const { store } = await open({ DATA_DIR: file });
  expect(store).toBeInstanceOf(MemoryStore);
  expect(warnings).toEqual([
    expect.stringContaining('cannot be had'),
    expect.stringContaining('known to this process only'),
  ]);
});
