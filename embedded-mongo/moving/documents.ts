import type { Collection, FindCursor } from 'mongodb';
import { DocumentSequence } from 'mongodb/lib/cmap/commands';
import type { Document } from '../values/codec';

/** The most bytes and documents that are sent at once; a document above that goes alone. */
const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH_DOCUMENTS = 1000;

/** The bytes of all documents, in an order that both servers have: capped collections are about that of insertion. */
export function bytesOf(collection: Collection, { capped }: Document): FindCursor<Buffer> {
  const sort = capped === true ? { $natural: 1 as const } : { _id: 1 as const };
  // With `raw`, the driver gives bytes and says documents.
  return collection.find({}, { raw: true, sort }) as unknown as FindCursor<Buffer>;
}

/** One document and those that a cursor has left, in portions of a bounded size. */
export async function* portions(first: Buffer, rest: FindCursor<Buffer>): AsyncGenerator<Buffer[]> {
  let portion: Buffer[] = [];
  let size = 0;
  for (let bytes: Buffer | null = first; bytes !== null; bytes = await rest.next()) {
    if (portion.length === BATCH_DOCUMENTS || (portion.length > 0 && size + bytes.length > BATCH_BYTES)) {
      yield portion;
      portion = [];
      size = 0;
    }
    portion.push(bytes);
    size += bytes.length;
  }
  yield portion;
}

/**
 * Inserts documents as the bytes they are, and returns when they cannot be lost any more. They were valid, or tolerated,
 * where they come from, so that the validator is not asked.
 */
export async function insertBytes(
  collection: Collection,
  portion: readonly Buffer[],
  { validator }: Document,
): Promise<void> {
  const documents = new DocumentSequence('documents');
  for (const bytes of portion) documents.push({}, bytes);
  const { writeErrors, writeConcernError } = await collection.db.command({
    insert: collection.collectionName,
    documents,
    ordered: true,
    writeConcern: { w: 'majority' },
    ...(validator === undefined ? {} : { bypassDocumentValidation: true }),
  });
  const refusal =
    (writeErrors as { errmsg: string }[] | undefined)?.[0] ??
    (writeConcernError as { errmsg: string } | undefined);
  if (refusal === undefined) return;
  throw new Error(`The target refuses a document of ${collection.namespace}: ${refusal.errmsg}`);
}
