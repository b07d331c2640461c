import { MongoError, TRANSIENT_TRANSACTION_ERROR } from '../errors';
import type { TransactionManager } from './manager';
import type { Transaction } from './transaction';

/** How long a transaction may stay open, as on the real server. */
const DEFAULT_LIFETIME_MS = 60_000;

/** How long a session is remembered after its last command; what `hello` announces. */
export const SESSION_TIMEOUT_MINUTES = 30;

/** What a client's session is doing. */
export interface Session {
  readonly id: string;
  transaction: Transaction | undefined;
  /** The highest transaction number seen. */
  transactionNumber: bigint;
  /** The reply to the last retryable write, which a client may send again after a lost connection. */
  lastReply: { readonly number: bigint; readonly reply: Uint8Array } | undefined;
  /** The connection that the open transaction was last used on. */
  connection: object | undefined;
  lastUsed: number;
  timer: NodeJS.Timeout | undefined;
}

/** The sessions of all clients, by their ids, and the transactions that run in them. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();
  private readonly manager: TransactionManager;
  private readonly lifetimeMs: number;

  constructor(manager: TransactionManager, lifetimeMs = DEFAULT_LIFETIME_MS) {
    this.manager = manager;
    this.lifetimeMs = lifetimeMs;
  }

  /** The session of an id, which is any bytes that the client chose. */
  get(id: string): Session {
    const session = this.sessions.get(id) ?? newSession(id);
    session.lastUsed = Date.now();
    // Put last again, so that those that have been idle longest come first.
    this.sessions.delete(id);
    this.sessions.set(id, session);
    this.forgetIdle();
    return session;
  }

  /** Starts a transaction; one that is still open in the session is aborted. Throws for a number that was used before. */
  start(session: Session, number: bigint): Transaction {
    if (number < session.transactionNumber) throw tooOld(session, number);
    if (number === session.transactionNumber) {
      throw new MongoError(
        'ConflictingOperationInProgress',
        `Cannot start transaction ${number}, it was started already`,
      );
    }
    this.abort(session);
    const transaction = this.manager.begin();
    session.transaction = transaction;
    session.transactionNumber = number;
    session.timer = setTimeout(() => this.abort(session), this.lifetimeMs).unref();
    return transaction;
  }

  /** The open transaction that a command continues. Throws NoSuchTransaction where it has ended or never was. */
  current(session: Session, number: bigint): Transaction {
    const { transaction } = session;
    if (number < session.transactionNumber) throw tooOld(session, number);
    if (number > session.transactionNumber || transaction === undefined)
      throw noSuchTransaction(session, number);
    if (transaction.state === 'committed') {
      throw new MongoError(
        'TransactionCommitted',
        `Transaction with { txnNumber: ${number} } has been committed.`,
      );
    }
    if (transaction.state === 'aborted') throw aborted(number);
    return transaction;
  }

  /** Commits; a commit that is repeated succeeds again. */
  async commit(session: Session, number: bigint): Promise<void> {
    const { transaction } = session;
    if (transaction?.state === 'committed' && number === session.transactionNumber) return;
    const open = this.current(session, number);
    clearTimeout(session.timer);
    await this.manager.commit(open, { lsid: {}, txnNumber: 0 });
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
    }
  }

  /** Aborts the transactions that were last used on a connection, which has closed. */
  connectionClosed(connection: object): void {
    for (const session of this.sessions.values()) {
      if (session.connection === connection) this.abort(session);
    }
  }

  private forgetIdle(): void {
    const before = Date.now() - SESSION_TIMEOUT_MINUTES * 60_000;
    for (const [id, session] of this.sessions) {
      if (session.lastUsed > before) return;
      this.end([id]);
    }
  }
}

function newSession(id: string): Session {
  return {
    id,
    transaction: undefined,
    transactionNumber: -1n,
    lastReply: undefined,
    connection: undefined,
    lastUsed: 0,
    timer: undefined,
  };
}

function tooOld(session: Session, number: bigint): MongoError {
  return new MongoError(
    'TransactionTooOld',
    `Cannot start transaction ${number} on session ${session.id} because a newer transaction ${session.transactionNumber} has already started.`,
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
