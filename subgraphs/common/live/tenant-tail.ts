/** How far the log of one tenant reaches, as far as this process knows, and its newest rows. */
import type { Row } from '../collections';
import type { LoggedChange } from '../changes';

export type LogRow = Row<LoggedChange>;

/** So many rows are at hand without reading the log: enough for readers that are awake. */
const MOST_RECENT = 512;

export class TenantTail {
  /** The newest rows without a gap, the last of them `reached`. */
  private recent: LogRow[] = [];
  /** Called whenever the log has grown; who reads is here. */
  readonly listeners = new Set<() => void>();

  constructor(private last: number) {}

  /** Every number up to this one is in the log: numbers are given in the order of commits. */
  get reached(): number {
    return this.last;
  }

  /** A row has been written. One that rings twice is known already; behind a gap the memory begins anew. */
  ring(row: LogRow): void {
    if (row.seq <= this.last) return;
    if (row.seq > this.last + 1) this.recent = [];
    this.recent.push(row);
    if (this.recent.length > MOST_RECENT) this.recent.shift();
    this.last = row.seq;
    this.wake();
  }

  /** The log was seen to reach so far. */
  raise(to: number): void {
    if (to <= this.last) return;
    this.recent = [];
    this.last = to;
    this.wake();
  }

  /** All rows behind a position, where they are at hand. */
  behind(position: number): readonly LogRow[] | undefined {
    const first = this.recent[0];
    if (!first || position < first.seq - 1) return undefined;
    return this.recent.slice(position - first.seq + 1);
  }

  private wake(): void {
    for (const call of this.listeners) call();
  }
}
