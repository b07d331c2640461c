import { createHash } from 'node:crypto';
import { Binary, Long } from 'bson';
import { MongoError, typeMismatch } from '../errors';
import type { TransactionOrigin } from '../storage/change-log';
import type { Document } from '../values/codec';
import { isDocument, isNumeric } from '../values/types';
import { onlyOnAdmin } from './command';
import type { Command, CommandContext, Handler } from './command';

/** What the real server knows a user without a name by. */
const NOBODY = new Binary(createHash('sha256').update('').digest());

/** The id of a session, as a key. Throws TypeMismatch where it is not one. */
export function sessionId(lsid: unknown): string {
  const id = isDocument(lsid) ? lsid['id'] : undefined;
  if (!(id instanceof Binary)) throw typeMismatch("BSON field 'OperationSessionInfo.lsid' is the wrong type");
  return id.toString('hex');
}

/** The transaction number of a command, or undefined. */
export function transactionNumber(body: Document): bigint | undefined {
  const value = body['txnNumber'];
  if (value === undefined) return undefined;
  if (!isNumeric(value))
    throw typeMismatch("BSON field 'OperationSessionInfo.txnNumber' is the wrong type, expected type 'long'");
  return BigInt((value as number | Long).toString());
}

/** The session and the number of the transaction that a command ends. */
function ended(command: Command, context: CommandContext) {
  onlyOnAdmin(command.database, command.name);
  const number = transactionNumber(command.body);
  if (context.session === undefined || number === undefined) {
    throw new MongoError('InvalidOptions', 'Transaction numbers are only allowed on a session');
  }
  return { session: context.session, number };
}

/** The session and number of a transaction, as its events show them. */
function originOf({ body }: Command, number: bigint): TransactionOrigin {
  const { id } = body['lsid'] as Document;
  return { lsid: { id, uid: NOBODY }, txnNumber: Long.fromBigInt(number) };
}

const commitTransaction: Handler = async (command, context) => {
  const { session, number } = ended(command, context);
  await context.server.sessions.commit(session, number, originOf(command, number));
  return {};
};

const abortTransaction: Handler = (command, context) => {
  const { session, number } = ended(command, context);
  context.server.sessions.current(session, number);
  context.server.sessions.abort(session);
  return {};
};

/** Commands that end transactions. */
export const TRANSACTION_COMMANDS: Readonly<Record<string, Handler>> = {
  commitTransaction,
  abortTransaction,
};
