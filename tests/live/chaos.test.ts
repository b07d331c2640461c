/**
 * Live activity while everything dies: processes over HTTP, a database on disk, fifty writers, readers through every
 * door. What each reader was told is what the log holds for its feed. Source: design.md, idea 4.
 *
 * LIVE_SEED repeats the decisions of a run; LIVE_SIZE makes it as many times larger.
 */
import { graphql } from '../support/graphql';
import { registerTenant } from '../support/house';
import { diceOf, liveSeed, liveSize, oneOf, someOf } from './chaos/dice';
import { type Caller, doorsOf } from './chaos/doors';
import { expectedOf, someFeeds } from './chaos/feeds';
import { PARTS, type Processes, startProcesses } from './chaos/processes';
import { ChaosReader } from './chaos/reader';
import { ChaosWriters } from './chaos/writers';

const WRITERS = 50;
const WRITES = 6 * liveSize;
const READERS = 8;
const KILLS = 4 * liveSize;

let processes: Processes;
let caller: Caller;
let writers: ChaosWriters;
let goalIds: readonly string[];
const started: (() => Promise<void>)[] = [];

beforeAll(async () => {
  processes = await startProcesses();
  started.push(() => processes.stop());
  const { url, mongodbUri } = processes;
  const { token, tenantId } = await registerTenant(url);
  caller = { url, token, tenantId };
  goalIds = [await newGoal('first'), await newGoal('second')];
  writers = await ChaosWriters.open({ caller, mongodbUri, goalIds });
  started.push(() => writers.close());
}, 60_000);

afterAll(async () => {
  for (const stop of started.reverse()) await stop();
});

async function newGoal(title: string): Promise<string> {
  const query = 'mutation ($input: CreateGoalInput!) { createGoal(input: $input) { goal { id } } }';
  const { data } = await graphql<{ createGoal: { goal: { id: string } } }>(
    caller.url,
    query,
    { input: { title } },
    caller.token,
  );
  return data?.createGoal.goal.id ?? '';
}

/** Spread evenly over the writes, whatever time those take. */
async function crashNowAndThen(): Promise<void> {
  const dice = diceOf(liveSeed, 'crashes');
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await writers.reached(Math.floor((WRITERS * WRITES * kill) / (KILLS + 1)));
    await processes.crash(someOf(dice, PARTS));
  }
}

it(`tells every reader what the log holds for it: no gap, no repeat (LIVE_SEED=${liveSeed})`, async () => {
  const feeds = someFeeds(diceOf(liveSeed, 'feeds'), 4, goalIds);
  const readers = Array.from({ length: READERS }, (_unused, index) => {
    const dice = diceOf(liveSeed, `reader ${index}`);
    const feed = oneOf(dice, feeds);
    return new ChaosReader({ caller, feed, doors: doorsOf(feed), dice });
  });
  const reading = readers.map((reader) => reader.read());
  const writing = Array.from({ length: WRITERS }, (_unused, index) =>
    writers.write(diceOf(liveSeed, `writer ${index}`), WRITES),
  );
  await Promise.all([...writing, crashNowAndThen()]);
  await writers.end();
  const log = await writers.log();
  for (const reader of readers) reader.finish(expectedOf(log, reader.feed).at(-1)?.cursor ?? '0');
  await Promise.all(reading);

  expect(log.map(({ seq }) => seq)).toEqual(log.map((_row, index) => index + 1));
  expect(log.filter(ChaosWriters.isUnwanted)).toEqual([]);
  const logged = log.map(({ subject }) => subject.id);
  expect(writers.acknowledged.filter((id) => !logged.includes(id))).toEqual([]);
  for (const { told, feed } of readers) expect({ feed, told }).toEqual({ feed, told: expectedOf(log, feed) });
  expect(Math.min(...readers.map(({ returns }) => returns))).toBeGreaterThan(0);
}, 600_000);
