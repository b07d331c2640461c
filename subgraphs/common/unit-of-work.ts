/**
 * A write: one transaction that holds the change of the data and its rows in the change log. Either all of it is
 * there afterwards, or nothing.
 */
import type { ClientSession, mongo } from 'mongoose';
import { newId } from '../../common/ids';
import type { Change } from './changes';
import type { Collections } from './collections';
import { type Data, type Database, type houseCollections } from './database';
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

/**
 * Lets a tenant's writes happen one after the other within this process. Each of them raises the tenant's counter, so
 * side by side all but one would conflict in MongoDB and be run again.
 */
class TenantQueue {
  private readonly tails = new Map<string, Promise<unknown>>();

  async run<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(tenantId) ?? Promise.resolve();
    const turn = before.then(work);
    const tail = turn.catch(() => undefined);
    this.tails.set(tenantId, tail);
    try {
      return await turn;
    } finally {
      if (this.tails.get(tenantId) === tail) this.tails.delete(tenantId);
    }
  }
}

const queue = new TenantQueue();

const TRANSACTION: mongo.TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority' },
};

/**
 * Runs `work` in a transaction. It may run again when MongoDB reports a conflict, so it must not have effects beyond
 * the transaction. What it throws aborts everything and is passed on.
 */
export async function write<C extends Collections, T>(
  database: Database<C>,
  target: WriteScope,
  work: (unit: Work<C>) => Promise<T>,
): Promise<T> {
  const attempt = async (session: ClientSession): Promise<T> => {
    const recorded: Change[] = [];
    const data = database.data(target.scope, session);
    const result = await work({ data, record: (change) => recorded.push(change) });
    if (recorded.length > 0) await log(data, target, recorded);
    return result;
  };
  const result = await queue.run(target.tenantId, () =>
    database.connection
      .getClient()
      .withSession((session) => session.withTransaction(() => attempt(session), TRANSACTION)),
  );
  database.tidying.note(target.tenantId);
  return result;
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
