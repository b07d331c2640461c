import { compileUpdatePipeline } from '../aggregation/pipeline';
import { MongoError, failedToParse } from '../errors';
import type { Variables } from '../expressions/scope';
import type { FoundDocument } from '../query/find';
import { decode, encode } from '../values/codec';
import type { Document } from '../values/codec';
import type { Collation } from '../values/collation';
import { RawObject, decodeValue, sameBytes, toBytes } from '../values/raw';
import type { RawArray, RawValue } from '../values/raw';
import { equalValues } from '../values/order';
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
  /** Operators, the document to put in the place of what is found, or a pipeline. */
  readonly update: RawObject | RawArray;
  readonly arrayFilters?: readonly unknown[];
  /** What a pipeline may refer to. */
  readonly variables?: Variables;
  readonly collation?: Collation | undefined;
}

/** The new bytes of a document, or undefined where the update leaves it as it is. Throws where it would change `_id`. */
export function updateDocument(
  request: UpdateRequest,
  found: FoundDocument,
  multi: boolean,
): Uint8Array | undefined {
  const before = RawObject.parse(found.bytes);
  const id = before.members.get('_id');
  const after = changed(request, found, id, multi);
  checkSameId(id, after.members.get('_id'));
  const bytes = toBytes(after);
  return Buffer.compare(bytes, found.bytes) === 0 ? undefined : bytes;
}

function changed(
  request: UpdateRequest,
  { bytes, document }: FoundDocument,
  id: RawValue | undefined,
  multi: boolean,
): RawObject {
  const { update } = request;
  if (!(update instanceof RawObject)) return piped(request, document, bytes, id);
  if (!isOperatorUpdate(update)) return replacement(update, id, multi);
  const after = RawObject.parse(bytes);
  applyOperators(after, update, {
    inserting: false,
    filters: parseArrayFilters(request.arrayFilters),
    matched: matchedPosition(request.filter, document),
    collation: request.collation,
  });
  return after;
}

/** The document after a pipeline, whose `_id` stays where the pipeline says nothing of it. */
function piped(
  { update, variables = {}, arrayFilters }: UpdateRequest,
  document: Document,
  bytes: Uint8Array,
  id: RawValue | undefined,
): RawObject {
  if (arrayFilters !== undefined)
    throw failedToParse('arrayFilters may not be specified for pipeline-style updates');
  const pipeline = decodeValue(update);
  const result = compileUpdatePipeline(pipeline, Object.keys(variables))(document, bytes, variables);
  const after = RawObject.parse(result.bytes ?? encode(result.document));
  if (id === undefined || after.members.has('_id')) return after;
  return new RawObject(new Map<string, RawValue>([['_id', id], ...after.members]));
}

/** The document that an upsert inserts. */
export function upsertDocument(request: UpdateRequest): RawObject {
  const { update } = request;
  if (update instanceof RawObject && !isOperatorUpdate(update)) {
    const { members } = documentFromQuery(request.query, ['_id']);
    const id = members.get('_id');
    const given = update.members.get('_id');
    checkSameId(id, given ?? id);
    return withIdFirst(replacement(update, given ?? id, false));
  }
  const start = documentFromQuery(request.query);
  const id = start.members.get('_id');
  if (!(update instanceof RawObject)) {
    const bytes = toBytes(start);
    return withIdFirst(piped(request, decode(bytes), bytes, id));
  }
  applyOperators(start, update, {
    inserting: true,
    filters: parseArrayFilters(request.arrayFilters),
    matched: () => undefined,
    collation: request.collation,
  });
  if (id !== undefined) checkSameId(id, start.members.get('_id'));
  checkId(start.members.get('_id'));
  return withIdFirst(start);
}

function replacement(update: RawObject, id: RawValue | undefined, multi: boolean): RawObject {
  if (multi) throw failedToParse('multi update is not supported for replacement-style update');
  const members = new Map(update.members);
  const given = id ?? members.get('_id');
  const wanted = members.get('_id');
  if (wanted !== undefined) checkSameId(given, wanted);
  members.delete('_id');
  return new RawObject(given === undefined ? members : new Map([['_id', given], ...members]));
}

/** Throws ImmutableField where an `_id` would be lost or become another one; numbers of other types stay the same one. */
export function checkSameId(before: RawValue | undefined, after: RawValue | undefined): void {
  if (before === undefined) return;
  if (
    after !== undefined &&
    (sameBytes(before, after) || equalValues(decodeValue(before), decodeValue(after)))
  )
    return;
  throw new MongoError(
    'ImmutableField',
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  );
}

function checkId(id: RawValue | undefined): void {
  if (id?.type === BSON_TYPE.array)
    throw new MongoError('InvalidIdField', "The '_id' value cannot be of type array");
  if (id?.type === BSON_TYPE.regex)
    throw new MongoError('InvalidIdField', "The '_id' value cannot be of type regex");
}
