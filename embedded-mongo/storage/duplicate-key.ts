import { MongoError } from '../errors';
import { documentOf } from '../values/members';
import { show } from '../values/show';
import type { CollectionMeta, IndexMeta } from './catalog';

/** The error of a unique index, in the real server's words. */
export function duplicateKeyError(
  collection: CollectionMeta,
  index: IndexMeta,
  values: readonly unknown[],
): MongoError {
  const found = index.key.map(([path], at) => [path, values[at] ?? null] as const);
  const shown = found.map(([path, value]) => `${path}: ${show(value)}`);
  return new MongoError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`,
    { details: { keyPattern: documentOf(index.key), keyValue: documentOf(found) } },
  );
}
