import type { WriteSet } from './write-set';

/** A key with its value. */
export interface Entry {
  readonly key: Buffer;
  readonly value: Uint8Array;
}

/** A state of the data, readable without waiting. */
export interface View {
  /** The value of a key, or undefined. */
  get(key: Buffer): Uint8Array | undefined;
  /**
   * The first `limit` entries from `start` up to, not including, `end`; or, reversed, the last ones, highest first.
   * Fewer than `limit` means that there are no more.
   */
  range(start: Buffer, end: Buffer, limit: number, reverse?: boolean): Entry[];
  /** How many entries there are from `start` up to, not including, `end`. */
  count(start: Buffer, end: Buffer): number;
}

/** A view seen through layers of writes, the newest last. */
export class LayeredView implements View {
  private readonly base: View;
  private readonly layers: () => readonly WriteSet[];

  constructor(base: View, layers: () => readonly WriteSet[]) {
    this.base = base;
    this.layers = layers;
  }

  get(key: Buffer): Uint8Array | undefined {
    const layers = this.layers();
    for (let index = layers.length - 1; index >= 0; index -= 1) {
      const value = layers[index]?.get(key);
      if (value !== undefined) return value ?? undefined;
    }
    return this.base.get(key);
  }

  range(start: Buffer, end: Buffer, limit: number, reverse = false): Entry[] {
    const written = this.writtenIn(start, end);
    if (written.size === 0) return this.base.range(start, end, limit, reverse);
    return reverse ? this.mergeDown(start, end, limit, written) : this.mergeUp(start, end, limit, written);
  }

  count(start: Buffer, end: Buffer): number {
    let count = this.base.count(start, end);
    for (const [name, value] of this.writtenIn(start, end)) {
      const was = this.base.get(Buffer.from(name, 'latin1')) !== undefined;
      count += Number(value !== null) - Number(was);
    }
    return count;
  }

  /** What the layers together say about a range: a value, or null for a removal, by key in latin1. */
  private writtenIn(start: Buffer, end: Buffer): Map<string, Uint8Array | null> {
    const written = new Map<string, Uint8Array | null>();
    for (const layer of this.layers()) layer.collect(start, end, written);
    return written;
  }

  private mergeUp(
    start: Buffer,
    end: Buffer,
    limit: number,
    written: Map<string, Uint8Array | null>,
  ): Entry[] {
    const order = [...written.keys()].sort();
    const merged: Entry[] = [];
    let from = start;
    let at = 0;
    for (;;) {
      const base = this.base.range(from, end, limit);
      const complete = base.length < limit;
      const last = base.at(-1)?.key;
      for (const entry of base) {
        const name = entry.key.toString('latin1');
        for (; at < order.length && (order[at] as string) < name; at += 1)
          push(merged, order[at] as string, written);
        if (!written.has(name)) merged.push(entry);
      }
      if (complete) for (; at < order.length; at += 1) push(merged, order[at] as string, written);
      if (merged.length >= limit || complete || last === undefined) return merged.slice(0, limit);
      from = Buffer.concat([last, Buffer.alloc(1)]);
    }
  }

  private mergeDown(
    start: Buffer,
    end: Buffer,
    limit: number,
    written: Map<string, Uint8Array | null>,
  ): Entry[] {
    const order = [...written.keys()].sort().reverse();
    const merged: Entry[] = [];
    let to = end;
    let at = 0;
    for (;;) {
      const base = this.base.range(start, to, limit, true);
      const complete = base.length < limit;
      const last = base.at(-1)?.key;
      for (const entry of base) {
        const name = entry.key.toString('latin1');
        for (; at < order.length && (order[at] as string) > name; at += 1)
          push(merged, order[at] as string, written);
        if (!written.has(name)) merged.push(entry);
      }
      if (complete) for (; at < order.length; at += 1) push(merged, order[at] as string, written);
      if (merged.length >= limit || complete || last === undefined) return merged.slice(0, limit);
      to = last;
    }
  }
}

function push(merged: Entry[], name: string, written: Map<string, Uint8Array | null>): void {
  const value = written.get(name);
  if (value != null) merged.push({ key: Buffer.from(name, 'latin1'), value });
}

/** How many entries are read from a view at a time. */
const CHUNK = 128;

/**
 * Walks a range chunk by chunk. The view is asked for anew before each chunk, so that a walk that is suspended
 * between two answers to a client goes on in the state of that time and holds nothing meanwhile.
 */
export function* walk(view: () => View, start: Buffer, end: Buffer, reverse = false): Generator<Entry> {
  let from = start;
  let to = end;
  for (let limit = 16; ; limit = CHUNK) {
    const entries = view().range(from, to, limit, reverse);
    yield* entries;
    const last = entries.at(-1);
    if (last === undefined || entries.length < limit) return;
    if (reverse) to = last.key;
    else from = Buffer.concat([last.key, Buffer.alloc(1)]);
  }
}
