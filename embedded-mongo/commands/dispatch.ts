import { Double, Timestamp } from 'bson';
import { MongoError, toMongoError } from '../errors';
import { WriteConflict } from '../transactions/claims';
import { toBytes } from '../values/raw';
import { AGGREGATE_COMMANDS } from './aggregate';
import { ALTERING_COMMANDS } from './altering';
import { COLLECTION_COMMANDS } from './collections';
import { rawDocument } from './command';
import type { Command, CommandContext, ConnectionState, Handler, Reply, ServerState } from './command';
import { DIAGNOSTIC_COMMANDS } from './diagnostics';
import { EXPLAIN_COMMANDS } from './explain';
import { FIND_COMMANDS } from './find';
import { FIND_AND_MODIFY_COMMANDS } from './find-and-modify';
import { HANDSHAKE_COMMANDS } from './handshake';
import { INDEX_COMMANDS } from './indexes';
import { TRANSACTION_COMMANDS, sessionId, transactionNumber } from './transactions';
import { WRITE_COMMANDS } from './write';

/** `ok` is a double on the wire. */
const OK = new Double(1);

const HANDLERS = new Map<string, Handler>(
  [
    HANDSHAKE_COMMANDS,
    COLLECTION_COMMANDS,
    INDEX_COMMANDS,
    WRITE_COMMANDS,
    FIND_COMMANDS,
    FIND_AND_MODIFY_COMMANDS,
    AGGREGATE_COMMANDS,
    EXPLAIN_COMMANDS,
    ALTERING_COMMANDS,
    DIAGNOSTIC_COMMANDS,
    TRANSACTION_COMMANDS,
  ].flatMap((family) => Object.entries(family)),
);

/** Commands that cannot be part of a transaction. */
const OUTSIDE_ONLY = new Set([
  'count',
  'listCollections',
  'listIndexes',
  'listDatabases',
  'drop',
  'dropDatabase',
  'dropIndexes',
  'renameCollection',
  'collMod',
  'explain',
]);

/** Commands that end a transaction; an error in them does not abort it. */
const ENDING = new Set(['commitTransaction', 'abortTransaction']);

/** How long a conflict is kept from the client at most: a retry before the winner has ended would only fail again. */
const CONFLICT_PAUSE_MS = 25;

/** Carries out a command and encodes the answer; an error is an answer as well. */
export async function dispatch(
  server: ServerState,
  connection: ConnectionState,
  command: Command,
): Promise<Uint8Array> {
  try {
    const retried = retriedWrite(server, command);
    if (retried !== undefined) return retried;
    const reply = encodeReply(server, await run(server, connection, command));
    rememberWrite(server, command, reply);
    return reply;
  } catch (error) {
    return encodeError(server, toMongoError(error));
  }
}

async function run(server: ServerState, connection: ConnectionState, command: Command): Promise<Reply> {
  const handler = HANDLERS.get(command.name);
  if (handler === undefined) throw new MongoError('CommandNotFound', `no such command: '${command.name}'`);
  const context = contextOf(server, connection, command);
  try {
    return await handler(command, context);
  } catch (error) {
    if (context.transaction !== undefined && !ENDING.has(command.name))
      server.manager.abort(context.transaction);
    await pauseOnConflict(error);
    throw error;
  }
}

/** Any ongoing transaction of the command's session, and how the command reads and writes. */
function contextOf(server: ServerState, connection: ConnectionState, command: Command): CommandContext {
  const { body } = command;
  const session = body['lsid'] === undefined ? undefined : server.sessions.get(sessionId(body['lsid']));
  const base = { server, connection, session };
  const number = transactionNumber(body);
  if (
    session === undefined ||
    number === undefined ||
    body['autocommit'] !== false ||
    ENDING.has(command.name)
  ) {
    return {
      ...base,
      transaction: undefined,
      view: () => server.engine.view,
      write: (work) => server.manager.write(work),
    };
  }
  if (OUTSIDE_ONLY.has(command.name)) {
    throw new MongoError(
      'OperationNotSupportedInTransaction',
      `Cannot run '${command.name}' in a multi-document transaction.`,
    );
  }
  const transaction =
    body['startTransaction'] === true
      ? server.sessions.start(session, number)
      : server.sessions.current(session, number);
  session.connection = connection;
  return {
    ...base,
    transaction,
    view: () => transaction.writer.view,
    write: (work) => Promise.resolve().then(() => work(transaction.writer)),
  };
}

async function pauseOnConflict(error: unknown): Promise<void> {
  if (!(error instanceof WriteConflict) || error.owner === undefined) return;
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CONFLICT_PAUSE_MS);
  });
  await Promise.race([error.owner.finished, elapsed]);
  clearTimeout(timer);
}

/** The session and number of a write that a client may send again, or undefined. */
function retryable(server: ServerState, { body }: Command) {
  const number = transactionNumber(body);
  if (number === undefined || body['autocommit'] === false || body['lsid'] === undefined) return undefined;
  return { session: server.sessions.get(sessionId(body['lsid'])), number };
}

function retriedWrite(server: ServerState, command: Command): Uint8Array | undefined {
  const write = retryable(server, command);
  const last = write?.session.lastReply;
  return last !== undefined && last.number === write?.number ? last.reply : undefined;
}

function rememberWrite(server: ServerState, command: Command, reply: Uint8Array): void {
  const write = retryable(server, command);
  if (write !== undefined) write.session.lastReply = { number: write.number, reply };
}

function clusterTime(server: ServerState): Record<string, unknown> {
  const time = new Timestamp({ t: Math.floor(server.info.startedAt / 1000), i: server.engine.version + 1 });
  return { operationTime: time };
}

function encodeReply(server: ServerState, reply: Reply): Uint8Array {
  return toBytes(rawDocument({ ...reply, ok: OK, ...clusterTime(server) }));
}

function encodeError(server: ServerState, error: MongoError): Uint8Array {
  const { message, code, codeName, labels, details } = error;
  const errorLabels = labels.length === 0 ? {} : { errorLabels: labels };
  return toBytes(
    rawDocument({
      ok: new Double(0),
      errmsg: message,
      code,
      codeName,
      ...details,
      ...errorLabels,
      ...clusterTime(server),
    }),
  );
}
