import { documentKey, indexRange } from '../storage/keys';
import { Store } from '../testing/store';
import { examine } from './validate';

let store: Store;

beforeEach(() => {
  store = new Store();
});
afterEach(() => store.close());

const INDEX = { key: { n: 1 }, name: 'n_1', partialFilterExpression: { n: { $gt: 0 } } };
const DOCUMENTS = [
  { _id: 1, n: [1, 2] },
  { _id: 2, n: 3 },
  { _id: 3, n: 0 },
];

test('documents and indexes that belong together are valid', async () => {
  const collection = await store.collection(INDEX, DOCUMENTS);
  expect(examine(store.documents, store.engine.view, collection)).toMatchObject({
    errors: [],
    keysPerIndex: { _id_: 3, n_1: 3 },
  });
});

test('an entry that is missing, one of no document, and a damaged document are told', async () => {
  const collection = await store.collection(INDEX, DOCUMENTS);
  const { start, end } = indexRange(collection.indexes[1]?.id ?? 0);
  const [entry] = store.engine.view.range(start, end, 1);
  await store.manager.write((writer) => writer.remove(entry?.key ?? start));
  const lacking = examine(store.documents, store.engine.view, collection);
  expect(lacking).toMatchObject({
    errors: ['index n_1 lacks 1 entries'],
    indexDetails: { n_1: { valid: false } },
  });
  await store.manager.write((writer) => writer.remove(documentKey(collection.id, 2)));
  expect(examine(store.documents, store.engine.view, collection).errors).toEqual([
    'index _id_ has 1 entries of no document',
    'index n_1 lacks 1 entries',
    'index n_1 has 1 entries of no document',
  ]);
  await store.manager.write((writer) => writer.put(documentKey(collection.id, 3), Buffer.alloc(9)));
  expect(examine(store.documents, store.engine.view, collection).errors).toHaveLength(1);
});
