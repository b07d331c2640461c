import { describeUpdate } from '../changes/update-description';
import { badValue, failedToParse } from '../errors';
import type { Variables } from '../expressions/scope';
import type { FoundDocument } from '../query/find';
import { compileProjection } from '../query/projection';
import type { Writer } from '../storage/writer';
import { updateDocument, upsertDocument } from '../update/apply';
import type { UpdateRequest } from '../update/apply';
import { matchedPosition } from '../update/positions';
import type { Document } from '../values/codec';
import { parseCollation } from '../values/collation';
import type { Collation } from '../values/collation';
import { RawArray, RawObject, decodeValue, toBytes } from '../values/raw';
import { BSON_TYPE } from '../values/types';
import { RawDocument, collectionForWriting, documentMember, namespaceOf, rawDocument } from './command';
import type { Command, CommandContext, Handler, Reply } from './command';
import { checkDocument } from './validation';
import { letVariables } from './variables';
import { targetsOf } from './write-statement';

/** What a findAndModify command asks for. */
interface FindAndModify {
  readonly namespace: string;
  readonly filter: Document;
  readonly sort: unknown;
  readonly hint: unknown;
  readonly remove: boolean;
  readonly upsert: boolean;
  readonly returnNew: boolean;
  readonly update: UpdateRequest | undefined;
  readonly collation: Collation | undefined;
  readonly variables: Variables;
  readonly bypass: boolean;
}

function parse(command: Command): FindAndModify {
  const { body } = command;
  const remove = body['remove'] === true;
  if (remove === (body['update'] !== undefined)) {
    throw failedToParse(
      remove
        ? 'Cannot specify both an update and remove=true'
        : 'Either an update or remove=true must be specified',
    );
  }
  const returnNew = body['new'] === true;
  if (remove && returnNew)
    throw failedToParse(
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  if (remove && body['upsert'] === true)
    throw failedToParse('Cannot specify both upsert=true and remove=true');
  const filter = documentMember(body, 'query');
  return {
    namespace: namespaceOf(command),
    filter,
    sort: body['sort'],
    hint: body['hint'],
    remove,
    upsert: body['upsert'] === true,
    returnNew,
    update: remove ? undefined : updateOf(command, filter),
    collation: parseCollation(body['collation']),
    variables: letVariables(body),
    bypass: body['bypassDocumentValidation'] === true,
  };
}

function updateOf(command: Command, filter: Document): UpdateRequest {
  const query = command.raw.open('query') ?? new RawObject();
  const update = command.raw.open('update');
  if (!(query instanceof RawObject)) throw badValue('query has to be a document');
  if (!(update instanceof RawObject || update instanceof RawArray))
    throw failedToParse('Update argument must be either an object or an array');
  const arrayFilters = command.body['arrayFilters'];
  return {
    filter,
    query,
    update,
    collation: parseCollation(command.body['collation']),
    variables: letVariables(command.body),
    ...(Array.isArray(arrayFilters) ? { arrayFilters } : {}),
  };
}

/** What happened: the document to return, and the members of lastErrorObject. */
interface Outcome {
  readonly value: Uint8Array | undefined;
  readonly last: Readonly<Record<string, unknown>>;
}

const findAndModify: Handler = async (command, context) => {
  const request = parse(command);
  const fields = documentMember(command.body, 'fields');
  const project = compileProjection(fields, (document, path) =>
    matchedPosition(request.filter, document)(path),
  );
  return context.write((writer) => {
    const log = context.retryable?.open(writer);
    const statement = context.retryable?.statementAt(0) ?? 0;
    const known = log?.find(statement)?.reply;
    if (known !== undefined) return { ...answeredBefore(known), retriedStmtId: statement };
    const reply = replyOf(modify(context, writer, request), project);
    log?.add(statement, { n: 1, reply: rawDocument(reply) });
    log?.save();
    return reply;
  });
};

/** An answer as it was remembered, to the bit. */
function answeredBefore(known: RawObject): Reply {
  return Object.fromEntries(
    Array.from(known.members, ([name, value]) => {
      const isDocument = 'bytes' in value && value.type === BSON_TYPE.object;
      return [name, isDocument ? new RawDocument(value.bytes) : decodeValue(value)];
    }),
  );
}

function replyOf({ value, last }: Outcome, project: ((bytes: Uint8Array) => Uint8Array) | undefined): Reply {
  const shown = value === undefined ? null : new RawDocument(project === undefined ? value : project(value));
  return { lastErrorObject: rawDocument(last), value: shown };
}

function modify(context: CommandContext, writer: Writer, request: FindAndModify): Outcome {
  const { server } = context;
  const collection = server.catalog.find(writer.view, request.namespace);
  const found: FoundDocument | undefined =
    collection === undefined ? undefined : targetsOf(server, writer, collection, { ...request, limit: 1 })[0];
  if (found === undefined || collection === undefined) return insertOrNothing(context, writer, request);
  if (request.update === undefined) {
    server.documents.remove(writer, collection, found);
    return { value: found.bytes, last: { n: 1 } };
  }
  const changed = updateDocument(request.update, found, false);
  if (changed !== undefined) {
    checkDocument(collection, changed, request.bypass, found.bytes);
    const description = describeUpdate(request.update.update, found.bytes, changed);
    server.documents.replace(writer, collection, found, changed, description);
  }
  return {
    value: request.returnNew ? (changed ?? found.bytes) : found.bytes,
    last: { n: 1, updatedExisting: true },
  };
}

function insertOrNothing({ server }: CommandContext, writer: Writer, request: FindAndModify): Outcome {
  const { update, upsert } = request;
  if (update === undefined) return { value: undefined, last: { n: 0 } };
  if (!upsert) return { value: undefined, last: { n: 0, updatedExisting: false } };
  const inserted = upsertDocument(update);
  const bytes = toBytes(inserted);
  const collection = collectionForWriting(server, writer, request.namespace);
  checkDocument(collection, bytes, request.bypass);
  server.documents.insert(writer, collection, bytes);
  return {
    value: request.returnNew ? bytes : undefined,
    last: { n: 1, updatedExisting: false, upserted: rawId(inserted) },
  };
}

/** The id of a document, as a value for a reply. */
function rawId(document: RawObject): unknown {
  const id = document.members.get('_id');
  return id === undefined ? null : decodeValue(id);
}

/** Commands that change one document and answer with it. */
export const FIND_AND_MODIFY_COMMANDS: Readonly<Record<string, Handler>> = {
  findAndModify,
  findandmodify: findAndModify,
};
