import { MongoError } from '../errors';
import type { ChangeEntry } from '../storage/change-entry';
import type { ChangeLog } from '../storage/change-log';
import { END_OF_COMMIT } from '../storage/keys';
import { eventOf, invalidateOf } from './event';
import type { Lookup } from './event';
import { tellsOf } from './options';
import type { StreamOptions } from './options';
import { comparePositions, isHighWaterMark, tokenOf } from './token';
import type { StreamPosition } from './token';

/** The label of errors after which a driver does not open a stream again. */
export const NON_RESUMABLE = 'NonResumableChangeStreamError';

/** How many changes are read at a time. */
const CHUNK = 64;

/** How many changes are looked at in one go, so that others are not kept waiting by a stream that has far to go. */
const MAX_SCANNED = 1024;

/** The most bytes of events in one answer. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** What the stages behind `$changeStream` make of an event: nothing where they drop it. */
export type Transform = (event: Uint8Array) => Uint8Array | undefined;

/** Some events of a stream. */
export interface StreamBatch {
  readonly events: readonly Uint8Array[];
  /** From where a stream goes on that has seen these. */
  readonly token: { readonly _data: string };
  /** There is more to read without waiting. */
  readonly more: boolean;
  /** Nothing follows, ever. */
  readonly ended: boolean;
}

/** Events that are gathered for one answer. */
class Room {
  readonly events: Uint8Array[] = [];
  private readonly size: number;
  private bytes = 0;

  constructor(size: number) {
    this.size = size;
  }

  get isFull(): boolean {
    return this.events.length >= this.size || this.bytes > MAX_BATCH_BYTES;
  }

  /** Takes an event, where it fits; a first one always does. */
  take(event: Uint8Array): boolean {
    const fits = this.events.length === 0 || this.bytes + event.length <= MAX_BATCH_BYTES;
    this.bytes += event.length;
    if (fits) this.events.push(event);
    return fits;
  }
}

/** What a stream is made of. */
export interface StreamParts {
  readonly log: ChangeLog;
  readonly lookup: Lookup;
  readonly transform: Transform;
}

/** A change stream: a place in the log and what is told of what lies behind it. Holds nothing else. */
export class ChangeStream {
  private readonly options: StreamOptions;
  private readonly parts: StreamParts;
  private position: StreamPosition;
  /** A change that has been told of and after which the stream ends. */
  private last: ChangeEntry | undefined;
  private killed = false;
  private readonly listeners = new Set<() => void>();

  /** Throws where the stream cannot begin where it is asked to. */
  constructor(options: StreamOptions, parts: StreamParts) {
    this.options = options;
    this.parts = parts;
    const { start } = options;
    const now = { time: parts.log.clock.now, index: END_OF_COMMIT, invalidated: false };
    this.position = start.kind === 'now' ? now : start.position;
    this.checkReach();
    if (start.kind === 'token' && !isHighWaterMark(start.position)) this.resumeAt(start.position);
  }

  /** Reads on: at most `size` events. */
  read(size: number): StreamBatch {
    this.checkReach();
    const room = new Room(size);
    const seenAll = this.fill(room);
    if (room.isFull) return this.batch(room.events, true);
    if (this.last !== undefined) return this.end(room.events, this.last);
    return seenAll ? this.idle(room.events) : this.batch(room.events, true);
  }

  /** Calls back when there is more to read or the stream was killed, until the returned function is called. */
  onWake(listener: () => void): () => void {
    this.listeners.add(listener);
    const stop = this.parts.log.onMore(listener);
    return () => {
      stop();
      this.listeners.delete(listener);
    };
  }

  /** Ends whatever waits for events. */
  kill(): void {
    this.killed = true;
    for (const listener of this.listeners) listener();
  }

  get isKilled(): boolean {
    return this.killed;
  }

  /** Tells of changes as long as there is room for events; says whether it has come to the end of the log. */
  private fill(room: Room): boolean {
    for (let scanned = 0; scanned < MAX_SCANNED; scanned += CHUNK) {
      const entries = this.parts.log.read(this.position, CHUNK);
      for (const entry of entries) {
        if (room.isFull || this.last !== undefined) return false;
        const event = tellsOf(this.options, entry) ? this.tell(entry) : undefined;
        if (event !== undefined && !room.take(event)) return false;
        this.advance(entry);
      }
      if (entries.length < CHUNK) return true;
    }
    return false;
  }

  private tell(entry: ChangeEntry): Uint8Array | undefined {
    return this.parts.transform(eventOf(entry, this.options, this.parts.lookup));
  }

  private advance(entry: ChangeEntry): void {
    this.position = { ...entry.position, invalidated: false };
    const { scope } = this.options;
    if (scope.invalidatedBy.includes(entry.kind) && tellsOf(this.options, entry)) this.last = entry;
  }

  private batch(events: readonly Uint8Array[], more: boolean): StreamBatch {
    return { events, token: tokenOf(this.position), more, ended: false };
  }

  /** Everything durable has been seen. */
  private idle(events: readonly Uint8Array[]): StreamBatch {
    const end = this.parts.log.durableEnd();
    if (comparePositions(end, this.position) > 0) this.position = { ...end, invalidated: false };
    return this.batch(events, false);
  }

  private end(events: readonly Uint8Array[], entry: ChangeEntry): StreamBatch {
    this.position = { ...entry.position, invalidated: true };
    const event = this.parts.transform(invalidateOf(entry));
    return {
      ...this.batch(event === undefined ? events : [...events, event], false),
      ended: true,
    };
  }

  /** Goes on behind a change, which has to be there and to be one that this stream would have told of. */
  private resumeAt(position: StreamPosition): void {
    const entry = this.parts.log.at(position);
    if (entry === undefined && this.isTrimmed(position)) throw historyLost();
    if (entry === undefined || !tellsOf(this.options, entry)) {
      throw new MongoError(
        'ChangeStreamFatalError',
        `cannot resume stream; the resume token was not found. ${JSON.stringify(tokenOf(position))}`,
        { labels: [NON_RESUMABLE] },
      );
    }
    if (!position.invalidated) this.advance(entry);
  }

  private isTrimmed(position: StreamPosition): boolean {
    const { trimmed } = this.parts.log;
    return trimmed !== undefined && comparePositions(position, trimmed) <= 0;
  }

  private checkReach(): void {
    const { trimmed } = this.parts.log;
    if (trimmed !== undefined && comparePositions(this.position, trimmed) < 0) throw historyLost();
  }
}

function historyLost(): MongoError {
  return new MongoError(
    'ChangeStreamHistoryLost',
    'Resume of change stream was not possible, as the resume point may no longer be in the oplog.',
    { labels: [NON_RESUMABLE] },
  );
}
