import { describeUpdate } from '../changes/update-description';
import { MongoError, failedToParse, location } from '../errors';
import type { Variables } from '../expressions/scope';
import { prepareFind } from '../query/find';
import type { FindRequest, FoundDocument } from '../query/find';
import type { CollectionMeta } from '../storage/catalog';
import type { Writer } from '../storage/writer';
import type { StatementResult } from '../transactions/records';
import { updateDocument, upsertDocument } from '../update/apply';
import type { UpdateRequest } from '../update/apply';
import { withIdFirst } from '../update/upsert';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { parseCollation } from '../values/collation';
import { RawArray, RawObject, openValue, toBytes } from '../values/raw';
import { show } from '../values/show';
import type { RawValue } from '../values/raw';
import { BSON_TYPE, isDocument, isNumeric } from '../values/types';
import { collectionForWriting } from './command';
import type { Command, CommandContext, ServerState } from './command';
import { refuseRetryOfMany } from './statements';
import { checkDocument } from './validation';
import { letVariables } from './variables';

/** What a command says about all of its statements. */
export interface WriteOptions {
  /** The constants of its `let`. */
  readonly variables: Variables;
  /** Validators are passed by. */
  readonly bypass: boolean;
}

/** Reads what a command says about all of its statements. */
export function writeOptions({ body }: Command): WriteOptions {
  return { variables: letVariables(body), bypass: body['bypassDocumentValidation'] === true };
}

/** Ids that a document cannot have. */
function checkId(id: RawValue | undefined): void {
  const names = new Map<number | undefined, string>([
    [BSON_TYPE.array, 'array'],
    [BSON_TYPE.regex, 'regex'],
    [BSON_TYPE.undefined, 'undefined'],
  ]);
  const name = names.get(id?.type);
  if (name !== undefined) throw new MongoError('InvalidIdField', `The '_id' value cannot be of type ${name}`);
  const opened = id === undefined ? undefined : openValue(id);
  if (!(opened instanceof RawObject)) return;
  const operator = [...opened.members.keys()].find((key) => key.startsWith('$'));
  if (operator !== undefined)
    throw new MongoError(
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${operator} is not valid for storage.`,
    );
}

/** The bytes of a document to insert: with its `_id` in front. */
function insertable(bytes: Uint8Array): Uint8Array {
  const parsed = RawObject.parse(bytes);
  const [first] = parsed.members.keys();
  const document = withIdFirst(parsed);
  checkId(document.members.get('_id'));
  return first === '_id' ? bytes : toBytes(document);
}

/** Inserts one document. */
export function insertStatement(
  { documents }: ServerState,
  writer: Writer,
  collection: CollectionMeta,
  bytes: Uint8Array,
  bypass: boolean,
): StatementResult {
  const document = insertable(bytes);
  checkDocument(collection, document, bypass);
  documents.insert(writer, collection, document);
  return { n: 1 };
}

/** Finds what a write is about: decoded and complete before the first change, which could otherwise be met again. */
export function targetsOf(
  server: ServerState,
  writer: Writer,
  collection: CollectionMeta,
  request: FindRequest,
): FoundDocument[] {
  return [...prepareFind(server.documents, () => writer.view, collection, request).run()];
}

/** The constants that one statement may bring for its pipeline. */
function constants(given: unknown): Variables {
  return isDocument(given) ? given : {};
}

/** One element of `updates`, and whether the validator is to be passed by. */
interface StatementRequest extends UpdateRequest {
  readonly multi: boolean;
  readonly upsert: boolean;
  readonly hint: unknown;
  readonly sort: unknown;
  readonly bypass: boolean;
}

function updateRequest(bytes: Uint8Array, { variables, bypass }: WriteOptions): StatementRequest {
  const raw = RawObject.parse(bytes);
  const statement = decode(bytes);
  const update = raw.open('u');
  const query = raw.open('q');
  if (!(query instanceof RawObject))
    throw failedToParse('BSON field update.updates.q is missing but a required field');
  if (!(update instanceof RawObject || update instanceof RawArray))
    throw failedToParse('Update argument must be either an object or an array');
  const arrayFilters = statement['arrayFilters'];
  return {
    filter: statement['q'] as Document,
    query,
    update,
    bypass,
    multi: statement['multi'] === true,
    upsert: statement['upsert'] === true,
    hint: statement['hint'],
    sort: statement['sort'],
    collation: parseCollation(statement['collation']),
    variables: { ...variables, ...constants(statement['c']) },
    ...(Array.isArray(arrayFilters) ? { arrayFilters } : {}),
  };
}

/** Carries out one element of `updates`. */
export function updateStatement(
  context: CommandContext,
  writer: Writer,
  namespace: string,
  bytes: Uint8Array,
  options: WriteOptions,
): StatementResult {
  const request = updateRequest(bytes, options);
  if (request.multi) refuseRetryOfMany(context, 'multi=true');
  return runUpdate(context.server, writer, namespace, request);
}

function runUpdate(
  server: ServerState,
  writer: Writer,
  namespace: string,
  request: StatementRequest,
): StatementResult {
  const known = server.catalog.find(writer.view, namespace);
  const limit = request.multi ? 0 : 1;
  const found = known === undefined ? [] : targetsOf(server, writer, known, { ...request, limit });
  if (found.length === 0 && request.upsert) {
    const inserted = upsertDocument(request);
    const bytes = toBytes(inserted);
    const collection = collectionForWriting(server, writer, namespace);
    checkDocument(collection, bytes, request.bypass);
    server.documents.insert(writer, collection, bytes);
    const upserted = inserted.members.get('_id');
    return { n: 1, nModified: 0, ...(upserted === undefined ? {} : { upserted }) };
  }
  return known === undefined ? { n: 0, nModified: 0 } : updateFound(server, writer, known, request, found);
}

function updateFound(
  server: ServerState,
  writer: Writer,
  collection: CollectionMeta,
  request: StatementRequest,
  found: readonly FoundDocument[],
): StatementResult {
  let nModified = 0;
  for (const target of found) {
    const changed = updateDocument(request, target, request.multi);
    if (changed === undefined) continue;
    checkDocument(collection, changed, request.bypass, target.bytes);
    const description = describeUpdate(request.update, target.bytes, changed);
    server.documents.replace(writer, collection, target, changed, description);
    nModified += 1;
  }
  return { n: found.length, nModified };
}

function limitOf(statement: Document): number {
  const { limit } = statement;
  if (limit === undefined)
    throw location(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
  if (!isNumeric(limit) || (Number(limit) !== 0 && Number(limit) !== 1))
    throw failedToParse(`The limit field in delete objects must be 0 or 1. Got ${show(limit)}`);
  return Number(limit);
}

/** Carries out one element of `deletes`. */
export function deleteStatement(
  context: CommandContext,
  writer: Writer,
  namespace: string,
  bytes: Uint8Array,
  { variables }: WriteOptions,
): StatementResult {
  const { server } = context;
  const statement = decode(bytes);
  const limit = limitOf(statement);
  if (limit === 0) refuseRetryOfMany(context, 'limit=0');
  const collection = server.catalog.find(writer.view, namespace);
  if (collection === undefined) return { n: 0 };
  const request = {
    filter: statement['q'] as Document,
    hint: statement['hint'],
    limit,
    collation: parseCollation(statement['collation']),
    variables,
  };
  const found = targetsOf(server, writer, collection, request);
  for (const target of found) server.documents.remove(writer, collection, target);
  return { n: found.length };
}
