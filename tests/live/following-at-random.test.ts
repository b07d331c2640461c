/**
 * The log as a subgraph follows it, over a real database that two processes share: writers that change their minds, change
 * streams that are lost, readers that leave and come back at any place. Source: design.md, idea 4.
 */
import { randomBytes } from 'node:crypto';
import { mongo as driver } from 'mongoose';
import { SettableClock } from '../../common/clock';
import { silentLogger } from '../../common/log';
import type { Change } from '../../subgraphs/common/changes';
import { SubgraphContext } from '../../subgraphs/common/context';
import { Database } from '../../subgraphs/common/database';
import { isGap, type LogReader } from '../../subgraphs/common/live/log-reader';
import { startTestMongo, type TestMongo } from '../support/mongo';
import { diceOf, liveSeed, liveSize, oneOf, type Random, someOf } from './chaos/dice';

const TENANTS = 10 * liveSize;
const READERS = 5;
const WRITERS = 8;
const WRITES = 6;
const KINDS = ['noted', 'decided', 'attached'];
const GOALS = ['g', 'h'];
/** The subject of the last rows, by which readers know that all is told. */
const END = 'end';

type TestDatabase = Database<Record<string, never>>;
type Context = SubgraphContext<Record<string, never>>;

interface Feed {
  readonly kinds: readonly string[];
  readonly goalId: string | undefined;
}

let mongo: TestMongo;
let databases: readonly TestDatabase[];

beforeAll(async () => {
  mongo = await startTestMongo();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const parts = { clock: new SettableClock(), log: silentLogger };
  databases = [
    await Database.open(mongo.uri, name, {}, parts),
    await Database.open(mongo.uri, name, {}, parts),
  ];
});

afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await mongo.stop();
});

const VIEWER = { userId: 'ada', userNumber: 1, orgId: 1, isAdmin: false, features: [], limits: {} };

/** The tenant, as one of the two processes sees it. */
const contextOf = (dice: Random, tenantId: string): Context =>
  new SubgraphContext({
    database: oneOf(dice, databases),
    viewer: { ...VIEWER, tenantId },
    services: {},
    log: () => silentLogger,
  });

const change = (goalId: string, kind: string, id: string): Change => ({
  kind,
  goalId,
  subject: { type: 'note', id },
  visibleIn: id === 'secret' ? ['audit'] : ['stream'],
  description: 'Something happened',
});

/** Again until the database takes it: what is under way when the driver loses its connections is given up. */
async function insist<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (fault) {
      if (!(fault instanceof driver.MongoError)) throw fault;
    }
  }
}

async function writeOn(dice: Random, tenantId: string): Promise<void> {
  for (let done = 0; done < WRITES; done += 1) {
    const isAborted = dice(4) === 0;
    const subject = isAborted ? 'aborted' : oneOf(dice, ['told', 'told', 'secret']);
    const changes = Array.from({ length: 1 + dice(3) }, () =>
      change(oneOf(dice, GOALS), oneOf(dice, KINDS), subject),
    );
    const writing = insist(() =>
      contextOf(dice, tenantId).write(async (work) => {
        for (const one of changes) work.record(one);
        if (isAborted) throw new Error('changed my mind');
      }),
    );
    if (isAborted) await expect(writing).rejects.toThrow('changed my mind');
    else await writing;
    if (dice(20) === 0) await loseStream(oneOf(dice, databases));
  }
}

/** As when the connection breaks. */
async function loseStream({ tails }: TestDatabase): Promise<void> {
  await (tails as unknown as { bell: { stream?: { close(): Promise<void> } } }).bell.stream?.close();
}

const endOf = (tenantId: string, dice: Random): Promise<void> =>
  insist(() =>
    contextOf(dice, tenantId).write(async (work) => {
      for (const goal of GOALS) for (const kind of KINDS) work.record(change(goal, kind, END));
    }),
  );

/** What a reader has been told in the end that leaves and comes back, also to places where it has been before. */
async function readOn(dice: Random, tenantId: string, feed: Feed): Promise<(number | string)[]> {
  const seen: (number | string)[] = [];
  for (;;) {
    const after = String(seen.at(-1) ?? 0);
    const reader = await contextOf(dice, tenantId)
      .follow({ ...feed, after })
      .catch(() => undefined); // the stream was lost while it was opened
    if (!reader) continue;
    if (await readSome(reader, dice, seen).catch(() => false)) return seen;
    if (dice(3) === 0) seen.length = dice(seen.length + 1);
  }
}

/** Reads until the reader loses patience, maybe while it waits. Whether the end was told. */
async function readSome(reader: LogReader, dice: Random, seen: (number | string)[]): Promise<boolean> {
  let isEnd = false;
  for (let patience = dice(25); patience >= 0 && !isEnd; patience -= 1) {
    const told = reader.next();
    if (patience === 0) await reader.return();
    const { value } = await told;
    if (value) seen.push(isGap(value) ? `gap ${value.seq}` : value.seq);
    isEnd = value !== undefined && !isGap(value) && value.subject.id === END;
  }
  await reader.return();
  return isEnd;
}

/** The log, as a feed has to tell it. */
async function logOf(tenantId: string, { kinds, goalId }: Feed): Promise<number[]> {
  const rows = await insist(() => contextOf(() => 0, tenantId).data.changes.find({}, { sort: { seq: 1 } }));
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1));
  expect(rows.filter(({ subject }) => subject.id === 'aborted')).toEqual([]);
  const told = rows.filter(
    (row) =>
      row.visibleIn.includes('stream') &&
      kinds.includes(row.kind) &&
      (goalId === undefined || row.goalId === goalId),
  );
  const end = told.findIndex(({ subject }) => subject.id === END);
  return told.slice(0, end + 1).map(({ seq }) => seq);
}

it(`tells every reader its part of the log: no gap, no repeat, whatever breaks (LIVE_SEED=${liveSeed})`, async () => {
  const run = async (tenant: number): Promise<void> => {
    const tenantId = `t${tenant}`;
    const reading = Array.from({ length: READERS }, async (_unused, index) => {
      const dice = diceOf(liveSeed, `reader ${tenant}.${index}`);
      const feed = { kinds: someOf(dice, KINDS), goalId: oneOf(dice, [undefined, ...GOALS]) };
      return { tenantId, feed, told: await readOn(dice, tenantId, feed) };
    });
    const writing = Array.from({ length: WRITERS }, (_unused, index) =>
      writeOn(diceOf(liveSeed, `writer ${tenant}.${index}`), tenantId),
    );
    await Promise.all(writing);
    await endOf(tenantId, diceOf(liveSeed, `end ${tenant}`));
    for (const read of await Promise.all(reading)) {
      expect(read).toEqual({ ...read, told: await logOf(tenantId, read.feed) });
    }
  };
  await Promise.all(Array.from({ length: TENANTS }, (_unused, tenant) => run(tenant)));
}, 120_000);
