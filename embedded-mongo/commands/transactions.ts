import { Binary } from 'bson';
import type { Long } from 'bson';
import { MongoError } from '../errors';
import { isDocument } from '../values/types';
import type { CommandContext, Handler } from './command';

/** The id of a session, as a key. Throws TypeMismatch where it is not one. */
export function sessionId(lsid: unknown): string {
  const id = isDocument(lsid) ? lsid['id'] : undefined;
  if (!(id instanceof Binary))
    throw new MongoError('TypeMismatch', "BSON field 'OperationSessionInfo.lsid' is the wrong type");
  return id.toString('hex');
}

/** The session and the number of the transaction that a command ends. */
function ended(command: { readonly body: Readonly<Record<string, unknown>> }, context: CommandContext) {
  const number = transactionNumber(command.body);
  if (context.session === undefined || number === undefined) {
    throw new MongoError('InvalidOptions', 'Transaction numbers are only allowed on a session');
  }
  return { session: context.session, number };
}

/** The transaction number of a command, or undefined. */
export function transactionNumber(body: Readonly<Record<string, unknown>>): bigint | undefined {
  const value = body['txnNumber'];
  return value === undefined ? undefined : BigInt((value as number | Long).toString());
}

const commitTransaction: Handler = async (command, context) => {
  const { session, number } = ended(command, context);
  await context.server.sessions.commit(session, number);
  return {};
};

const abortTransaction: Handler = (command, context) => {
  const { session, number } = ended(command, context);
  context.server.sessions.current(session, number);
  context.server.sessions.abort(session);
  return {};
};

const endSessions: Handler = (command, { server }) => {
  const ids = command.body[command.name];
  if (Array.isArray(ids)) server.sessions.end(ids.map(sessionId));
  return {};
};

/** Commands that end transactions and sessions. */
export const TRANSACTION_COMMANDS: Readonly<Record<string, Handler>> = {
  commitTransaction,
  abortTransaction,
  endSessions,
};
