import type { Snapshot } from '../storage/engine';
import { Writer } from '../storage/writer';
import type { Claimant, Claims } from './claims';

/** Where a transaction stands. A failed commit leaves it aborted. */
export type TransactionState = 'open' | 'committed' | 'aborted';

/** A transaction: a snapshot to read from and writes over it that nobody else sees before the commit. */
export class Transaction implements Claimant {
  readonly snapshot: Snapshot;
  readonly writer: Writer;
  /** What this transaction has claimed to write. */
  readonly claimed: string[] = [];
  state: TransactionState = 'open';
  /** Fulfilled when the transaction is committed or aborted. */
  readonly finished: Promise<void>;
  private settle: () => void = () => undefined;

  constructor(snapshot: Snapshot, claims: Claims) {
    this.snapshot = snapshot;
    this.writer = new Writer(snapshot.view, (thing) => claims.claim(thing, this));
    this.finished = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** Marks the end, whichever it is. */
  finish(state: 'committed' | 'aborted'): void {
    this.state = state;
    this.snapshot.release();
    this.settle();
  }
}
