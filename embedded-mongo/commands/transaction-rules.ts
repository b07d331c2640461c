import { MongoError } from '../errors';
import type { Document } from '../values/codec';
import type { Command, ServerState } from './command';

/** Commands that end a transaction; an error in them does not abort it. */
export const ENDING: ReadonlySet<string> = new Set(['commitTransaction', 'abortTransaction']);

const ALLOWED = new Set([
  ...['find', 'getMore', 'killCursors', 'aggregate', 'distinct', 'insert', 'update', 'delete'],
  ...['findAndModify', 'findandmodify', 'bulkWrite', 'create', 'createIndexes'],
]);

const INTERNAL = new Set(['admin', 'config', 'local']);
const LEVELS = new Set<unknown>([undefined, 'local', 'majority', 'snapshot']);

function notInTransaction(message: string): MongoError {
  return new MongoError('OperationNotSupportedInTransaction', message);
}

function invalid(message: string): MongoError {
  return new MongoError('InvalidOptions', message);
}

/** Throws the real server's errors for what cannot be part of a transaction. */
export function checkAllowedInTransaction(command: Command, server: ServerState): void {
  const { name, database, body } = command;
  if (name === 'count') {
    throw notInTransaction(
      "Cannot run 'count' in a multi-document transaction. Please see http://dochub.mongodb.org/core/transaction-count for a recommended alternative.",
    );
  }
  if (!ALLOWED.has(name)) throw notInTransaction(`Cannot run '${name}' in a multi-document transaction.`);
  // What bulkWrite writes to is said by its `nsInfo`.
  if (INTERNAL.has(database) && name !== 'bulkWrite')
    throw notInTransaction(`Cannot run command against the '${database}' database in a transaction.`);
  if (body['writeConcern'] !== undefined)
    throw invalid('writeConcern is not allowed within a multi-statement transaction');
  checkReadConcern(body);
  if (name === 'createIndexes') checkNewCollection(command, server);
}

function checkReadConcern(body: Document): void {
  const concern = body['readConcern'] as Document | undefined;
  if (concern === undefined) return;
  if (body['startTransaction'] !== true)
    throw invalid('Only the first command in a transaction may specify a readConcern');
  if (LEVELS.has(concern['level'])) return;
  throw invalid(
    "The readConcern level must be either 'local' (default), 'majority' or 'snapshot' in order to run in a transaction",
  );
}

/** Indexes can be created in a transaction on what is created there too, since nobody else can have written to it. */
function checkNewCollection({ name, database, body }: Command, { catalog, engine }: ServerState): void {
  const namespace = `${database}.${String(body[name])}`;
  const known = catalog.find(engine.view, namespace);
  const names = new Set(known?.indexes.map((index) => index.name));
  const wanted = Array.isArray(body['indexes']) ? (body['indexes'] as Document[]) : [];
  if (known === undefined || wanted.every((index) => names.has(String(index['name'])))) return;
  throw notInTransaction(
    `Cannot create new indexes on existing collection ${namespace} in a multi-document transaction.`,
  );
}

/** Throws where the members that make a command part of a transaction do not fit together. */
export function checkTransactionFields(body: Document): void {
  if (body['autocommit'] !== undefined && body['txnNumber'] === undefined)
    throw invalid("'autocommit' field requires a transaction number to also be specified");
  if (body['startTransaction'] !== undefined && body['txnNumber'] === undefined)
    throw invalid("'startTransaction' field requires a transaction number to also be specified");
  if (body['txnNumber'] !== undefined && body['lsid'] === undefined)
    throw invalid('Transaction number requires a session ID to also be specified');
  if (body['autocommit'] === true) throw invalid('Specifying autocommit=true is not allowed.');
  if (body['startTransaction'] === true && body['autocommit'] !== false)
    throw invalid("'startTransaction' field requires 'autocommit' field to also be specified");
}
