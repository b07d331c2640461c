import { MongoError, TRANSIENT_TRANSACTION_ERROR } from '../errors';

/** What of a transaction matters to others. */
export interface Claimant {
  readonly snapshot: { readonly version: number };
  /** What it has claimed to write. */
  readonly claimed: string[];
  /** Fulfilled when it has ended. */
  readonly finished: Promise<void>;
}

/** A write that cannot go on now. */
export class WriteConflict extends MongoError {
  /** The transaction in the way, where it is still open. */
  readonly owner: Claimant | undefined;

  constructor(owner?: Claimant) {
    super(
      'WriteConflict',
      'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
      { labels: [TRANSIENT_TRANSACTION_ERROR] },
    );
    this.owner = owner;
  }
}

/** How many remembered writes are kept before those that no open transaction can conflict with are forgotten. */
const PRUNE_ABOVE = 20_000;

/**
 * Who may write what: the first writer wins. A thing claimed by an open transaction is closed to all others until it
 * ends; a thing committed after a transaction's snapshot is closed to that transaction.
 */
export class Claims {
  private readonly owners = new Map<string, Claimant>();
  private readonly lastCommits = new Map<string, number>();

  /** Claims a thing for a transaction. Throws WriteConflict where another was first. */
  claim(thing: string, transaction: Claimant): void {
    const owner = this.owners.get(thing);
    if (owner === transaction) return;
    if (owner !== undefined) throw new WriteConflict(owner);
    this.checkUnchanged(thing, transaction);
    this.owners.set(thing, transaction);
    transaction.claimed.push(thing);
  }

  /** Throws WriteConflict where a thing has been committed since the transaction's snapshot. */
  checkUnchanged(thing: string, transaction: Claimant): void {
    if ((this.lastCommits.get(thing) ?? 0) > transaction.snapshot.version) throw new WriteConflict();
  }

  /** Throws WriteConflict, with its owner, where an open transaction has claimed a thing. */
  checkFree(thing: string): void {
    const owner = this.owners.get(thing);
    if (owner !== undefined) throw new WriteConflict(owner);
  }

  /** Remembers what a commit wrote, as long as a transaction is open that began before it. */
  remember(things: readonly string[], version: number, oldestSnapshot: number): void {
    if (oldestSnapshot >= version) this.lastCommits.clear();
    else for (const thing of things) this.lastCommits.set(thing, version);
    if (this.lastCommits.size < PRUNE_ABOVE) return;
    for (const [thing, commit] of this.lastCommits)
      if (commit <= oldestSnapshot) this.lastCommits.delete(thing);
  }

  /** Gives up what a transaction has claimed. */
  release(transaction: Claimant): void {
    for (const thing of transaction.claimed) this.owners.delete(thing);
  }
}
