import { Double } from 'bson';
import { MongoError, notSupported, toMongoError } from '../errors';
import { timestampOf } from '../storage/clock';
import { damageMessage } from '../storage/file/damage';
import { WriteConflict } from '../transactions/claims';
import { RawObject, encodeValue, toBytes } from '../values/raw';
import { ABSENT } from './absent';
import { AGGREGATE_COMMANDS } from './aggregate';
import { ALTERING_COMMANDS } from './altering';
import { BULK_WRITE_COMMANDS } from './bulk-write';
import { addTimes, gossip } from './cluster-time';
import { COLLECTION_COMMANDS } from './collections';
import { rawDocument } from './command';
import type { Command, ConnectionState, Handler, Reply, ServerState } from './command';
import { readConcernOf, writeConcernError } from './concerns';
import { contextOf } from './context';
import { DIAGNOSTIC_COMMANDS } from './diagnostics';
import { EXPLAIN_COMMANDS } from './explain';
import { FIND_COMMANDS } from './find';
import { FIND_AND_MODIFY_COMMANDS } from './find-and-modify';
import { HANDSHAKE_COMMANDS } from './handshake';
import { INDEX_COMMANDS } from './indexes';
import { PARAMETER_COMMANDS } from './parameters';
import { SESSION_COMMANDS } from './sessions';
import { withinTime } from './time-limit';
import { TRANSACTION_COMMANDS } from './transactions';
import { VALIDATE_COMMANDS } from './validate';
import { WRITE_COMMANDS } from './write';

/** `ok` is a double on the wire. */
const OK = new Double(1);

const HANDLERS = byName([
  HANDSHAKE_COMMANDS,
  COLLECTION_COMMANDS,
  INDEX_COMMANDS,
  WRITE_COMMANDS,
  BULK_WRITE_COMMANDS,
  FIND_COMMANDS,
  FIND_AND_MODIFY_COMMANDS,
  AGGREGATE_COMMANDS,
  EXPLAIN_COMMANDS,
  ALTERING_COMMANDS,
  DIAGNOSTIC_COMMANDS,
  VALIDATE_COMMANDS,
  TRANSACTION_COMMANDS,
  SESSION_COMMANDS,
  PARAMETER_COMMANDS,
  { listCommands: () => ({ commands: Object.fromEntries([...HANDLERS.keys()].map((name) => [name, {}])) }) },
]);

/** Handlers by the names of their commands. Throws where two families would answer to one name. */
function byName(families: readonly Readonly<Record<string, Handler>>[]): Map<string, Handler> {
  const handlers = new Map<string, Handler>();
  for (const [name, handler] of families.flatMap((family) => Object.entries(family))) {
    if (handlers.has(name)) throw new Error(`two handlers for ${name}`);
    handlers.set(name, handler);
  }
  return handlers;
}

/** Commands that take a write concern. */
const WRITING = new Set([
  ...['insert', 'update', 'delete', 'findAndModify', 'findandmodify', 'create', 'drop', 'dropDatabase'],
  ...['createIndexes', 'dropIndexes', 'deleteIndexes', 'renameCollection', 'collMod'],
  ...['bulkWrite', 'commitTransaction', 'abortTransaction'],
]);

/** How long a conflict is kept from the client at most: a retry before the winner has ended would only fail again. */
const CONFLICT_PAUSE_MS = 25;

/** Carries out a command and encodes the answer; an error is an answer as well. */
export async function dispatch(
  server: ServerState,
  connection: ConnectionState,
  command: Command,
): Promise<Uint8Array> {
  try {
    gossip(command, server);
    return encodeReply(server, await run(server, connection, command));
  } catch (error) {
    return encodeError(server, located(toMongoError(error), server));
  }
}

/** Damage is told with the file that has it. */
function located(error: MongoError, { engine }: ServerState): MongoError {
  if (error.codeName !== 'DataCorruptionDetected') return error;
  return new MongoError(error.codeName, damageMessage(engine.file, error.message));
}

async function run(server: ServerState, connection: ConnectionState, command: Command): Promise<Reply> {
  const handler = HANDLERS.get(command.name);
  if (handler === undefined) throw unknownCommand(command.name);
  const concern = readConcernOf(command, server);
  const unmet = WRITING.has(command.name) ? writeConcernError(command) : {};
  const context = contextOf(server, connection, command);
  const snapshot = concern.snapshot ? server.snapshots.at(concern.atClusterTime) : undefined;
  try {
    const reading = snapshot === undefined ? context : { ...context, view: snapshot.view };
    const reply = await handler(command, withinTime(command, reading));
    if (concern.durable && context.transaction === undefined) await server.engine.durable();
    return { ...(snapshot === undefined ? reply : withTime(reply, snapshot.time)), ...unmet };
  } catch (error) {
    if (context.transaction !== undefined) server.manager.abort(context.transaction);
    await pauseOnConflict(error);
    throw error;
  }
}

function unknownCommand(name: string): MongoError {
  if (ABSENT.has(name)) return notSupported(`command ${name}`);
  return new MongoError('CommandNotFound', `no such command: '${name}'`);
}

/** A reply that says at which time the state was that it tells of, so that a client can read that again. */
function withTime(reply: Reply, time: bigint): Reply {
  const atClusterTime = timestampOf(time);
  const { cursor } = reply;
  if (!(cursor instanceof RawObject)) return { ...reply, atClusterTime };
  cursor.members.set('atClusterTime', encodeValue(atClusterTime));
  return reply;
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

function encodeReply(server: ServerState, reply: Reply): Uint8Array {
  return toBytes(addTimes(rawDocument({ ...reply, ok: OK }), server));
}

function encodeError(server: ServerState, error: MongoError): Uint8Array {
  const { message, code, codeName, labels, details } = error;
  const errorLabels = labels.length === 0 ? {} : { errorLabels: labels };
  const reply = { ok: new Double(0), errmsg: message, code, codeName, ...details, ...errorLabels };
  return toBytes(addTimes(rawDocument(reply), server));
}
