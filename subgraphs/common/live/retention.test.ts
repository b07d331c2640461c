/** What the log lets go of, and what whoever follows it is told then. */
import { randomBytes } from 'node:crypto';
import { SettableClock } from '../../../common/clock';
import { newId } from '../../../common/ids';
import { silentLogger } from '../../../common/log';
import { startTestMongo, type TestMongo } from '../../../tests/support/mongo';
import type { LoggedChange } from '../changes';
import { Database } from '../database';
import { write } from '../unit-of-work';
import { follow } from './follow';
import { isGap, type LogReader } from './log-reader';
import { KEPT } from './retention';

type Seed = Partial<Pick<LoggedChange, 'goalId' | 'visibleIn'>>;

const HOUR = 3600;
const OLD = KEPT.milliseconds / 1000 + 1;
const T = 'tenant';
const clock = new SettableClock();
let mongo: TestMongo;
let database: Database<Record<string, never>>;

beforeAll(async () => {
  mongo = await startTestMongo();
});

beforeEach(async () => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  database = await Database.open(mongo.uri, name, {}, { clock, log: silentLogger });
});

afterEach(() => database.close());
afterAll(() => mongo.stop());

/** Writes rows as they are, past the unit of work: a thousand transactions would take long. */
async function seed(count: number, { goalId = 'g', visibleIn = ['stream'] }: Seed = {}): Promise<void> {
  const data = database.data({ tenantId: T });
  const { last } = await data.counters.upsert({ _id: T, tenantId: T }, { $inc: { last: count } });
  const now = clock.now();
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{ _id: newId(), tenantId: T, seq: last - count + 1 + index, kind: 'noted', actorId: 'ada', visibleIn },
    ...{ subject: { type: 'note', id: 'n' }, description: 'Noted', createdAt: now, updatedAt: now },
    ...(goalId === '' ? {} : { goalId }),
  }));
  await database.connection.collection('changes').insertMany(rows as never);
}

/** Writes one change of the goal "last", which makes the log one that has grown, and tidies. */
async function tidy(): Promise<void> {
  await write(database, { tenantId: T, actorId: 'ada', scope: { tenantId: T } }, async (work) => {
    const subject = { type: 'note', id: 'n' };
    work.record({ kind: 'noted', subject, goalId: 'last', visibleIn: ['audit'], description: 'Noted' });
  });
  await database.tidying.tidy();
}

async function kept(goalId?: string): Promise<number[]> {
  const { changes } = database.data({ tenantId: T });
  const rows = await changes.find(goalId === undefined ? {} : { goalId }, { sort: { seq: 1 } });
  return rows.filter((row) => row.goalId !== 'last').map(({ seq }) => seq);
}

async function told(after: string, count: number, goalId?: string): Promise<(number | string)[]> {
  const data = () => database.data({ tenantId: T });
  const reader: LogReader = await follow(database.tails, T, data, { after, goalId, kinds: ['noted'] });
  const seen: (number | string)[] = [];
  for await (const event of reader) {
    seen.push(isGap(event) ? `gap ${event.seq}` : event.seq);
    if (seen.length === count) break;
  }
  return seen;
}

const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

it('is nothing of the last 24 hours, however much it is', async () => {
  await seed(KEPT.rows + 10);
  clock.advance(23 * HOUR);
  await tidy();
  expect(await kept()).toEqual(from(1, KEPT.rows + 10));
});

it('is nothing among the last 1,000 of a goal, or of what belongs to none, however old', async () => {
  await seed(5);
  await seed(KEPT.rows, { goalId: 'busy' });
  await seed(7, { goalId: '' });
  clock.advance(OLD);
  await seed(20, { goalId: 'busy' });
  await tidy();
  expect(await kept('g')).toEqual(from(1, 5));
  expect(await kept('busy')).toEqual(from(26, KEPT.rows + 32).filter((seq) => seq < 1006 || seq > 1012));
  expect(await kept()).toHaveLength(5 + KEPT.rows + 7);
});

it('is of what belongs to no goal all that is neither young nor among the last 1,000', async () => {
  await seed(KEPT.rows + 3, { goalId: '' });
  clock.advance(OLD);
  await tidy();
  expect(await kept()).toEqual(from(4, KEPT.rows + 3));
});

it('is nothing of the audit trail for 400 days', async () => {
  await seed(3, { visibleIn: ['recent', 'stream', 'audit'] });
  await seed(KEPT.rows);
  clock.advance(OLD);
  await tidy();
  expect(await kept()).toHaveLength(KEPT.rows + 3);
  clock.advance(400 * 24 * HOUR);
  await tidy();
  expect(await kept()).toEqual(from(4, KEPT.rows + 3));
});

it('is told to whoever comes from before it: first that it is gone, then what is kept', async () => {
  await seed(KEPT.rows + 5);
  await seed(2, { goalId: 'quiet' });
  clock.advance(OLD);
  await tidy();
  const all = from(6, KEPT.rows + 5);
  expect(await told('4', 3, 'g')).toEqual(['gap 5', 6, 7]);
  expect(await told('5', KEPT.rows, 'g')).toEqual(all);
  expect(await told('0', 2, 'quiet')).toEqual([KEPT.rows + 6, KEPT.rows + 7]);
  expect(await told('0', KEPT.rows + 3)).toEqual(['gap 5', ...all, KEPT.rows + 6, KEPT.rows + 7]);
});

it('is told to a reader that has been asleep all the time', async () => {
  await seed(KEPT.rows + 300);
  const data = () => database.data({ tenantId: T });
  const reader = await follow(database.tails, T, data, { after: '0', kinds: ['noted'] });
  expect((await reader.next()).value).toMatchObject({ seq: 1 });
  clock.advance(OLD);
  await tidy();
  const seen: (number | string)[] = [];
  for await (const event of reader) {
    seen.push(isGap(event) ? 'gap' : event.seq);
    if (event.seq === KEPT.rows + 300) break;
  }
  expect(seen).toEqual([...from(2, 200), 'gap', ...from(301, KEPT.rows + 300)]);
});

it('is only looked for where a log has grown', async () => {
  await seed(KEPT.rows + 1);
  clock.advance(OLD);
  await database.tidying.tidy();
  expect(await kept()).toHaveLength(KEPT.rows + 1);
});
