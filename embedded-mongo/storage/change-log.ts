import type { Document } from '../values/codec';
import { encodeValue } from '../values/raw';
import type { Change } from './change';
import { decodeChange, encodeChange, numberingOf, sizeOf } from './change-entry';
import type { ChangeEntry, Numbering } from './change-entry';
import { LogicalClock } from './clock';
import type { Engine } from './engine';
import { END_OF_COMMIT, changeKey, changeRange, positionOfKey, trimmedKey } from './keys';
import type { Position } from './keys';
import { walk } from './view';
import type { Writer } from './writer';

/** How much of the past is kept for change streams to resume from. */
export interface Retention {
  readonly changes: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Plenty for a development day, and little on the disk. */
export const DEFAULT_RETENTION: Retention = {
  changes: 100_000,
  bytes: 256 * 2 ** 20,
  milliseconds: 24 * 3600_000,
};

/** How far the log may outgrow its bounds before changes are deleted: many at a time cost less than one by one. */
const SLACK = { part: 1 / 100, changes: 32 };

/** How many changes the clock deletes at a time. */
const PORTION = 2000;

/** The session and number of a transaction, as its events show them. */
export interface TransactionOrigin {
  readonly lsid: Document;
  readonly txnNumber: unknown;
}

const NOTHING: Numbering = { sequence: 0, total: 0, wallTime: 0 };

/**
 * The log of changes: what each commit has done, in the order of commits, written in the same commit as the data and
 * read from what is durable. Bounded by number, size and age.
 */
export class ChangeLog {
  /** Gives every commit its time. */
  readonly clock: LogicalClock;
  private readonly engine: Engine;
  private readonly retention: Retention;
  private readonly openedAt: bigint;
  /** Of the newest change, and of the newest one that has been deleted. */
  private newest: Numbering;
  private deleted: Numbering;

  constructor(engine: Engine, retention: Retention = DEFAULT_RETENTION) {
    this.engine = engine;
    this.retention = retention;
    const { start, end } = changeRange();
    const [first] = engine.view.range(start, end, 1);
    const [last] = engine.view.range(start, end, 1, true);
    this.clock = new LogicalClock(last === undefined ? undefined : positionOfKey(last.key).time);
    this.openedAt = this.clock.now;
    this.newest = last === undefined ? NOTHING : numberingOf(last.value);
    this.deleted = first === undefined ? this.newest : before(first.value);
  }

  /** Gives a commit its time and adds its changes to its writes. Call it directly before the commit. */
  append(writer: Writer, origin?: TransactionOrigin): void {
    if (writer.writes.size === 0 && writer.changes.length === 0) return;
    const time = this.clock.tick();
    if (writer.changes.length === 0) return;
    const wallTime = Date.now();
    for (const [index, change] of writer.changes.entries()) {
      if (origin !== undefined) addOrigin(change, origin);
      const bytes = encodeChange(change, { ...this.newest, wallTime });
      writer.writes.set(changeKey({ time, index }), bytes);
      this.newest = numberingOf(bytes);
    }
    this.keepBounds(writer);
  }

  /** The first changes behind a place, of those that are durable. Fewer than `limit` means that there are no more. */
  read(behind: Position, limit: number): ChangeEntry[] {
    const { start, end } = changeRange(behind);
    return this.engine.durableView.range(start, end, limit).map(decodeChange);
  }

  /** The change at a place, where it is durable and kept. */
  at(position: Position): ChangeEntry | undefined {
    const key = changeKey(position);
    const value = this.engine.durableView.get(key);
    return value === undefined ? undefined : decodeChange({ key, value });
  }

  /** The place behind everything that is durable. */
  durableEnd(): Position {
    const { start, end } = changeRange();
    const [last] = this.engine.durableView.range(start, end, 1, true);
    return { time: last === undefined ? this.openedAt : positionOfKey(last.key).time, index: END_OF_COMMIT };
  }

  /** The newest change that has been deleted: what lies behind it is still there. */
  get trimmed(): Position | undefined {
    const key = this.engine.view.get(trimmedKey());
    return key === undefined ? undefined : positionOfKey(Buffer.from(key));
  }

  /** Calls back whenever there is more to read. */
  onMore(listener: () => void): () => void {
    return this.engine.onDurable(listener);
  }

  /** Deletes changes that are too old, a portion at a time; says whether there may be more of them. */
  expire(writer: Writer, now: number): boolean {
    const oldest = now - this.retention.milliseconds;
    return this.remove(writer, PORTION, ({ wallTime }) => wallTime < oldest) === PORTION;
  }

  private keepBounds(writer: Writer): void {
    const { changes, bytes } = this.retention;
    const slack = Math.max(SLACK.changes, Math.floor(changes * SLACK.part));
    const surplus = ({ sequence, total }: Numbering): boolean =>
      this.newest.sequence - sequence >= changes || this.newest.total - total > bytes;
    const kept = { sequence: this.deleted.sequence + slack, total: this.deleted.total + bytes * SLACK.part };
    if (surplus({ ...kept, wallTime: 0 })) this.remove(writer, writer.changes.length + 2 * slack, surplus);
  }

  /** Deletes the oldest changes, as long as they are unwanted; the newest one stays, since it tells the time. */
  private remove(writer: Writer, atMost: number, unwanted: (change: Numbering) => boolean): number {
    const { start, end } = changeRange();
    let removed = 0;
    for (const { key, value } of walk(() => this.engine.view, start, end)) {
      const numbering = numberingOf(value);
      if (removed === atMost || !unwanted(numbering) || numbering.sequence >= this.newest.sequence) break;
      writer.remove(key);
      writer.put(trimmedKey(), key);
      this.deleted = numbering;
      removed += 1;
    }
    return removed;
  }
}

function before(value: Uint8Array): Numbering {
  const numbering = numberingOf(value);
  return { ...numbering, sequence: numbering.sequence - 1, total: numbering.total - sizeOf(value) };
}

function addOrigin({ members }: Change, { lsid, txnNumber }: TransactionOrigin): void {
  members.members.set('txnNumber', encodeValue(txnNumber));
  members.members.set('lsid', encodeValue(lsid));
}
