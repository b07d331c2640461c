/** What the database is measured with: documents of 1 kB, found by a key or by the group that they are in. */
import type { Collection, IndexDescription } from 'mongodb';

export interface Measured {
  readonly _id: number;
  readonly key: string;
  readonly group: number;
  readonly at: Date;
  readonly text: string;
}

export const GROUP_SIZE = 100;

export const INDEXES: IndexDescription[] = [{ key: { key: 1 }, unique: true }, { key: { group: 1, at: -1 } }];

/** 1,000 bytes as BSON, less some of the digits. */
const TEXT = 'x'.repeat(900);
const START = Date.UTC(2026, 0, 1);
const BATCH = 1000;

export const keyOf = (number: number): string => `key-${number}`;

export const documentOf = (number: number, text = TEXT): Measured => ({
  _id: number,
  key: keyOf(number),
  group: Math.floor(number / GROUP_SIZE),
  at: new Date(START + ((number * 7919) % GROUP_SIZE) * 1000),
  text,
});

/** Inserts the documents of these numbers, the last one not among them. */
export async function fill(
  collection: Collection<Measured>,
  from: number,
  to: number,
  text = TEXT,
): Promise<void> {
  for (let first = from; first < to; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, to - first) }, (_none, index) => first + index);
    await collection.insertMany(numbers.map((number) => documentOf(number, text)));
  }
}
