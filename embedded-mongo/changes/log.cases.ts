import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalog } from '../storage/catalog';
import { collectionChange } from '../storage/change';
import { ChangeLog, DEFAULT_RETENTION } from '../storage/change-log';
import type { Retention } from '../storage/change-log';
import { Engine } from '../storage/engine';
import { WriteConflict } from '../transactions/claims';
import { TransactionManager } from '../transactions/manager';
import { decode, encode } from '../values/codec';
import type { Document } from '../values/codec';
import { RawObject, toBytes } from '../values/raw';
import { parseStreamOptions } from './options';
import { ChangeStream } from './stream';
import { describeUpdate } from './update-description';

let directory: string;
let engine: Engine;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'embedded-mongo-log-'));
  engine = new Engine({ directory, durable: false });
});
afterEach(async () => {
  await engine.close();
  rmSync(directory, { recursive: true, force: true });
});

function opened(retention: Partial<Retention> = {}) {
  const log = new ChangeLog(engine, { ...DEFAULT_RETENTION, ...retention });
  return { log, catalog: new Catalog(engine.view), manager: new TransactionManager(engine, log) };
}

type Opened = ReturnType<typeof opened>;

/** A stream on a namespace that begins before everything that is kept. */
function streamOn({ log }: Opened, collection: string): ChangeStream {
  const options = parseStreamOptions({}, 'db', collection);
  const parts = { log, lookup: () => undefined, transform: (event: Uint8Array) => event };
  return new ChangeStream(options, parts);
}

function told(stream: ChangeStream): Document[] {
  return stream.read(Infinity).events.map(decode);
}

/** Commits changes one by one. */
async function commits({ manager, catalog }: Opened, count: number): Promise<void> {
  const collection = await manager.write((writer) => catalog.create(writer, 'db.many'));
  for (let n = 1; n < count; n += 1)
    await manager.write((writer) =>
      writer.changes.push(collectionChange('createIndexes', collection, { n })),
    );
}

/** How many changes are kept. */
function kept({ log }: Opened): number {
  return log.read({ time: 0n, index: 0 }, 10_000).length;
}

test('a rename ends the streams of the old and of the new name', async () => {
  const state = opened();
  const streams = ['old', 'new'].map((name) => streamOn(state, name));
  await state.manager.write((writer) => {
    const replaced = state.catalog.create(writer, 'db.new');
    state.catalog.rename(writer, state.catalog.create(writer, 'db.old'), 'db.new', replaced);
  });
  const rename = { operationType: 'rename', ns: { db: 'db', coll: 'old' }, to: { db: 'db', coll: 'new' } };
  for (const stream of streams) expect(told(stream)).toMatchObject([rename, { operationType: 'invalidate' }]);
  expect(state.catalog.all(engine.view).map(({ namespace }) => namespace)).toEqual(['db.new']);
});

test('the log keeps to its number of changes, whenever it is opened', async () => {
  const first = opened({ changes: 100 });
  await commits(first, 500);
  expect(kept(first)).toBeGreaterThanOrEqual(100);
  expect(kept(first)).toBeLessThanOrEqual(132);
  const second = opened({ changes: 100 });
  await commits(second, 300);
  expect(kept(second)).toBeLessThanOrEqual(132);
});

test('the log keeps to its size', async () => {
  const state = opened({ bytes: 20_000 });
  await commits(state, 500);
  const entries = state.log.read({ time: 0n, index: 0 }, 10_000);
  expect(entries.reduce((sum, { members }) => sum + members.length, 0)).toBeLessThan(21_000);
  expect(entries.length).toBeGreaterThan(20);
});

test('what is too old is deleted, save the newest change, which tells the time', async () => {
  const state = opened({ milliseconds: 1000 });
  await commits(state, 10);
  await state.manager.write((writer) => state.log.expire(writer, Date.now()));
  expect(kept(state)).toBe(10);
  await state.manager.write((writer) => state.log.expire(writer, Date.now() + 60_000));
  expect(kept(state)).toBe(1);
});

test('times go on over a restart, and a change is told only once it is durable', async () => {
  const first = opened();
  await commits(first, 3);
  const before = first.log.clock.now;
  const second = opened();
  expect(second.log.clock.now).toBeGreaterThan(before);
  const stream = streamOn(second, 'later');
  const durable = second.manager.write((writer) => {
    second.catalog.drop(writer, second.catalog.create(writer, 'db.later'));
  });
  expect(told(stream)).toEqual([]);
  await durable;
  expect(told(stream)).toMatchObject([{ operationType: 'drop' }, { operationType: 'invalidate' }]);
});

test('a write that is given up has no place in the log', async () => {
  const state = opened();
  const writing = state.manager.write((writer) => {
    state.catalog.create(writer, 'db.never');
    throw new WriteConflict();
  });
  await expect(writing).rejects.toThrow(WriteConflict);
  expect(kept(state)).toBe(0);
});

const PIPELINE = [{ $set: {} }];

const differences: [string, Document, Document, Document | undefined][] = [
  [
    'a field',
    { a: 1, b: 'long enough to stay' },
    { a: 2, b: 'long enough to stay' },
    { updatedFields: { a: 2 } },
  ],
  [
    'a field that is gone',
    { a: 1, b: 'long enough to stay' },
    { b: 'long enough to stay' },
    { removedFields: ['a'] },
  ],
  [
    'a field inside',
    { a: { x: 1, y: 'long enough to be worth it' } },
    { a: { x: 2, y: 'long enough to be worth it' } },
    { updatedFields: { 'a.x': 2 } },
  ],
  [
    'the end of an array',
    { l: ['one that is long', 'two that is long', 'three'], n: 1 },
    { l: ['one that is long', 'two that is long'], n: 1 },
    { truncatedArrays: [{ field: 'l', newSize: 2 }] },
  ],
  [
    'a small document as a whole',
    { a: { x: 1 }, n: 'text' },
    { a: { x: 2 }, n: 'text' },
    { updatedFields: { a: { x: 2 } } },
  ],
  ['everything as a replacement', { a: 1 }, { b: 2 }, undefined],
];

test.each(differences)('an update by a pipeline tells of %s', (_name, before, after, expected) => {
  const pipeline = RawObject.of({ pipeline: PIPELINE }).open('pipeline');
  if (pipeline === undefined) throw new Error('no pipeline');
  const description = describeUpdate(pipeline, encode(before), encode(after));
  const nothing = { updatedFields: {}, removedFields: [], truncatedArrays: [] };
  const found = description === undefined ? undefined : decodeRaw(description);
  expect(found).toEqual(expected === undefined ? undefined : { ...nothing, ...expected });
});

function decodeRaw(raw: RawObject): Document {
  return decode(toBytes(raw));
}
