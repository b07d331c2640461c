import { setTimeout } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { MongoClientOptions } from 'mongodb';
import { startCrashingServer } from '../crashing';
import type { CrashingServer } from '../crashing';
import { startCuttingProxy } from '../cutting';
import type { CuttingProxy } from '../cutting';
import { random } from '../random';
import type { Random } from '../random';
import { END, Follower } from './follower';
import { furnish, houseIn } from './house';
import type { House } from './house';
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

/**
 * A driver sends a write again only where that write is the first to find the server gone: each writer has a client of
 * its own, whose monitor does not look before it.
 */
const CLIENT_OPTIONS: MongoClientOptions = {
  ...{ retryWrites: true, retryReads: true, serverMonitoringMode: 'poll' },
  // It is to notice soon that the server is there again.
  minHeartbeatFrequencyMS: 50,
};

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
  const server = await startCrashingServer();
  const proxy = await startCuttingProxy(server.uri);
  const clients = Array.from({ length: WRITERS + 1 }, () => new MongoClient(proxy.uri, CLIENT_OPTIONS));
  try {
    const [house, ...houses] = clients.map((client) => houseIn(client.db('torture')));
    return await run({ server, proxy, house: house as House, houses }, options);
  } catch (error) {
    throw new Error(`torture with ${options.kills} kills and seed ${options.seed} has found a fault`, {
      cause: error,
    });
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    await proxy.close();
    await server.stop();
  }
}

/** The server, the way to it, and what its clients see: the one that judges, and the writers. */
interface Scene {
  readonly server: CrashingServer;
  readonly proxy: CuttingProxy;
  readonly house: House;
  readonly houses: readonly House[];
}

async function run(scene: Scene, { kills, seed, progress }: Torture): Promise<TortureResult> {
  const { house, houses } = scene;
  const next = random(seed);
  const ledger = new Ledger();
  const follower = new Follower(house.db);
  const stream = await follower.open();
  await furnish(house);
  const following = follower.follow(stream);
  let stopped = false;
  const writing = houses.map((own, id) =>
    new TortureWriter(id, own, ledger, random(next(2 ** 31))).run(() => stopped),
  );
  const fault = Promise.race([Promise.all(writing), following]).then(() => undefined);
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await Promise.race([killOnce(scene, ledger, next), fault]);
      progress?.(kill, ledger.count);
    }
  } finally {
    stopped = true;
  }
  await Promise.all(writing);
  await house.db.collection(END).insertOne({});
  await following;
  await judge(house, ledger, follower);
  return {
    acknowledged: ledger.count,
    transactions: ledger.transfers.size,
    lost: ledger.lost,
    events: follower.events,
  };
}

/** Answers may be lost for a moment before the kill: what was carried out then has to be found carried out. */
async function killOnce({ server, proxy }: Scene, ledger: Ledger, next: Random): Promise<void> {
  await ledger.more(next(MOST_WRITES));
  await setTimeout(next(MOST_MILLISECONDS));
  if (next(2) === 0) {
    proxy.loseAll(true);
    await setTimeout(next(MOST_MILLISECONDS));
  }
  await server.kill();
  proxy.loseAll(false);
  if (next(STARTS) === 0) await server.killWhileStarting(next(START_MILLISECONDS));
  await server.restart();
}
