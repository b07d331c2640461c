import { describeUpdate } from '../changes/update-description';
import { MongoError, failedToParse, notSupported } from '../errors';
import { prepareFind } from '../query/find';
import type { FoundDocument } from '../query/find';
import type { CollectionMeta } from '../storage/catalog';
import type { Writer } from '../storage/writer';
import type { StatementResult } from '../transactions/records';
import { updateDocument, upsertDocument } from '../update/apply';
import type { UpdateRequest } from '../update/apply';
import { withIdFirst } from '../update/upsert';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { RawObject, decodeValue, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { BSON_TYPE } from '../values/types';
import { refuseCollation } from './collections';
import { collectionForWriting, namespaceOf } from './command';
import type { Handler, ServerState } from './command';
import { documentsOf } from './replies';
import { refuseRetryOfMany, runStatements, upsertedMember } from './statements';

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
    let collection: CollectionMeta | undefined;
    const { n, rest } = runStatements(command, context, writer, statements, (bytes) => {
      collection ??= collectionForWriting(context.server, writer, namespace);
      context.server.documents.insert(writer, collection, insertable(bytes));
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
  const statements = documentsOf(command, 'updates');
  return context.write((writer) => {
    const outcome = runStatements(command, context, writer, statements, (bytes) => {
      const request = updateRequest(bytes);
      if (request.multi) refuseRetryOfMany(context, 'multi=true');
      return runUpdate(context.server, writer, namespace, request);
    });
    const { n, nModified, rest } = outcome;
    return { n, nModified, ...upsertedMember(outcome), ...rest };
  });
};

function runUpdate(
  server: ServerState,
  writer: Writer,
  namespace: string,
  request: ReturnType<typeof updateRequest>,
): StatementResult {
  const known = server.catalog.find(writer.view, namespace);
  const limit = request.multi ? 0 : 1;
  const found = known === undefined ? [] : targetsOf(server, writer, known, { ...request, limit });
  if (found.length === 0 && request.upsert) {
    const inserted = upsertDocument(request);
    server.documents.insert(writer, collectionForWriting(server, writer, namespace), toBytes(inserted));
    const upserted = inserted.members.get('_id');
    return { n: 1, nModified: 0, ...(upserted === undefined ? {} : { upserted }) };
  }
  return known === undefined ? { n: 0, nModified: 0 } : updateFound(server, writer, known, request, found);
}

function updateFound(
  server: ServerState,
  writer: Writer,
  collection: CollectionMeta,
  request: UpdateRequest & { readonly multi: boolean },
  found: readonly FoundDocument[],
): StatementResult {
  let nModified = 0;
  for (const target of found) {
    const changed = updateDocument(request, target, request.multi);
    if (changed === undefined) continue;
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

const remove: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const { server } = context;
  const statements = documentsOf(command, 'deletes');
  return context.write((writer) => {
    const { n, rest } = runStatements(command, context, writer, statements, (bytes) => {
      const statement = decode(bytes);
      refuseCollation(statement);
      const limit = Number(statement['limit']);
      if (limit === 0) refuseRetryOfMany(context, 'limit=0');
      const collection = server.catalog.find(writer.view, namespace);
      if (collection === undefined) return { n: 0 };
      const request = { filter: statement['q'] as Document, hint: statement['hint'], limit };
      const found = targetsOf(server, writer, collection, request);
      for (const target of found) server.documents.remove(writer, collection, target);
      return { n: found.length };
    });
    return { n, ...rest };
  });
};

/** Commands that change documents. */
export const WRITE_COMMANDS: Readonly<Record<string, Handler>> = { insert, update, delete: remove };
