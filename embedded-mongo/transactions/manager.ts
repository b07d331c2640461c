import type { ChangeLog, TransactionOrigin } from '../storage/change-log';
import type { Engine } from '../storage/engine';
import { catalogKey } from '../storage/keys';
import { Writer } from '../storage/writer';
import { Claims, WriteConflict } from './claims';
import { Transaction } from './transaction';

/** Runs writes: inside transactions on their snapshots, outside on the current state, one command at a time. */
export class TransactionManager {
  private readonly engine: Engine;
  private readonly log: ChangeLog;
  private readonly claims = new Claims();
  private readonly open = new Set<Transaction>();

  constructor(engine: Engine, log: ChangeLog) {
    this.engine = engine;
    this.log = log;
  }

  /** Starts a transaction on the current state. */
  begin(): Transaction {
    const transaction = new Transaction(this.engine.snapshot(), this.claims);
    this.open.add(transaction);
    return transaction;
  }

  /**
   * Commits; the promise is fulfilled when the writes are durable. Throws WriteConflict, and aborts, where a collection
   * was dropped, created or given an index since the transaction began writing to it.
   */
  async commit(transaction: Transaction, origin: TransactionOrigin): Promise<void> {
    try {
      for (const namespace of transaction.writer.touched) {
        this.claims.checkUnchanged(catalogKey(namespace).toString('latin1'), transaction);
      }
    } catch (error) {
      this.abort(transaction);
      throw error;
    }
    this.log.append(transaction.writer, origin);
    const durable = this.engine.commit(transaction.writer.writes);
    this.end(transaction, 'committed');
    this.claims.remember(transaction.claimed, this.engine.version, this.oldestSnapshot());
    await durable;
  }

  /** Forgets a transaction's writes. Does nothing where it has ended already. */
  abort(transaction: Transaction): void {
    if (transaction.state === 'open') this.end(transaction, 'aborted');
  }

  private end(transaction: Transaction, state: 'committed' | 'aborted'): void {
    this.open.delete(transaction);
    this.claims.release(transaction);
    transaction.finish(state);
  }

  private oldestSnapshot(): number {
    let oldest = Infinity;
    for (const { snapshot } of this.open) oldest = Math.min(oldest, snapshot.version);
    return oldest;
  }

  /**
   * Runs writes outside of any transaction. `work` is synchronous and so sees one state; where an open transaction is
   * in the way it is run again after that has ended. The promise is fulfilled when the writes are durable; nothing is
   * written where `work` throws.
   */
  async write<T>(work: (writer: Writer) => T): Promise<T> {
    for (;;) {
      const claimed: string[] = [];
      const writer = new Writer(this.engine.view, (thing) => {
        this.claims.checkFree(thing);
        claimed.push(thing);
      });
      try {
        const result = work(writer);
        this.log.append(writer);
        const durable = this.engine.commit(writer.writes);
        this.claims.remember(claimed, this.engine.version, this.oldestSnapshot());
        await durable;
        return result;
      } catch (error) {
        if (!(error instanceof WriteConflict) || error.owner === undefined) throw error;
        await error.owner.finished;
      }
    }
  }

  /** Fulfilled when everything committed so far is durable. */
  durable(): Promise<void> {
    return this.engine.durable();
  }

  /** Aborts every open transaction. */
  abortAll(): void {
    for (const transaction of [...this.open]) this.abort(transaction);
  }

  /** How many transactions are open. */
  get openCount(): number {
    return this.open.size;
  }
}
