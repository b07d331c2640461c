import { Store } from '../testing/store';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { Janitor } from './janitor';

let store: Store;

beforeEach(() => {
  store = new Store();
});
afterEach(() => store.close());

/** The ids that are left of documents once a time has come. */
async function leftAt(now: number, index: Document, documents: readonly Document[]): Promise<unknown[]> {
  const collection = await store.collection({ key: { at: 1 }, name: 'at_1', ...index }, documents);
  await new Janitor(store).expire(now);
  return Array.from(
    store.documents.scan(() => store.engine.view, collection),
    ({ bytes }) => decode(bytes)['_id'],
  );
}

const at = (seconds: number): Date => new Date(seconds * 1000);

test('documents are deleted once they have expired, and not before', async () => {
  const documents = [1, 2, 3].map((_id) => ({ _id, at: at(_id) }));
  expect(await leftAt(12_001, { expireAfterSeconds: 10 }, documents)).toEqual([3]);
});

test('the earliest of several dates counts; what is no date never expires', async () => {
  const documents = [
    { _id: 1, at: [at(500), at(1)] },
    { _id: 2, at: 1 },
    { _id: 3, at: null },
    { _id: 4 },
    { _id: 5, at: [at(500), 'x'] },
  ];
  expect(await leftAt(100_000, { expireAfterSeconds: 0 }, documents)).toEqual([2, 3, 4, 5]);
});

test('documents that a partial index leaves out never expire', async () => {
  const documents = [
    { _id: 1, at: at(1), done: true },
    { _id: 2, at: at(1) },
  ];
  const index = { expireAfterSeconds: 0, partialFilterExpression: { done: true } };
  expect(await leftAt(100_000, index, documents)).toEqual([2]);
});
