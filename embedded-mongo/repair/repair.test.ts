import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entryPoint } from '../entry-point';
import { startEmbeddedMongo } from '../index';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { Catalog } from '../storage/catalog';
import { Documents } from '../storage/documents';
import { Engine } from '../storage/engine';
import { PAGE_SIZE, dataFileOf } from '../storage/file/data-file';
import { kindOfKey, recordIdOfKey } from '../storage/keys';
import { takeOwnership, releaseOwnership } from '../storage/owner';
import { DELETED, STORED, makeSpecimen } from '../testing/damage';
import type { Specimen } from '../testing/damage';
import { failure } from '../testing/failure';
import { startTestServer } from '../testing/server';
import { repair } from './repair';

let whole: Specimen;

beforeAll(async () => {
  whole = await makeSpecimen();
});
afterAll(() => whole.remove());

/** A copy of the bytes with other ones in the place of some. */
function overwritten(at: number, bytes: Buffer): Buffer {
  const copy = Buffer.from(whole.bytes);
  bytes.copy(copy, at);
  return copy;
}

/** A page of noise that is the same each time. */
const NOISE = Buffer.from(Array.from({ length: PAGE_SIZE }, (_, at) => (at * 167 + 13) % 251));

function withoutPage(number: number): Buffer {
  return overwritten(number * PAGE_SIZE, NOISE);
}

/** The number of the first leaf, or a later one, whose keys all begin with a byte: 2 for documents, 3 for indexes. */
function leafOf(kind: number, which = 0): number {
  const leaves = whole.leaves.filter(({ entries }) => entries.every(({ key }) => key[0] === kind));
  return leaves[which]?.page.number as number;
}

/** The bytes with some others where a part of an entry is, the first one that is chosen. */
function withDamageIn(choose: (key: Buffer) => boolean, part: 'key' | 'value', bytes: Buffer): Buffer {
  for (const { page, entries } of whole.leaves) {
    const entry = entries.find(({ key }) => choose(key));
    if (entry === undefined) continue;
    const place = part === 'key' ? entry.key : (entry.value.inline as Buffer);
    const at = place.byteOffset - page.bytes.byteOffset + (place.length >> 1);
    return overwritten(page.number * PAGE_SIZE + at, bytes);
  }
  throw new Error('there is no such entry');
}

function older(): number {
  return 1 - (whole.header.transaction % 2);
}

async function stored(directory: string): Promise<Document[]> {
  const engine = new Engine({ directory, durable: false });
  const catalog = new Catalog(engine.view);
  const documents = new Documents(
    () => engine.view,
    () => () => true,
  );
  const found = catalog
    .all(engine.view)
    .flatMap((collection) => [...documents.scan(() => engine.view, collection)]);
  await engine.close();
  return found.map(({ bytes }) => decode(bytes)).sort((a, b) => Number(a['_id']) - Number(b['_id']));
}

const REPAIRABLE: [damage: string, damaged: () => Buffer, problem: RegExp, lost: 'none' | 'some' | 'many'][] =
  [
    ['a header page overwritten', () => withoutPage(older()), /its header page \d is damaged/, 'none'],
    [
      'both header pages overwritten',
      () => overwritten(0, Buffer.alloc(2 * PAGE_SIZE)),
      /its beginning is damaged/,
      'none',
    ],
    [
      'the root of the tree overwritten',
      () => withoutPage(whole.header.main.root as number),
      /page \d+ is damaged/,
      'none',
    ],
    [
      'a page of free pages overwritten',
      () => withoutPage(whole.header.free.root as number),
      /page \d+ is damaged/,
      'none',
    ],
    [
      'a page of an index overwritten',
      () => withoutPage(leafOf(3)),
      /page \d+ is damaged: it is no leaf/,
      'none',
    ],
    [
      'a byte of an index overwritten',
      () => withDamageIn((key) => kindOfKey(key) === 'index', 'key', Buffer.of(0xee)),
      /an entry of an index is not what was written|out of order/,
      'none',
    ],
    [
      'a page of documents overwritten',
      () => withoutPage(leafOf(2, 3)),
      /page \d+ is damaged: it is no leaf/,
      'some',
    ],
    [
      'two pages exchanged',
      () => exchanged(leafOf(2, 3), leafOf(2, 5)),
      /page \d+ is damaged: it is no leaf/,
      'some',
    ],
    [
      'the end cut off',
      () => whole.bytes.subarray(0, whole.bytes.length >> 1),
      /behind the end of the file/,
      'many',
    ],
  ];

function exchanged(one: number, other: number): Buffer {
  const page = (number: number): Buffer => whole.bytes.subarray(number * PAGE_SIZE, (number + 1) * PAGE_SIZE);
  const copy = overwritten(one * PAGE_SIZE, page(other));
  page(one).copy(copy, other * PAGE_SIZE);
  return copy;
}

test.each(REPAIRABLE)(
  '%s: it is refused, and repaired to what can be read',
  async (_name, damaged, problem, lost) => {
    const directory = whole.copy(damaged());
    expect(() => new Engine({ directory, durable: false })).toThrow(problem);
    expect(() => new Engine({ directory, durable: false })).toThrow(dataFileOf(directory));
    const { aside, notes, collections } = await repair(directory);
    expect(readFileSync(aside as string).equals(damaged())).toBe(true);
    const found = await stored(directory);
    const ids = new Set(found.map(({ _id }) => _id));
    const wanted = STORED.filter(({ _id }) => ids.has(_id));
    // Where the list of free pages is lost, what was deleted may come back, and that is told.
    const old = notes.some((note) => note.includes('deleted and earlier documents')) && ids.has(DELETED._id);
    expect(found).toEqual(old ? [...wanted, DELETED] : wanted);
    expect(collections.reduce((sum, { kept }) => sum + kept, 0)).toBe(found.length);
    if (lost === 'none') expect(found.length).toBe(STORED.length);
    if (lost !== 'some') return;
    const named = collections.flatMap((collection) => collection.lost.map(({ id }) => id));
    expect(named.length).toBeGreaterThan(0);
    expect([...found.map(({ _id }) => _id), ...named].sort()).toEqual(STORED.map(({ _id }) => _id).sort());
  },
);

const UNREADABLE: [damage: string, bytes: Buffer, problem: RegExp][] = [
  ['an empty file', Buffer.alloc(0), /it is empty/],
  ['a file of something else', NOISE, /it is no data file of this server/],
];

test.each(UNREADABLE)('%s is refused, and left as it is by a repair', async (_name, bytes, problem) => {
  const directory = whole.copy(bytes);
  expect(() => new Engine({ directory, durable: false })).toThrow(problem);
  await expect(repair(directory)).rejects.toThrow(/nothing can be read of .*data\.mdb/);
  expect(readFileSync(dataFileOf(directory)).equals(bytes)).toBe(true);
});

test('a whole file is left as it is', async () => {
  const directory = whole.copy(whole.bytes);
  const { notes, aside, collections } = await repair(directory);
  expect([notes, aside]).toEqual([[], undefined]);
  expect(collections).toEqual([{ namespace: 'tests.c', kept: STORED.length, lost: [] }]);
  expect(readFileSync(dataFileOf(directory)).equals(whole.bytes)).toBe(true);
});

test('a repair into another directory leaves the damaged file, and none is done under a running server', async () => {
  const directory = whole.copy(withoutPage(whole.header.main.root as number));
  const to = join(directory, 'new');
  expect((await repair(directory, to)).aside).toBeUndefined();
  expect(await stored(to)).toEqual(STORED);
  expect(() => new Engine({ directory, durable: false })).toThrow('is damaged');
  await expect(repair(directory, to)).rejects.toThrow('already');
  takeOwnership(directory);
  await expect(repair(directory)).rejects.toThrow(`process ${process.pid} serves`);
  releaseOwnership(directory);
});

test('documents whose collection is not known any more are kept under another name', async () => {
  const directory = whole.copy(withDamageIn(({ length }) => length === 8, 'value', NOISE.subarray(0, 20)));
  const { collections, notes } = await repair(directory);
  expect(collections).toMatchObject([{ kept: STORED.length, lost: [] }]);
  expect(collections[0]?.namespace).toMatch(/^recovered\.collection_\d+$/);
  expect(notes.join()).toMatch(/lost its name/);
});

test('a damaged document is told of when it is read, the others are there, and a repair names it', async () => {
  const record = 78;
  const isIt = (key: Buffer): boolean => key[0] === 2 && recordIdOfKey(key) === record;
  const directory = whole.copy(withDamageIn(isIt, 'value', Buffer.from('y')));
  const server = await startTestServer(directory);
  const collection = server.db.collection<{ _id: number }>('c');
  const error = await failure(collection.findOne({ _id: 77 }));
  expect(error.codeName).toBe('DataCorruptionDetected');
  for (const part of [dataFileOf(directory), `record ${record} of tests.c`, 'npm run repair'])
    expect(error.message).toContain(part);
  expect(await collection.findOne({ _id: 78 })).toEqual(STORED[78]);
  await server.stop();
  const { collections } = await repair(directory);
  expect(collections).toMatchObject([
    { namespace: 'tests.c', kept: STORED.length - 1, lost: [{ recordId: record, id: 77 }] },
  ]);
});

test('a server says why it does not start, and starts on what the repair tool has made of it', async () => {
  const directory = whole.copy(withoutPage(leafOf(2, 3)));
  await expect(startEmbeddedMongo({ dataDir: directory })).rejects.toThrow(
    /embedded-mongo: .*data\.mdb cannot be used as it is: page \d+ is damaged.*npm run repair/,
  );
  const tool = join(dirname(entryPoint()), 'repair', 'main.js');
  const { status, stdout } = spawnSync(process.execPath, [tool, '--data', directory], { encoding: 'utf8' });
  const [, kept, lost] =
    /tests\.c: (\d+) documents kept, (\d+) lost\n {2}_id \d+, record \d+/.exec(stdout) ?? [];
  expect([status, Number(kept) + Number(lost)]).toEqual([0, STORED.length]);
  expect(existsSync(`${dataFileOf(directory)}.damaged`)).toBe(true);
  const server = await startTestServer(directory);
  const collection = server.db.collection('c');
  expect(await collection.find({}, { hint: { name: 1 } }).toArray()).toHaveLength(Number(kept));
  expect((await failure(collection.insertOne({ name: 'number 1' }))).code).toBe(11000);
  const lostPlace = collection.watch([], { resumeAfter: whole.token });
  expect((await failure(lostPlace.tryNext())).codeName).toBe('ChangeStreamHistoryLost');
  await server.stop();
});
