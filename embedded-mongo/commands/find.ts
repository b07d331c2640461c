import { Long } from 'bson';
import { MongoError, badValue } from '../errors';
import { prepareFind } from '../query/find';
import type { FindRequest, PreparedFind } from '../query/find';
import { compileFilter } from '../query/matcher';
import { compileProjection } from '../query/projection';
import type { Project } from '../query/projection';
import type { Variables } from '../expressions/scope';
import { RawObject, encodeValue, toBytes } from '../values/raw';
import { matchedPosition } from '../update/positions';
import type { Document } from '../values/codec';
import { moreChanges } from './change-streams';
import { parseCollation } from '../values/collation';
import {
  checkMembers,
  countMember,
  documentMember,
  namespaceOf,
  rawDocument,
  rawDocuments,
  refuseOptions,
} from './command';
import type { CommandContext, Handler } from './command';
import { cursorReply } from './replies';
import { letVariables } from './variables';

/** What of a find command says which documents are wanted. Throws where an option is wrong or not supported. */
export function findRequest(body: Document, filterName = 'filter'): FindRequest {
  const limit = countMember(body, 'limit');
  const skip = countMember(body, 'skip');
  return {
    filter: documentMember(body, filterName),
    sort: body['sort'],
    hint: body['hint'],
    collation: parseCollation(body['collation']),
    variables: letVariables(body),
    ...(limit === undefined ? {} : { limit }),
    ...(skip === undefined ? {} : { skip }),
  };
}

/** Plans the find of a command; undefined where the collection does not exist. */
export function planFind(
  context: CommandContext,
  namespace: string,
  request: FindRequest,
): PreparedFind | undefined {
  const { catalog, documents } = context.server;
  const collection = catalog.find(context.view(), namespace);
  if (collection !== undefined) return prepareFind(documents, context.view, collection, request);
  // What is wrong with a filter is an error also where there is nothing to find.
  compileFilter(request.filter);
  return undefined;
}

function* projected(
  found: PreparedFind | undefined,
  project: Project | undefined,
  variables: Variables,
  showRecordId: boolean,
): Generator<Uint8Array> {
  if (found === undefined) return;
  for (const { bytes, recordId } of found.run()) {
    const shown = project === undefined ? bytes : project(bytes, variables);
    yield showRecordId ? withRecordId(shown, recordId) : shown;
  }
}

function withRecordId(bytes: Uint8Array, recordId: number): Uint8Array {
  const { members } = RawObject.parse(bytes);
  return toBytes(new RawObject(members.set('$recordId', encodeValue(Long.fromNumber(recordId)))));
}

const FIND_MEMBERS = new Set([
  ...['filter', 'sort', 'projection', 'hint', 'skip', 'limit', 'batchSize', 'singleBatch', 'max', 'min'],
  ...['returnKey', 'showRecordId', 'tailable', 'oplogReplay', 'noCursorTimeout', 'awaitData'],
  ...['allowPartialResults', 'collation', 'allowDiskUse', 'let'],
]);

const find: Handler = (command, context) => {
  const namespace = namespaceOf(command);
  const { body } = command;
  checkMembers(command, FIND_MEMBERS);
  refuseOptions(body, ['min', 'max', 'returnKey'], 'find');
  if (body['tailable'] === true) throw badValue('tailable cursor requested on non capped collection');
  const request = findRequest(body);
  const prepared = planFind(context, namespace, request);
  const { variables = {} } = request;
  const project = compileProjection(
    documentMember(body, 'projection'),
    (document, path) => matchedPosition(request.filter, document)(path),
    Object.keys(variables),
  );
  const documents = projected(prepared, project, variables, body['showRecordId'] === true);
  return cursorReply(context, namespace, documents, {
    batchSize: countMember(body, 'batchSize'),
    singleBatch: body['singleBatch'] === true,
    patient: body['noCursorTimeout'] === true,
  });
};

function cursorId(value: unknown): Long {
  if (value instanceof Long) return value;
  if (typeof value === 'number') return Long.fromNumber(value);
  throw new MongoError('TypeMismatch', 'a cursor id has to be a long');
}

const getMore: Handler = (command, context) => {
  const { server } = context;
  const cursor = server.cursors.find(cursorId(command.body['getMore']));
  const namespace = `${command.database}.${String(command.body['collection'])}`;
  if (namespace !== cursor.namespace) {
    throw new MongoError(
      'Unauthorized',
      `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
    );
  }
  if (cursor.stream !== undefined) return moreChanges(command, context, cursor, cursor.stream);
  if (Number(command.body['maxTimeMS'] ?? 0) > 0)
    throw badValue('cannot set maxTimeMS on getMore command for a non-awaitData cursor');
  const size = countMember(command.body, 'batchSize') ?? 0;
  let batch;
  try {
    batch = server.cursors.next(cursor, size === 0 ? Infinity : size);
  } catch (error) {
    server.cursors.kill(cursor.id);
    throw error;
  }
  if (batch.more) server.cursors.keep(cursor);
  else server.cursors.kill(cursor.id);
  const id = batch.more ? cursor.id : Long.ZERO;
  return { cursor: rawDocument({ nextBatch: rawDocuments(batch.documents), id, ns: namespace }) };
};

const killCursors: Handler = (command, { server }) => {
  const ids = command.body['cursors'];
  if (!Array.isArray(ids))
    throw new MongoError(
      'TypeMismatch',
      "BSON field 'killCursors.cursors' is the wrong type, expected type 'array'",
    );
  const cursorsKilled: Long[] = [];
  const cursorsNotFound: Long[] = [];
  for (const id of ids.map(cursorId)) (server.cursors.kill(id) ? cursorsKilled : cursorsNotFound).push(id);
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
};

/** Commands that read documents as they are. */
export const FIND_COMMANDS: Readonly<Record<string, Handler>> = { find, getMore, killCursors };
