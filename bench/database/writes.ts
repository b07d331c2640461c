/** Writers that each insert one document after the other, every one durable before the next. */
import type { Collection } from 'mongodb';
import { documentOf, type Measured } from './documents';

const WRITERS = 20;
const MILLISECONDS = 1000;

export interface WriteFigures {
  /** Inserts per second of all writers together, by round: into a collection with no index but that on `_id`… */
  readonly inserts: readonly number[];
  /** …and into the one that is read, which has two more. */
  readonly indexedInserts: readonly number[];
}

/** Rounds in which each collection is written to for so many seconds; numbers begin with `first`. */
export async function measureWrites(
  plain: Collection<Measured>,
  indexed: Collection<Measured>,
  { rounds, seconds, first }: { rounds: number; seconds: number; first: number },
): Promise<WriteFigures & { readonly next: number }> {
  let next = first;
  const perSecond = async (collection: Collection<Measured>): Promise<number> => {
    const before = next;
    const start = performance.now();
    const end = start + seconds * MILLISECONDS;
    const write = async (): Promise<void> => {
      while (performance.now() < end) await collection.insertOne(documentOf(next++));
    };
    await Promise.all(Array.from({ length: WRITERS }, write));
    return ((next - before) / (performance.now() - start)) * MILLISECONDS;
  };
  const figures = { inserts: [] as number[], indexedInserts: [] as number[] };
  for (const collection of [plain, indexed]) await perSecond(collection); // warms up
  for (let round = 0; round < rounds; round += 1) {
    figures.inserts.push(await perSecond(plain));
    figures.indexedInserts.push(await perSecond(indexed));
  }
  return { ...figures, next };
}
