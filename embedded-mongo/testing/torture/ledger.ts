import type { OwnRecord } from './house';

/** What the server has acknowledged to all writers together, and so must never forget. */
export class Ledger {
  readonly records = new Map<string, OwnRecord>();
  readonly names = new Map<number, string>();
  readonly refusedNames = new Set<number>();
  readonly transfers = new Set<string>();
  readonly tickets = new Set<number>();
  /** Increments that were carried out and whose answers were lost for good. */
  unseenTickets = 0;
  /** Failures that the driver could not hide by sending once more. */
  lost = 0;
  private acknowledged = 0;
  private waiting: { readonly count: number; readonly reached: () => void } | undefined;

  /** How many writes have been acknowledged. */
  get count(): number {
    return this.acknowledged;
  }

  /** Notes that a write was acknowledged. */
  add(): void {
    this.acknowledged += 1;
    if (this.waiting !== undefined && this.acknowledged >= this.waiting.count) this.waiting.reached();
  }

  /** Fulfilled when so many more writes have been acknowledged. */
  more(count: number): Promise<void> {
    return new Promise((reached) => {
      this.waiting = { count: this.acknowledged + count, reached };
    });
  }
}
