/** Reads one after the other, each beside a bare ping over the same connection. */
import type { Collection, Db } from 'mongodb';
import { GROUP_SIZE, keyOf, type Measured } from './documents';

const PAGE = 20;
const MILLISECONDS = 1000;

export interface ReadFigures {
  /** Microseconds for one operation, by round. */
  readonly ping: readonly number[];
  readonly point: readonly number[];
  readonly page: readonly number[];
}

/** Rounds in which each kind is measured for so many seconds, over a collection of so many documents. */
export async function measureReads(
  database: Db,
  collection: Collection<Measured>,
  { rounds, seconds, documents }: { rounds: number; seconds: number; documents: number },
): Promise<ReadFigures> {
  const any = randomNumbers(documents);
  const ping = (): Promise<unknown> => database.command({ ping: 1 });
  const point = async (): Promise<void> => {
    const key = keyOf(any());
    if ((await collection.findOne({ key }))?.key !== key) throw new Error(`${key} was not found`);
  };
  const page = async (): Promise<void> => {
    const group = Math.floor(any() / GROUP_SIZE);
    const found = await collection.find({ group }).sort({ at: -1 }).limit(PAGE).toArray();
    if (found.length !== PAGE) throw new Error(`A page of group ${group} has ${found.length} documents`);
  };
  const figures = { ping: [] as number[], point: [] as number[], page: [] as number[] };
  for (const operation of [ping, point, page]) await microseconds(operation, seconds); // warms up
  for (let round = 0; round < rounds; round += 1) {
    figures.ping.push(await microseconds(ping, seconds));
    figures.point.push(await microseconds(point, seconds));
    figures.page.push(await microseconds(page, seconds));
  }
  return figures;
}

async function microseconds(operation: () => Promise<unknown>, seconds: number): Promise<number> {
  const start = performance.now();
  const end = start + seconds * MILLISECONDS;
  let count = 0;
  for (; performance.now() < end; count += 1) await operation();
  return ((performance.now() - start) * MILLISECONDS) / count;
}

/** The same ones in every run. */
function randomNumbers(below: number): () => number {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
