/**
 * Server-sent events, written at the pace of the reader: nothing piles up for a slow one. Frames that wait at the same
 * moment go out in one write. Source: contract common.yaml, realtime (reconnection).
 */
import { Readable } from 'node:stream';
import { scheduleFlush } from './flush';

export const EVENT_STREAM = 'text/event-stream';

/** Nothing between here and the reader may keep events back or keep them for others. */
export const EVENT_STREAM_HEADERS = {
  'content-type': `${EVENT_STREAM}; charset=utf-8`,
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
} as const;

export interface StreamEvent {
  /** Its name, in one line. Without it nothing happens, and a reader only notes the id. */
  readonly event?: string;
  /** Text without line breaks. */
  readonly data?: string;
  /** What a reader that comes back names in `Last-Event-ID`. */
  readonly id?: string | undefined;
}

/** The text of one event. */
export function writeEvent({ event, data, id }: StreamEvent): string {
  const position = id === undefined || /[\r\n\0]/.test(id) ? '' : `id: ${id}\n`;
  if (event === undefined) return position === '' ? '' : `${position}\n`;
  return `${position}event: ${event}\ndata:${data === undefined ? '' : ` ${data}`}\n\n`;
}

/** The bytes of one event. Whoever sends the same to many makes them once. */
export const frameOf = (event: StreamEvent): Uint8Array => Buffer.from(writeEvent(event));

/** Frames for one connection, which takes them when it has room. */
export interface Frames {
  take(most?: number): readonly Uint8Array[];
  /** Nothing waits, and nothing will come. */
  readonly isOver: boolean;
  /** Called when there is something to take where there was nothing, be it the end. */
  onReady: () => void;
}

/** Calls back every so many milliseconds, until what it returns is called. */
export type Every = (milliseconds: number, call: () => void) => () => void;

const everyInterval: Every = (milliseconds, call) => {
  const timer = setInterval(call, milliseconds).unref();
  return () => clearInterval(timer);
};

export interface EventStreamOptions {
  /** Sets the pace at which a stream shows that it is alive. */
  readonly every?: Every;
  /** Milliseconds after which a reader whose connection has broken comes back. */
  readonly retry?: number;
}

const KEEP_ALIVE_MILLISECONDS = 15_000;

/** A reader that takes nothing of what waits for it for so many of these is gone: one minute. */
const MOST_SILENCES = 4;

/** In one write; what is written cannot wait any more for a reader to become too slow for it. */
const MOST_FRAMES = 100;

/** Means nothing: it shows that somebody is there. */
const COMMENT = ':\n\n';

/** One connection that events are sent over. */
export class EventStream {
  /** What is sent: the body of the response. */
  readonly body: Readable;
  private readonly gone = new AbortController();
  private sent: Uint8Array[] = [];
  private frames: Frames | undefined;
  private senders: (() => void)[] = [];
  private isScheduled = false;
  private isFull = false;
  private isEnding = false;
  private written = 0;
  private silences = 0;

  constructor({ every = everyInterval, retry }: EventStreamOptions = {}) {
    this.body = new Readable({ read: () => this.drained() });
    this.body.once('close', () => {
      this.gone.abort();
      this.wake();
    });
    // The headers go out with it.
    this.body.push(retry === undefined ? COMMENT : `retry: ${retry}\n\n`);
    const rest = every(KEEP_ALIVE_MILLISECONDS, () => this.keepAlive());
    this.signal.addEventListener('abort', rest, { once: true });
  }

  /** Aborts when the reader has left or the stream has been ended. */
  get signal(): AbortSignal {
    return this.gone.signal;
  }

  /** Resolves when there is room for more; at once when nobody reads any more. */
  async send(event: StreamEvent): Promise<void> {
    if (this.isClosed) return;
    this.sent.push(frameOf(event));
    this.schedule();
    if (this.isFull || this.sent.length >= MOST_FRAMES)
      await new Promise<void>((resolve) => this.senders.push(resolve));
  }

  /** Sends all of these, and ends with them. They are taken as there is room; until then they wait where they are. */
  follow(frames: Frames): void {
    if (this.isClosed) return;
    this.frames = frames;
    frames.onReady = () => this.schedule();
    this.schedule();
  }

  /** What has been sent is the last; it still goes out. */
  end(): void {
    if (this.isClosed) return;
    this.isEnding = true;
    if (this.frames) this.sent.push(...this.frames.take());
    this.frames = undefined;
    this.gone.abort();
    this.flush();
  }

  /** Breaks the connection: the reader shall not take what it has for all there is. */
  cut(): void {
    this.body.destroy();
  }

  /** Writes what waits, as far as there is room. */
  flush(): void {
    this.isScheduled = false;
    while (!this.isFull && !this.body.destroyed) {
      const frames = this.take();
      if (frames.length === 0) break;
      this.isFull = !this.body.push(joined(frames));
      this.written = performance.now();
    }
    if (!this.isFull) this.wake();
    if (this.frames?.isOver) this.end();
    else if (this.isEnding && this.sent.length === 0 && !this.body.destroyed) this.body.push(null);
  }

  private take(): readonly Uint8Array[] {
    if (this.sent.length > 0) return this.sent.splice(0, MOST_FRAMES);
    return this.frames?.take(MOST_FRAMES) ?? [];
  }

  private schedule(): void {
    if (this.isScheduled || this.isFull) return;
    this.isScheduled = true;
    scheduleFlush(this, this.written);
  }

  private drained(): void {
    this.silences = 0;
    if (!this.isFull) return;
    this.isFull = false;
    this.schedule();
  }

  /** Not for a reader that has not even taken what was sent. */
  private keepAlive(): void {
    if (this.isClosed) return;
    if (this.isFull || this.body.readableLength > 0) this.silences += 1;
    else this.body.push(COMMENT);
    if (this.silences >= MOST_SILENCES) this.cut();
  }

  private get isClosed(): boolean {
    return this.gone.signal.aborted || this.body.destroyed;
  }

  private wake(): void {
    const senders = this.senders;
    this.senders = [];
    for (const resolve of senders) resolve();
  }
}

let last: { readonly frames: readonly Uint8Array[]; readonly bytes: Uint8Array } = {
  frames: [],
  bytes: Buffer.alloc(0),
};

/** One piece of bytes. Connections that are written to one after the other mostly have the same frames waiting. */
function joined(frames: readonly Uint8Array[]): Uint8Array {
  const [only] = frames;
  if (only && frames.length === 1) return only;
  const isSame =
    frames.length === last.frames.length && frames.every((frame, at) => frame === last.frames[at]);
  if (!isSame) last = { frames, bytes: Buffer.concat(frames) };
  return last.bytes;
}
