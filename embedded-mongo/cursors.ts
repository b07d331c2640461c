import { randomInt } from 'node:crypto';
import { Long } from 'bson';
import type { ChangeStream } from './changes/stream';
import type { Deadline } from './deadline';
import { MongoError } from './errors';
import type { Transaction } from './transactions/transaction';

/** How long a cursor is kept without being asked, as on the real server. */
const DEFAULT_TIMEOUT_MS = 10 * 60_000;

/** The most bytes of documents in one answer. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** Results that are handed out in batches. */
export interface Cursor {
  readonly id: Long;
  readonly namespace: string;
  readonly transaction: Transaction | undefined;
  /** How long all of its batches together may take. */
  readonly deadline: Deadline | undefined;
  /** The session that it was opened in, and ends with. */
  readonly session: string | undefined;
  /** It is kept until its session ends, however long it is not asked. */
  readonly patient: boolean;
  /** A document that was read but did not fit into the last batch comes first. */
  pushedBack: Uint8Array | undefined;
  readonly documents: Iterator<Uint8Array>;
  timer: NodeJS.Timeout | undefined;
  /** Where the results are events that have yet to happen. */
  readonly stream: ChangeStream | undefined;
}

/** What a cursor is opened in. */
export interface CursorOwner {
  readonly transaction: Transaction | undefined;
  readonly session: { readonly id: string } | undefined;
  readonly patient?: boolean;
  readonly deadline?: Deadline | undefined;
}

/** A batch of documents, and whether there are more. */
export interface Batch {
  readonly documents: Uint8Array[];
  readonly more: boolean;
}

/** The open cursors of the server. */
export class Cursors {
  private readonly cursors = new Map<string, Cursor>();
  private readonly timeoutMs: number;

  constructor(timeoutMs = DEFAULT_TIMEOUT_MS) {
    this.timeoutMs = timeoutMs;
  }

  /** A cursor over results, not yet kept: most are exhausted by their first batch. */
  create(namespace: string, documents: Iterator<Uint8Array>, owner: CursorOwner): Cursor {
    const id = Long.fromBits(randomInt(1, 2 ** 32), randomInt(1, 2 ** 31));
    return {
      id,
      namespace,
      documents,
      transaction: owner.transaction,
      session: owner.session?.id,
      deadline: owner.deadline,
      patient: owner.patient === true,
      pushedBack: undefined,
      timer: undefined,
      stream: undefined,
    };
  }

  /** A cursor over the events of a change stream. */
  createStream(namespace: string, stream: ChangeStream, owner: CursorOwner): Cursor {
    // Its events come when they come, long after the command.
    return { ...this.create(namespace, [].values(), { ...owner, deadline: undefined }), stream };
  }

  /** The next documents, at most `size` and at least one where there is one. */
  next(cursor: Cursor, size: number): Batch {
    cursor.deadline?.resume();
    const batch = read(cursor, size);
    cursor.deadline?.pause();
    return batch;
  }

  /** Keeps a cursor until it is asked again. */
  keep(cursor: Cursor): void {
    this.cursors.set(cursor.id.toString(), cursor);
    clearTimeout(cursor.timer);
    if (cursor.patient && cursor.session !== undefined) return;
    cursor.timer = setTimeout(() => this.kill(cursor.id), this.timeoutMs).unref();
  }

  /** An open cursor. Throws CursorNotFound, also where it belonged to a transaction that has ended. */
  find(id: Long): Cursor {
    const cursor = this.cursors.get(id.toString());
    if (cursor === undefined || (cursor.transaction !== undefined && cursor.transaction.state !== 'open')) {
      this.kill(id);
      throw new MongoError('CursorNotFound', `cursor id ${id.toString()} not found`);
    }
    return cursor;
  }

  /** Closes a cursor; says whether there was one. */
  kill(id: Long): boolean {
    const cursor = this.cursors.get(id.toString());
    if (cursor === undefined) return false;
    clearTimeout(cursor.timer);
    this.cursors.delete(id.toString());
    cursor.stream?.kill();
    return true;
  }

  /** Closes the cursors of a session. */
  killAllOf(session: string): void {
    for (const cursor of this.cursors.values()) if (cursor.session === session) this.kill(cursor.id);
  }

  /** How many cursors are open. */
  get size(): number {
    return this.cursors.size;
  }
}

function read(cursor: Cursor, size: number): Batch {
  const documents: Uint8Array[] = [];
  let bytes = 0;
  while (documents.length < size) {
    const document = take(cursor);
    if (document === undefined) return { documents, more: false };
    bytes += document.length;
    if (bytes > MAX_BATCH_BYTES && documents.length > 0) {
      cursor.pushedBack = document;
      return { documents, more: true };
    }
    documents.push(document);
  }
  return { documents, more: true };
}

function take(cursor: Cursor): Uint8Array | undefined {
  const { pushedBack } = cursor;
  if (pushedBack !== undefined) {
    cursor.pushedBack = undefined;
    return pushedBack;
  }
  const next = cursor.documents.next();
  return next.done === true ? undefined : next.value;
}
