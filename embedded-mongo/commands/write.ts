import { MongoError, failedToParse, location, toMongoError } from '../errors';
import type { Variables } from '../expressions/scope';
import { prepareFind } from '../query/find';
import type { FindRequest, FoundDocument } from '../query/find';
import type { CollectionMeta } from '../storage/catalog';
import type { Writer } from '../storage/writer';
import { WriteConflict } from '../transactions/claims';
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
import { collectionForWriting, namespaceOf, rawDocument } from './command';
import type { Command, CommandContext, Handler, Reply, ServerState } from './command';
import { documentsOf } from './replies';
import { checkDocument } from './validation';
import { letVariables } from './variables';

/** The most statements of one command. */
const MAX_BATCH = 100_000;

/** One statement of a write command that failed. */
interface WriteError {
  readonly index: number;
  readonly code: number;
  readonly errmsg: string;
  readonly [detail: string]: unknown;
}

/**
 * Runs the statements of a write command: all of them, or up to the first that fails where they are ordered. Outside of
 * a transaction those that succeed stay, even where others fail.
 */
function runStatements<T>(
  command: Command,
  statements: readonly T[],
  run: (statement: T, index: number) => void,
): WriteError[] {
  const ordered = command.body['ordered'] !== false;
  const errors: WriteError[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (error instanceof WriteConflict) throw error;
      const { code, message, details } = toMongoError(error);
      errors.push({ index, code, errmsg: message, ...details });
      if (ordered) break;
    }
  }
  return errors;
}

function withErrors(context: CommandContext, reply: Reply, errors: readonly WriteError[]): Reply {
  if (errors.length === 0) return reply;
  // A statement that fails ends the transaction that it is part of.
  if (context.transaction !== undefined) context.server.manager.abort(context.transaction);
  return { ...reply, writeErrors: errors };
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
    let n = 0;
    const collection = collectionForWriting(context.server, writer, namespace);
    const errors = runStatements(command, statements, (bytes) => {
      const document = insertable(bytes);
      checkDocument(collection, document, bypass);
      context.server.documents.insert(writer, collection, document);
      n += 1;
    });
    return withErrors(context, { n }, errors);
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
  const { server } = context;
  const statements = documentsOf(command, 'updates');
  checkBatch(statements);
  const variables = letVariables(command.body);
  const bypass = command.body['bypassDocumentValidation'] === true;
  return context.write((writer) => {
    const counts = { n: 0, nModified: 0 };
    const upserted: RawObject[] = [];
    const errors = runStatements(command, statements, (bytes, index) => {
      const request = updateRequest(bytes, variables);
      const known = server.catalog.find(writer.view, namespace);
      const found =
        known === undefined
          ? []
          : targetsOf(server, writer, known, { ...request, limit: request.multi ? 0 : 1 });
      if (found.length === 0 && request.upsert) {
        const inserted = upsertDocument(request);
        const collection = collectionForWriting(server, writer, namespace);
        checkDocument(collection, toBytes(inserted), bypass);
        server.documents.insert(writer, collection, toBytes(inserted));
        upserted.push(rawDocument({ index, _id: rawId(inserted) }));
        counts.n += 1;
      }
      if (known !== undefined) updateFound(server, writer, known, { ...request, bypass }, found, counts);
    });
    const reply = {
      n: counts.n,
      nModified: counts.nModified,
      ...(upserted.length === 0 ? {} : { upserted: asArray(upserted) }),
    };
    return withErrors(context, reply, errors);
  });
};

function updateFound(
  server: ServerState,
  writer: Writer,
  collection: CollectionMeta,
  request: UpdateRequest & { readonly multi: boolean; readonly bypass: boolean },
  found: readonly FoundDocument[],
  counts: { n: number; nModified: number },
): void {
  for (const target of found) {
    const changed = updateDocument(request, target, request.multi);
    counts.n += 1;
    if (changed === undefined) continue;
    checkDocument(collection, changed, request.bypass, target.bytes);
    server.documents.replace(writer, collection, target, changed);
    counts.nModified += 1;
  }
}

/** The id of a document, as a value for a reply. */
export function rawId(document: RawObject): unknown {
  const id = document.members.get('_id');
  return id === undefined ? null : decodeValue(id);
}

function asArray(documents: readonly RawObject[]): unknown {
  return documents.map((document) => decode(toBytes(document)));
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
    let n = 0;
    const errors = runStatements(command, statements, (bytes) => {
      const statement = decode(bytes);
      const limit = limitOf(statement);
      const collection = server.catalog.find(writer.view, namespace);
      if (collection === undefined) return;
      const request = {
        filter: statement['q'] as Document,
        hint: statement['hint'],
        limit,
        collation: parseCollation(statement['collation']),
        variables,
      };
      for (const target of targetsOf(server, writer, collection, request)) {
        server.documents.remove(writer, collection, target);
        n += 1;
      }
    });
    return withErrors(context, { n }, errors);
  });
};

/** Commands that change documents. */
export const WRITE_COMMANDS: Readonly<Record<string, Handler>> = { insert, update, delete: remove };
