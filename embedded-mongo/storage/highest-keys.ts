import { indexRange, valuesOfEntry } from './keys';
import type { View } from './view';

/**
 * The highest key that each unique index has ever had. What is above it is new without being looked for, and ids mostly
 * are: they are made in order.
 */
export class HighestKeys {
  private readonly highest = new Map<number, Buffer>();
  private readonly latest: () => View;

  /** `latest` is the state with all commits. */
  constructor(latest: () => View) {
    this.latest = latest;
  }

  /** Whether no entry of an index, in any state, has a key that is as high. It counts as one that the index has. */
  raise(indexId: number, key: Buffer): boolean {
    const highest = this.highest.get(indexId) ?? this.read(indexId);
    const isHigher = Buffer.compare(key, highest) > 0;
    this.highest.set(indexId, isHigher ? key : highest);
    return isHigher;
  }

  private read(indexId: number): Buffer {
    const { start, end } = indexRange(indexId);
    const [last] = this.latest().range(start, end, 1, true);
    return last === undefined ? Buffer.alloc(0) : Buffer.from(valuesOfEntry(last.key));
  }
}
