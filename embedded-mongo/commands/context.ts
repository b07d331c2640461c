import type { Session } from '../transactions/sessions';
import { isNumeric } from '../values/types';
import type { Command, CommandContext, ConnectionState, ServerState } from './command';
import { ENDING, checkAllowedInTransaction, checkTransactionFields } from './transaction-rules';
import { sessionId, transactionNumber } from './transactions';

/** Writes that a driver sends again where it has lost the answer. */
const RETRYABLE = new Set(['insert', 'update', 'delete', 'findAndModify', 'findandmodify', 'bulkWrite']);

/** Any ongoing transaction of the command's session, and how the command reads and writes. */
export function contextOf(
  server: ServerState,
  connection: ConnectionState,
  command: Command,
): CommandContext {
  const { body } = command;
  checkTransactionFields(body);
  const session = body['lsid'] === undefined ? undefined : server.sessions.get(sessionId(body['lsid']));
  const number = transactionNumber(body);
  const outside: CommandContext = {
    server,
    connection,
    session,
    transaction: undefined,
    retryable: undefined,
    deadline: undefined,
    view: () => server.engine.view,
    write: (work) => server.manager.write(work),
  };
  if (session === undefined || number === undefined || ENDING.has(command.name)) return outside;
  if (body['autocommit'] === false) return inTransaction(outside, command, session, number);
  if (!RETRYABLE.has(command.name)) return outside;
  return { ...outside, retryable: server.sessions.retryable(session, number, statementNumbers(command)) };
}

function inTransaction(
  outside: CommandContext,
  command: Command,
  session: Session,
  number: bigint,
): CommandContext {
  const { server, connection } = outside;
  checkAllowedInTransaction(command, server);
  const transaction =
    command.body['startTransaction'] === true
      ? server.sessions.start(session, number)
      : server.sessions.current(session, number);
  server.sessions.usedOn(session, connection);
  return {
    ...outside,
    transaction,
    view: () => transaction.writer.view,
    write: (work) => Promise.resolve().then(() => work(transaction.writer)),
  };
}

/** The number by which a client knows its statement at an index: it counts them, from zero or from where it says. */
function statementNumbers({ body }: Command): (index: number) => number {
  const { stmtId, stmtIds } = body;
  const listed: unknown[] = Array.isArray(stmtIds) ? stmtIds : [];
  const first = isNumeric(stmtId) ? Number(stmtId) : 0;
  return (index) => (isNumeric(listed[index]) ? Number(listed[index]) : first + index);
}
