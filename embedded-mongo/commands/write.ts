import { describeUpdate } from '../changes/update-description';
import { MongoError, failedToParse, notSupported, toMongoError } from '../errors';
import { prepareFind } from '../query/find';
import type { FoundDocument } from '../query/find';
import type { CollectionMeta } from '../storage/catalog';
import type { Writer } from '../storage/writer';
import { WriteConflict } from '../transactions/claims';
import { updateDocument, upsertDocument } from '../update/apply';
import type { UpdateRequest } from '../update/apply';
import { withIdFirst } from '../update/upsert';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { RawObject, decodeValue, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { BSON_TYPE } from '../values/types';
import { refuseCollation } from './collections';
import { collectionForWriting, namespaceOf, rawDocument } from './command';
import type { Command, CommandContext, Handler, Reply, ServerState } from './command';
import { documentsOf } from './replies';

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
  if (id?.type === BSON_TYPE.array)
    throw new MongoError('InvalidIdField', "The '_id' value cannot be of type array");
  if (id?.type === BSON_TYPE.regex)
    throw new MongoError('InvalidIdField', "The '_id' value cannot be of type regex");
}

/** The bytes of a document to insert: with its `_id` in front. */
function insertable(bytes: Uint8Array): Uint8Array {
  const parsed = RawObject.parse(bytes);
  const [first] = parsed.members.keys();
  const document = withIdFirst(parsed);
  checkId(document.members.get('_id'));
  return first === '_id' ? bytes : toBytes(document);
}

const insert: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const statements = documentsOf(command, 'documents');
  if (statements.length === 0)
    throw new MongoError(
      'InvalidLength',
      'Write batch sizes must be between 1 and 100000. Got 0 operations.',
    );
  return context.write((writer) => {
    let n = 0;
    const collection = collectionForWriting(context.server, writer, namespace);
    const errors = runStatements(command, statements, (bytes) => {
      context.server.documents.insert(writer, collection, insertable(bytes));
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
  request: { filter: Document; sort?: unknown; hint?: unknown; limit: number },
): FoundDocument[] {
  return [...prepareFind(server.documents, () => writer.view, collection, request).run()];
}

/** Reads one element of `updates`. */
function updateRequest(
  bytes: Uint8Array,
): UpdateRequest & { multi: boolean; upsert: boolean; hint: unknown; sort: unknown } {
  const raw = RawObject.parse(bytes);
  const statement = decode(bytes);
  refuseCollation(statement);
  if (statement['c'] !== undefined) throw notSupported('let variables of pipeline updates');
  const update = raw.open('u');
  const query = raw.open('q');
  if (!(query instanceof RawObject))
    throw failedToParse('BSON field update.updates.q is missing but a required field');
  if (!(update instanceof RawObject)) throw notSupported('an update with an aggregation pipeline');
  const arrayFilters = statement['arrayFilters'];
  return {
    filter: statement['q'] as Document,
    query,
    update,
    multi: statement['multi'] === true,
    upsert: statement['upsert'] === true,
    hint: statement['hint'],
    sort: statement['sort'],
    ...(Array.isArray(arrayFilters) ? { arrayFilters } : {}),
  };
}

const update: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const { server } = context;
  const statements = documentsOf(command, 'updates');
  return context.write((writer) => {
    const counts = { n: 0, nModified: 0 };
    const upserted: RawObject[] = [];
    const errors = runStatements(command, statements, (bytes, index) => {
      const request = updateRequest(bytes);
      const known = server.catalog.find(writer.view, namespace);
      const found =
        known === undefined
          ? []
          : targetsOf(server, writer, known, { ...request, limit: request.multi ? 0 : 1 });
      if (found.length === 0 && request.upsert) {
        const inserted = upsertDocument(request);
        server.documents.insert(writer, collectionForWriting(server, writer, namespace), toBytes(inserted));
        upserted.push(rawDocument({ index, _id: rawId(inserted) }));
        counts.n += 1;
      }
      if (known !== undefined) updateFound(server, writer, known, request, found, counts);
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
  request: UpdateRequest & { readonly multi: boolean },
  found: readonly FoundDocument[],
  counts: { n: number; nModified: number },
): void {
  for (const target of found) {
    const changed = updateDocument(request, target, request.multi);
    counts.n += 1;
    if (changed === undefined) continue;
    const description = describeUpdate(request.update, target.bytes, changed);
    server.documents.replace(writer, collection, target, changed, description);
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

const remove: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const { server } = context;
  const statements = documentsOf(command, 'deletes');
  return context.write((writer) => {
    let n = 0;
    const errors = runStatements(command, statements, (bytes) => {
      const statement = decode(bytes);
      refuseCollation(statement);
      const collection = server.catalog.find(writer.view, namespace);
      if (collection === undefined) return;
      const request = {
        filter: statement['q'] as Document,
        hint: statement['hint'],
        limit: Number(statement['limit']),
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
