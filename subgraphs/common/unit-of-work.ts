/**
 * A write: one transaction that holds the change of the data and its rows in the change log. Either all of it is
 * there afterwards, or nothing.
 */
import { newId } from '../../common/ids';
import type { Change } from './changes';
import type { Collections } from './collections';
import { type Data, type Database, houseCollections } from './database';
import type { Scope } from './records';

/** What a write has at hand. */
export interface Work<C extends Collections> {
  /** The collections, inside the transaction. */
  readonly data: Data<C & typeof houseCollections>;
  /** Puts a change into the log; numbered when the transaction ends. */
  record(change: Change): void;
}

/** For whom a write is made: whose log takes the changes, and what is in sight. */
export interface WriteScope {
  readonly tenantId: string;
  readonly actorId: string;
  readonly scope: Scope;
}

/** Lets one of a tenant's writes after the other number its changes, so that they rarely conflict in MongoDB. */
class TenantQueue {
  private readonly tails = new Map<string, Promise<void>>();

  /** Waits for its turn; the caller releases it. */
  async enter(tenantId: string): Promise<() => void> {
    const before = this.tails.get(tenantId) ?? Promise.resolve();
    let release = (): void => undefined;
    const turn = new Promise<void>((resolve) => (release = resolve));
    const tail = before.then(() => turn);
    this.tails.set(tenantId, tail);
    await before;
    return () => {
      if (this.tails.get(tenantId) === tail) this.tails.delete(tenantId);
      release();
    };
  }
}

const queue = new TenantQueue();

/**
 * Runs `work` in a transaction. It may run again when MongoDB reports a conflict, so it must not have effects beyond
 * the transaction. What it throws aborts everything and is passed on.
 */
export async function write<C extends Collections, T>(
  database: Database<C>,
  target: WriteScope,
  work: (unit: Work<C>) => Promise<T>,
): Promise<T> {
  let leave = (): void => undefined;
  const run = async (): Promise<T> =>
    database.connection.getClient().withSession(async (session) =>
      session.withTransaction(
        async () => {
          leave();
          const recorded: Change[] = [];
          const data = database.data(target.scope, session);
          const result = await work({ data, record: (change) => recorded.push(change) });
          if (recorded.length > 0) {
            leave = await queue.enter(target.tenantId);
            await log(data, target, recorded);
          }
          return result;
        },
        { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
      ),
    );
  try {
    return await run();
  } finally {
    leave();
  }
}

/**
 * Numbers the changes and writes them. The counter is raised as late as may be: two transactions that raise it
 * conflict, which forces the order of commits to be the order of numbers.
 */
async function log(
  data: Data<typeof houseCollections>,
  { tenantId, actorId }: WriteScope,
  recorded: readonly Change[],
): Promise<void> {
  const counter = await data.counters.upsert(
    { _id: tenantId, tenantId },
    { $inc: { last: recorded.length } },
  );
  const first = counter.last - recorded.length + 1;
  for (const [index, change] of recorded.entries()) {
    await data.changes.insert({ ...change, id: newId(), seq: first + index, actorId, tenantId });
  }
}
