import { setTimeout } from 'node:timers/promises';
import { startCrashingServer } from '../crashing';
import type { CrashingServer } from '../crashing';
import { random } from '../random';
import type { Random } from '../random';
import { END, Follower } from './follower';
import { furnish } from './house';
import { Ledger } from './ledger';
import { judge } from './verdict';
import { TortureWriter } from './writer';

const WRITERS = 20;

/** How many more writes are acknowledged before the next kill, at most, so that each one meets work in full swing. */
const MOST_WRITES = 120;

/** How much later the kill comes, at most: longer than it takes to answer, to write and to make durable. */
const MOST_MILLISECONDS = 30;

/** One kill in so many comes while the server starts. */
const STARTS = 4;

/** A start takes about as long. */
const START_MILLISECONDS = 150;

/** What a run is to do. */
export interface Torture {
  readonly kills: number;
  readonly seed: number;
  readonly progress?: (kills: number, acknowledged: number) => void;
}

/** What a run has done. */
export interface TortureResult {
  readonly acknowledged: number;
  readonly transactions: number;
  /** Writes for which the driver's own second attempt was not enough. */
  readonly lost: number;
  readonly events: number;
}

/**
 * Kills a server again and again under concurrent writers and a reader of its changes, then compares what is there with
 * what was acknowledged and what was told. Throws where they differ, with the seed to repeat it by.
 */
export async function torture(options: Torture): Promise<TortureResult> {
  const server = await startCrashingServer({
    ...{ maxPoolSize: 2 * WRITERS, retryWrites: true, retryReads: true },
    // The driver is to notice at once that the server is there again.
    ...{ minHeartbeatFrequencyMS: 10, heartbeatFrequencyMS: 100 },
  });
  try {
    return await run(server, options);
  } catch (error) {
    throw new Error(`torture with ${options.kills} kills and seed ${options.seed} has found a fault`, {
      cause: error,
    });
  } finally {
    await server.stop();
  }
}

async function run(server: CrashingServer, { kills, seed, progress }: Torture): Promise<TortureResult> {
  const next = random(seed);
  const ledger = new Ledger();
  const follower = new Follower(server.db);
  const stream = await follower.open();
  const house = await furnish(server.db);
  const following = follower.follow(stream);
  let stopped = false;
  const writing = Array.from({ length: WRITERS }, (_, id) =>
    new TortureWriter(id, house, ledger, random(next(2 ** 31))).run(() => stopped),
  );
  const fault = Promise.race([Promise.all(writing), following]).then(() => undefined);
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await Promise.race([killOnce(server, ledger, next), fault]);
      progress?.(kill, ledger.count);
    }
  } finally {
    stopped = true;
  }
  await Promise.all(writing);
  await server.db.collection(END).insertOne({});
  await following;
  await judge(house, ledger, follower);
  return {
    acknowledged: ledger.count,
    transactions: ledger.transfers.size,
    lost: ledger.lost,
    events: follower.events,
  };
}

async function killOnce(server: CrashingServer, ledger: Ledger, next: Random): Promise<void> {
  await ledger.more(next(MOST_WRITES));
  await setTimeout(next(MOST_MILLISECONDS));
  await server.kill();
  if (next(STARTS) === 0) await server.killWhileStarting(next(START_MILLISECONDS));
  await server.restart();
}
