import type { Change } from './change';
import { LayeredView } from './view';
import type { View } from './view';
import { WriteSet } from './write-set';

/**
 * Says whether a thing may be written now. Called with the name of a record, a unique value or a catalog entry before
 * it is written; throws WriteConflict where another transaction has the better right.
 */
export type Claim = (thing: string) => void;

/** One unit of writes: sees its own writes over a view, and is committed as a whole or forgotten. */
export class Writer {
  readonly writes = new WriteSet();
  /** Collections that were written to, by namespace. */
  readonly touched = new Set<string>();
  /** What change streams will tell of these writes, in order. */
  readonly changes: Change[] = [];
  readonly claim: Claim;

  private readonly layered: View;
  private onRead: () => void = () => undefined;

  constructor(base: View, claim: Claim) {
    this.layered = new LayeredView(base, () => [this.writes]);
    this.claim = claim;
  }

  /** What has been written over what was there; asked for anew by whatever reads on. */
  get view(): View {
    this.onRead();
    return this.layered;
  }

  /** Does work that ends where `onRead`, which is called whenever it reads, throws. */
  interruptible<T>(onRead: () => void, work: (writer: Writer) => T): T {
    const before = this.onRead;
    this.onRead = onRead;
    try {
      return work(this);
    } finally {
      this.onRead = before;
    }
  }

  put(key: Buffer, value: Uint8Array): void {
    this.writes.set(key, value);
  }

  remove(key: Buffer): void {
    this.writes.set(key, null);
  }
}
