import { encodeForOrder } from '../storage/value-encoding';
import { equalValues } from '../values/order';

/** Things by a key of any type, equal keys being one. */
export class Grouping<T> {
  private readonly buckets = new Map<string, { key: unknown; thing: T }[]>();
  private readonly ordered: T[] = [];

  /** The thing of a key, made where the key is new. */
  at(key: unknown, make: () => T): T {
    // Inexact encodings may be shared by different values, hence a list of them.
    const name = encodeForOrder(key).bytes.toString('latin1');
    const bucket = this.buckets.get(name) ?? [];
    this.buckets.set(name, bucket);
    const known = bucket.find((entry) => equalValues(entry.key ?? null, key ?? null));
    if (known !== undefined) return known.thing;
    const thing = make();
    bucket.push({ key, thing });
    this.ordered.push(thing);
    return thing;
  }

  /** All things, in the order in which they were made. */
  all(): T[] {
    return this.ordered;
  }
}

/** The values without repetition, in the order in which they first came. Missing ones are left out. */
export function distinct(values: Iterable<unknown>): unknown[] {
  const groups = new Grouping<unknown>();
  for (const value of values) if (value !== undefined) groups.at(value, () => value);
  return groups.all();
}
