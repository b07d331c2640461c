import { MongoError, failedToParse } from '../errors';
import type { FoundDocument } from '../query/find';
import type { Document } from '../values/codec';
import { RawObject, sameBytes, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { BSON_TYPE } from '../values/types';
import { matchedPosition, parseArrayFilters } from './positions';
import { applyOperators, isOperatorUpdate } from './update';
import { documentFromQuery, withIdFirst } from './upsert';

/** An update: which documents, and what becomes of them. */
export interface UpdateRequest {
  /** The query, decoded. */
  readonly filter: Document;
  /** The query in its bytes, from which an upsert takes values. */
  readonly query: RawObject;
  /** Operators, or the document to put in the place of what is found. */
  readonly update: RawObject;
  readonly arrayFilters?: readonly unknown[];
}

/** The new bytes of a document, or undefined where the update leaves it as it is. Throws where it would change `_id`. */
export function updateDocument(
  request: UpdateRequest,
  found: FoundDocument,
  multi: boolean,
): Uint8Array | undefined {
  const before = RawObject.parse(found.bytes);
  const id = before.members.get('_id');
  const after = isOperatorUpdate(request.update)
    ? operatorsApplied(RawObject.parse(found.bytes), request, found.document)
    : replacement(request.update, id, multi);
  checkSameId(id, after.members.get('_id'));
  const bytes = toBytes(after);
  return Buffer.compare(bytes, found.bytes) === 0 ? undefined : bytes;
}

/** The document that an upsert inserts. */
export function upsertDocument(request: UpdateRequest): RawObject {
  const start = documentFromQuery(request.query);
  const id = start.members.get('_id');
  if (!isOperatorUpdate(request.update)) {
    const given = request.update.members.get('_id');
    checkSameId(id, given ?? id);
    return withIdFirst(replacement(request.update, given ?? id, false));
  }
  const context = {
    inserting: true,
    filters: parseArrayFilters(request.arrayFilters),
    matched: () => undefined,
  };
  applyOperators(start, request.update, context);
  if (id !== undefined) checkSameId(id, start.members.get('_id'));
  checkId(start.members.get('_id'));
  return withIdFirst(start);
}

function operatorsApplied(document: RawObject, request: UpdateRequest, decoded: Document): RawObject {
  applyOperators(document, request.update, {
    inserting: false,
    filters: parseArrayFilters(request.arrayFilters),
    matched: matchedPosition(request.filter, decoded),
  });
  return document;
}

function replacement(update: RawObject, id: RawValue | undefined, multi: boolean): RawObject {
  if (multi) throw failedToParse('multi update is not supported for replacement-style update');
  const members = new Map(update.members);
  const given = members.get('_id') ?? id;
  members.delete('_id');
  return new RawObject(given === undefined ? members : new Map([['_id', given], ...members]));
}

function checkSameId(before: RawValue | undefined, after: RawValue | undefined): void {
  if (before === undefined || (after !== undefined && sameBytes(before, after))) return;
  throw new MongoError(
    'ImmutableField',
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  );
}

function checkId(id: RawValue | undefined): void {
  if (id?.type !== BSON_TYPE.array) return;
  throw new MongoError('InvalidIdField', "The '_id' value cannot be of type array");
}
