import { MongoError } from '../errors';
import type { Document } from '../values/codec';
import { show } from '../values/show';
import type { CollectionMeta, IndexMeta } from './catalog';

/** The error of a unique index, in the real server's words. */
export function duplicateKeyError(
  collection: CollectionMeta,
  index: IndexMeta,
  values: readonly unknown[],
): MongoError {
  const keyValue: Document = {};
  index.key.forEach(([path], at) => {
    keyValue[path] = values[at] ?? null;
  });
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${show(value)}`);
  return new MongoError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`,
    { details: { keyPattern: Object.fromEntries(index.key), keyValue } },
  );
}
