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
import { RawArray, RawObject, decodeValue, openValue, toBytes } from '../values/raw';
import { show } from '../values/show';
import type { RawValue } from '../values/raw';
import { BSON_TYPE, isDocument, isNumeric } from '../values/types';
import { collectionForWriting, namespaceOf } from './command';
import type { Handler, ServerState } from './command';
import { documentsOf } from './replies';
import { refuseRetryOfMany, runStatements, upsertedMember } from './statements';
import { checkDocument } from './validation';
import { letVariables } from './variables';

/** The most statements of one command. */
const MAX_BATCH = 100_000;

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

function checkBatch(statements: readonly unknown[]): void {
  if (statements.length > 0 && statements.length <= MAX_BATCH) return;
  throw new MongoError(
    'InvalidLength',
    `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${statements.length} operations.`,
  );
}

const insert: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const statements = documentsOf(command, 'documents');
  checkBatch(statements);
  const bypass = command.body['bypassDocumentValidation'] === true;
  return context.write((writer) => {
    let collection: CollectionMeta | undefined;
    const { n, rest } = runStatements(command, context, writer, statements, (bytes) => {
      collection ??= collectionForWriting(context.server, writer, namespace);
      const document = insertable(bytes);
      checkDocument(collection, document, bypass);
      context.server.documents.insert(writer, collection, document);
      return { n: 1 };
    });
    return { n, ...rest };
  });
};

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

/** Reads one element of `updates`. */
function updateRequest(
  bytes: Uint8Array,
  variables: Variables,
): UpdateRequest & { multi: boolean; upsert: boolean; hint: unknown; sort: unknown } {
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
    multi: statement['multi'] === true,
    upsert: statement['upsert'] === true,
    hint: statement['hint'],
    sort: statement['sort'],
    collation: parseCollation(statement['collation']),
    variables: { ...variables, ...constants(statement['c']) },
    ...(Array.isArray(arrayFilters) ? { arrayFilters } : {}),
  };
}

const update: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const statements = documentsOf(command, 'updates');
  checkBatch(statements);
  const variables = letVariables(command.body);
  const bypass = command.body['bypassDocumentValidation'] === true;
  return context.write((writer) => {
    const outcome = runStatements(command, context, writer, statements, (bytes) => {
      const request = { ...updateRequest(bytes, variables), bypass };
      if (request.multi) refuseRetryOfMany(context, 'multi=true');
      return runUpdate(context.server, writer, namespace, request);
    });
    const { n, nModified, rest } = outcome;
    return { n, nModified, ...upsertedMember(outcome), ...rest };
  });
};

/** One element of `updates`, and whether the validator is to be passed by. */
type StatementRequest = ReturnType<typeof updateRequest> & { readonly bypass: boolean };

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

/** The id of a document, as a value for a reply. */
export function rawId(document: RawObject): unknown {
  const id = document.members.get('_id');
  return id === undefined ? null : decodeValue(id);
}

function limitOf(statement: Document): number {
  const { limit } = statement;
  if (limit === undefined)
    throw location(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
  if (!isNumeric(limit) || (Number(limit) !== 0 && Number(limit) !== 1))
    throw failedToParse(`The limit field in delete objects must be 0 or 1. Got ${show(limit)}`);
  return Number(limit);
}

const remove: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const { server } = context;
  const statements = documentsOf(command, 'deletes');
  checkBatch(statements);
  const variables = letVariables(command.body);
  return context.write((writer) => {
    const { n, rest } = runStatements(command, context, writer, statements, (bytes) => {
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
    });
    return { n, ...rest };
  });
};

/** Commands that change documents. */
export const WRITE_COMMANDS: Readonly<Record<string, Handler>> = { insert, update, delete: remove };
