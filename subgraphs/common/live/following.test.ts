/** Following the log of a tenant over a real database: what is told, in which order, and from where. */
import { randomBytes } from 'node:crypto';
import { SettableClock } from '../../../common/clock';
import { silentLogger } from '../../../common/log';
import { startTestMongo, type TestMongo } from '../../../tests/support/mongo';
import type { Change } from '../changes';
import { Database } from '../database';
import { write } from '../unit-of-work';
import { type Following, follow, lastOf } from './follow';
import { isGap, type LogReader } from './log-reader';

type TestDatabase = Database<Record<string, never>>;

const clock = new SettableClock();
let mongo: TestMongo;
let database: TestDatabase;
const readers = new Set<LogReader>();

beforeAll(async () => {
  mongo = await startTestMongo();
});

beforeEach(async () => {
  database = await openDatabase();
});

afterEach(async () => {
  for (const reader of readers) await reader.return();
  readers.clear();
  await database.close();
});

afterAll(() => mongo.stop());

const openDatabase = (name = `test_${randomBytes(6).toString('hex')}`): Promise<TestDatabase> =>
  Database.open(mongo.uri, name, {}, { clock, log: silentLogger });

const change = (goalId: string, kind = 'noted'): Change => ({
  kind,
  goalId,
  subject: { type: 'note', id: 'n' },
  visibleIn: kind === 'secret' ? ['audit'] : ['stream'],
  description: 'Something happened',
});

/** Writes changes in one transaction. */
async function log(tenantId: string, ...changes: Change[]): Promise<void> {
  await write(database, { tenantId, actorId: 'ada', scope: { tenantId } }, async (work) => {
    for (const one of changes) work.record(one);
  });
}

const KINDS = ['noted', 'deleted'];

async function begin(tenantId: string, following: Partial<Following> = {}): Promise<LogReader> {
  const data = () => database.data({ tenantId });
  const reader = await follow(database.tails, tenantId, data, { kinds: KINDS, ...following });
  readers.add(reader);
  return reader;
}

/** The next numbers; a gap is told by its name. */
async function tell(reader: LogReader, count: number): Promise<(number | string)[]> {
  const told: (number | string)[] = [];
  while (told.length < count) {
    const { value, done } = await reader.next();
    if (done) return [...told, 'end'];
    told.push(isGap(value) ? `gap ${value.seq}` : value.seq);
  }
  return told;
}

const many = (count: number): Change[] => Array.from({ length: count }, () => change('g'));
const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

it('tells what is written from now on, and nothing of before', async () => {
  await log('t', ...many(3));
  const reader = await begin('t');
  expect(reader.position).toBe('3');
  await log('t', change('g'), change('g'));
  await log('u', change('g'));
  await log('t', change('g'));
  expect(await tell(reader, 3)).toEqual([4, 5, 6]);
});

it('goes on behind every position, without gap or repeat', async () => {
  await log('t', ...many(7));
  for (const place of upTo(7, 0)) {
    const reader = await begin('t', { after: String(place) });
    await log('t', change('g'));
    const { reached } = await database.tails.enter('t', () => undefined);
    expect(await tell(reader, reached - place)).toEqual(upTo(reached, place + 1));
  }
});

it('tells only what is of the goal, of the kinds, and to be seen in streams', async () => {
  const reader = await begin('t', { after: '0', goalId: 'g', kinds: ['noted'] });
  await log('t', change('g'), change('h'), change('g', 'other'), change('g', 'secret'), change('g'));
  expect(await tell(reader, 2)).toEqual([1, 5]);
  await log('t', change('h'), change('g'));
  expect(await tell(reader, 1)).toEqual([7]);
});

it('ends behind the last kind, told or not', async () => {
  const parts = { goalId: 'g', lastKind: 'deleted' } as const;
  const [telling, silent] = [await begin('t', parts), await begin('t', { ...parts, kinds: ['noted'] })];
  await log('t', change('h', 'deleted'), change('g'), change('g', 'deleted'), change('g'));
  expect(await tell(telling, 3)).toEqual([2, 3, 'end']);
  expect(await tell(silent, 2)).toEqual([2, 'end']);
});

it.each(['4', '99999999999999', '-1', '1.5', 'x', ''])(
  'says that the position "%s" is none of the log, and then tells all that is kept',
  async (after) => {
    await log('t', ...many(3));
    expect(await tell(await begin('t', { after }), 4)).toEqual(['gap 0', 1, 2, 3]);
  },
);

it('says that the position of a log that is still empty is unknown', async () => {
  const reader = await begin('t', { after: '1' });
  expect(await tell(reader, 1)).toEqual(['gap 0']);
  await log('t', change('g'));
  expect(await tell(reader, 1)).toEqual([1]);
});

it('reads the log again for a reader that slept while more was written than is at hand', async () => {
  const reader = await begin('t');
  const other = await begin('t');
  await log('t', change('g'));
  expect(await tell(reader, 1)).toEqual([1]);
  for (let round = 0; round < 7; round += 1) await log('t', ...many(100));
  expect(await tell(other, 701)).toEqual(upTo(701));
  expect(await tell(reader, 700)).toEqual(upTo(701, 2));
}, 30_000);

it('tells everything that many writers commit, in the order of numbers, whatever aborts in between', async () => {
  const reader = await begin('t');
  const attempt = async (round: number): Promise<void> => {
    const writing = write(
      database,
      { tenantId: 't', actorId: 'ada', scope: { tenantId: 't' } },
      async (work) => {
        work.record(change('g'));
        if (round % 3 === 0) throw new Error('changed my mind');
        work.record(change('h'));
      },
    );
    await writing.catch(() => undefined);
  };
  await Promise.all(upTo(30).map(attempt));
  expect(await tell(reader, 40)).toEqual(upTo(40));
  expect(await lastOf(database.data({ tenantId: 't' }), 't')).toBe(40);
});

it('hears what another process writes', async () => {
  const reader = await begin('t');
  const mine = database;
  const theirs = await openDatabase(mine.connection.name);
  database = theirs;
  await log('t', change('g'));
  database = mine;
  expect(await tell(reader, 1)).toEqual([1]);
  await theirs.close();
});

it('misses nothing when its change stream is lost', async () => {
  const reader = await begin('t');
  await log('t', change('g'));
  expect(await tell(reader, 1)).toEqual([1]);
  const stream = (database.tails as unknown as { bell: { stream: { close(): Promise<void> } } }).bell.stream;
  await stream.close();
  await log('t', change('g'), change('g'));
  expect(await tell(reader, 2)).toEqual([2, 3]);
});

it('ends at once when it is left, also while it waits', async () => {
  const reader = await begin('t');
  const waiting = reader.next();
  await reader.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(await reader.next()).toEqual({ done: true, value: undefined });
});
