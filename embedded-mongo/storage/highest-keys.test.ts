import type { CollectionMeta } from './catalog';
import { Store } from '../testing/store';
import { encode } from '../values/codec';

const UNIQUE = { key: { k: 1 }, name: 'k', unique: true };

let store: Store;
let collection: CollectionMeta;

beforeEach(async () => {
  store = new Store();
  collection = await store.collection(UNIQUE, [
    { _id: 1, k: 1 },
    { _id: 2, k: 5 },
  ]);
});

afterEach(() => store.close());

const insert = (_id: number, k: unknown): Promise<unknown> =>
  store.manager.write((writer) => store.documents.insert(writer, collection, encode({ _id, k })));

it.each([
  ['the highest value', [5], 5],
  ['a value that has just become the highest', [9], 9],
  ['a value below the highest', [9, 7], 7],
  ['a value of another numeric type', [9], 9.0],
])('refuses %s a second time', async (_case, first, again) => {
  for (const [at, k] of first.entries()) if (k !== 5) await insert(10 + at, k);
  await expect(insert(20, again)).rejects.toMatchObject({ code: 11000 });
});

it('refuses it within one unit of writes, and takes it when that was given up', async () => {
  const both = store.manager.write((writer) => {
    for (const _id of [30, 31]) store.documents.insert(writer, collection, encode({ _id, k: 99 }));
  });
  await expect(both).rejects.toMatchObject({ code: 11000 });
  await expect(insert(32, 99)).resolves.toBeDefined();
});

it('two open transactions cannot both have it', async () => {
  const [one, other] = [store.manager.begin(), store.manager.begin()];
  store.documents.insert(one.writer, collection, encode({ _id: 40, k: 100 }));
  expect(() => store.documents.insert(other.writer, collection, encode({ _id: 41, k: 100 }))).toThrow(
    expect.objectContaining({ code: 112 }),
  );
  await store.manager.commit(one, { lsid: {}, txnNumber: 1 });
  store.manager.abort(other);
});
