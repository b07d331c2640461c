import { MongoError, TRANSIENT_TRANSACTION_ERROR } from '../errors';
import type { TransactionOrigin } from '../storage/change-log';
import type { View } from '../storage/view';
import type { TransactionManager } from './manager';
import { readRecord, writeRecord } from './records';
import { RetryableWrite } from './retryable';
import type { WritingSession } from './retryable';
import type { Transaction } from './transaction';

/** How long a transaction may stay open, as on the real server. */
const DEFAULT_LIFETIME_SECONDS = 60;

/** How long a session is remembered after its last command; what `hello` announces. */
export const SESSION_TIMEOUT_MINUTES = 30;

/**
 * How long a transaction is kept after the connection has closed that it was last used on. A client that lives comes
 * back by another one; of one that is gone the others need not wait for the end of the lifetime.
 */
const ABANDONED_MS = 5000;

/** What a client's session is doing. */
export interface Session extends WritingSession {
  transaction: Transaction | undefined;
  /** The highest transaction number seen. */
  transactionNumber: bigint;
  /** The number of a transaction that was committed before the server was started. */
  committedBefore: bigint | undefined;
  /** The connection that the open transaction was last used on; undefined once that has closed. */
  connection: object | undefined;
  /** When the open transaction has to be over. */
  deadline: number;
  lastUsed: number;
  timer: NodeJS.Timeout | undefined;
}

/** The sessions of all clients, by their ids, and the transactions that run in them. */
export class Sessions {
  /** How long a transaction may stay open. */
  lifetimeSeconds = DEFAULT_LIFETIME_SECONDS;
  private readonly sessions = new Map<string, Session>();
  private readonly manager: TransactionManager;
  private readonly view: View;
  private readonly ended: (id: string) => void;

  /** `ended` is told of each session that has ended. */
  constructor(manager: TransactionManager, view: View, ended: (id: string) => void = () => undefined) {
    this.manager = manager;
    this.view = view;
    this.ended = ended;
  }

  /** The session of an id, which is any bytes that the client chose, in hexadecimal. */
  get(id: string): Session {
    const session = this.sessions.get(id) ?? this.remembered(id);
    session.lastUsed = Date.now();
    // Put last again, so that those that have been idle longest come first.
    this.sessions.delete(id);
    this.sessions.set(id, session);
    this.forgetIdle();
    return session;
  }

  /** Whether a session has been used lately. */
  isKnown(id: string): boolean {
    return this.sessions.has(id);
  }

  /** Starts a transaction; one that is still open in the session is aborted. Throws for a number that was used before. */
  start(session: Session, number: bigint): Transaction {
    if (number === session.transactionNumber) {
      throw new MongoError(
        'ConflictingOperationInProgress',
        `Cannot start a transaction at given transaction number ${number} a transaction with the same number is in progress or has been used`,
      );
    }
    this.renumber(session, number);
    const transaction = this.manager.begin();
    session.transaction = transaction;
    session.deadline = Date.now() + this.lifetimeSeconds * 1000;
    this.abortAt(session, session.deadline);
    return transaction;
  }

  /** A write that may be sent again. Throws where its number is that of a transaction, or older than the newest one. */
  retryable(session: Session, number: bigint, statementAt: (index: number) => number): RetryableWrite {
    if (number !== session.transactionNumber) this.renumber(session, number);
    if (session.transaction !== undefined || session.committedBefore !== undefined) {
      throw new MongoError(
        'IncompleteTransactionHistory',
        `Cannot retry a write with transaction number ${number}, which is that of a transaction`,
      );
    }
    return new RetryableWrite(session, number, statementAt);
  }

  /** The open transaction that a command continues. Throws NoSuchTransaction where it has ended or never was. */
  current(session: Session, number: bigint): Transaction {
    const { transaction } = session;
    if (number < session.transactionNumber) throw tooOld(session, number);
    if (number === session.transactionNumber && session.committedBefore === number) throw committed(number);
    if (number > session.transactionNumber || transaction === undefined)
      throw noSuchTransaction(session, number);
    if (transaction.state === 'committed') throw committed(number);
    if (transaction.state === 'aborted') throw aborted(number);
    return transaction;
  }

  /** Notes that the open transaction of a session is used on a connection. */
  usedOn(session: Session, connection: object): void {
    if (session.connection === undefined) this.abortAt(session, session.deadline);
    session.connection = connection;
  }

  /** Commits, in the name by which clients know the session; a commit that is repeated succeeds again. */
  async commit(session: Session, number: bigint, origin: TransactionOrigin): Promise<void> {
    const known = session.transaction?.state === 'committed' || session.committedBefore === number;
    if (known && number === session.transactionNumber) return this.manager.durable();
    const open = this.current(session, number);
    clearTimeout(session.timer);
    if (open.writer.writes.size > 0)
      writeRecord(open.writer, session.id, { number, usedAt: Date.now(), committed: true, runs: [] });
    await this.manager.commit(open, origin);
  }

  /** Aborts what is open in a session. */
  abort(session: Session): void {
    clearTimeout(session.timer);
    if (session.transaction !== undefined) this.manager.abort(session.transaction);
  }

  /** Ends sessions: what is open in them is aborted. */
  end(ids: readonly string[]): void {
    for (const id of ids) {
      const session = this.sessions.get(id);
      if (session === undefined) continue;
      this.abort(session);
      this.sessions.delete(id);
      this.ended(id);
    }
  }

  /** The ids of all sessions that have been used lately. */
  get ids(): string[] {
    return [...this.sessions.keys()];
  }

  /** Shortens the life of the transactions that were last used on a connection, which has closed. */
  connectionClosed(connection: object): void {
    for (const session of this.sessions.values()) {
      if (session.connection !== connection) continue;
      session.connection = undefined;
      if (session.transaction?.state === 'open') this.abortAt(session, Date.now() + ABANDONED_MS);
    }
  }

  private abortAt(session: Session, time: number): void {
    clearTimeout(session.timer);
    const wait = Math.max(0, Math.min(time, session.deadline) - Date.now());
    session.timer = setTimeout(() => this.abort(session), wait).unref();
  }

  /** Goes on to a higher number; whatever had the one before is over. */
  private renumber(session: Session, number: bigint): void {
    if (number < session.transactionNumber) throw tooOld(session, number);
    this.abort(session);
    session.transaction = undefined;
    session.committedBefore = undefined;
    session.transactionNumber = number;
  }

  /** A session that this run of the server has not seen, with what an earlier one has written down of it. */
  private remembered(id: string): Session {
    const record = readRecord(this.view, id);
    return {
      id,
      transaction: undefined,
      transactionNumber: record?.number ?? -1n,
      writtenNumber: record?.number,
      committedBefore: record?.committed === true ? record.number : undefined,
      connection: undefined,
      deadline: 0,
      lastUsed: 0,
      timer: undefined,
    };
  }

  private forgetIdle(): void {
    const before = Date.now() - SESSION_TIMEOUT_MINUTES * 60_000;
    for (const [id, session] of this.sessions) {
      if (session.lastUsed > before) return;
      this.end([id]);
    }
  }
}

function tooOld(session: Session, number: bigint): MongoError {
  return new MongoError(
    'TransactionTooOld',
    `Cannot start transaction ${number} on session ${session.id} because a newer transaction ${session.transactionNumber} has already started.`,
  );
}

function committed(number: bigint): MongoError {
  return new MongoError(
    'TransactionCommitted',
    `Transaction with { txnNumber: ${number} } has been committed.`,
  );
}

function noSuchTransaction(session: Session, number: bigint): MongoError {
  return new MongoError(
    'NoSuchTransaction',
    `Given transaction number ${number} does not match any in-progress transactions. The active transaction number is ${session.transactionNumber}`,
    { labels: [TRANSIENT_TRANSACTION_ERROR] },
  );
}

function aborted(number: bigint): MongoError {
  return new MongoError('NoSuchTransaction', `Transaction with { txnNumber: ${number} } has been aborted.`, {
    labels: [TRANSIENT_TRANSACTION_ERROR],
  });
}
