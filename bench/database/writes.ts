/** Writers that each insert one document after the other, every one durable before the next. */
import type { Collection } from 'mongodb';
import { documentOf, type Measured } from './documents';

const WRITERS = 20;
const MILLISECONDS = 1000;

/** How many they insert per second together, numbered from `first` on. */
export async function measureWrites(
  collection: Collection<Measured>,
  first: number,
  seconds: number,
): Promise<{ readonly rate: number; readonly next: number }> {
  let next = first;
  const start = performance.now();
  const end = start + seconds * MILLISECONDS;
  const write = async (): Promise<void> => {
    while (performance.now() < end) await collection.insertOne(documentOf(next++));
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return { rate: ((next - first) / (performance.now() - start)) * MILLISECONDS, next };
}
