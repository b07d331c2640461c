/** Above this many new keys it is cheaper to sort everything again than to insert one by one. */
const RESORT_ABOVE = 64;

/** A key with its new value; null where it is removed. */
export interface Write {
  readonly key: Buffer;
  readonly value: Uint8Array | null;
}

/** Writes that are not in the database file yet: values by key, null for a removal, kept in the order of keys. */
export class WriteSet {
  // Keys are held as latin1 strings: one code unit per byte, so that the order of strings is the order of bytes.
  private readonly writes = new Map<string, Write>();
  private sorted: string[] = [];
  private unsorted: string[] = [];

  get size(): number {
    return this.writes.size;
  }

  /** The value written, null where the key was removed, undefined where this set says nothing about it. */
  get(key: Buffer): Uint8Array | null | undefined {
    return this.writes.get(key.toString('latin1'))?.value;
  }

  /** Writes a value; null removes the key. */
  set(key: Buffer, value: Uint8Array | null): void {
    this.write(key.toString('latin1'), { key, value });
  }

  /** Adds the writes of a later set. */
  addAll(later: WriteSet): void {
    for (const [name, write] of later.writes) this.write(name, write);
  }

  /** All writes, in no particular order. */
  all(): Iterable<Write> {
    return this.writes.values();
  }

  /** Puts the writes within a range of keys into a map that earlier sets may have filled. */
  collect(start: Buffer, end: Buffer, into: Map<string, Uint8Array | null>): void {
    if (this.writes.size === 0) return;
    this.sort();
    const to = end.toString('latin1');
    for (let index = this.firstAtOrAfter(start.toString('latin1')); index < this.sorted.length; index += 1) {
      const name = this.sorted[index] as string;
      if (name >= to) return;
      into.set(name, this.writes.get(name)?.value ?? null);
    }
  }

  private write(name: string, write: Write): void {
    if (!this.writes.has(name)) this.unsorted.push(name);
    this.writes.set(name, write);
  }

  private sort(): void {
    if (this.unsorted.length > RESORT_ABOVE) {
      this.sorted = [...this.sorted, ...this.unsorted].sort();
    } else {
      for (const name of this.unsorted) this.sorted.splice(this.firstAtOrAfter(name), 0, name);
    }
    this.unsorted = [];
  }

  private firstAtOrAfter(name: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] as string) < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
