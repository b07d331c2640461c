/**
 * Server-sent events as graphql-sse spells them, written at the pace of the reader: whoever sends waits until the
 * connection has taken what was sent, so that nothing piles up for a slow one.
 */
import { Readable } from 'node:stream';

export const EVENT_STREAM = 'text/event-stream';

/** Nothing between here and the reader may keep events back or keep them for others. */
export const EVENT_STREAM_HEADERS = {
  'content-type': `${EVENT_STREAM}; charset=utf-8`,
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
} as const;

/** One block of lines. */
export interface StreamEvent {
  /** Its name, in one line. Without it nothing happens, and a reader only notes the id. */
  readonly event?: string;
  /** Text without line breaks. */
  readonly data?: string;
  /** What a reader that comes back names in `Last-Event-ID`. */
  readonly id?: string | undefined;
  /** Milliseconds after which a reader that has lost the stream comes back. */
  readonly retry?: number;
}

/** The text of one block. */
export function writeEvent({ event, data, id, retry }: StreamEvent): string {
  const pause = retry === undefined ? '' : `retry: ${retry}\n`;
  const position = id === undefined || /[\r\n\0]/.test(id) ? '' : `id: ${id}\n`;
  const named = event === undefined ? '' : `event: ${event}\ndata:${data === undefined ? '' : ` ${data}`}\n`;
  return `${pause}${position}${named}\n`;
}

/** Calls back every so many milliseconds, until what it returns is called. */
export type Every = (milliseconds: number, call: () => void) => () => void;

const everyInterval: Every = (milliseconds, call) => {
  const timer = setInterval(call, milliseconds).unref();
  return () => clearInterval(timer);
};

/** As often as the reference implementation; readers take a longer silence for the loss of the connection. */
const KEEP_ALIVE_MILLISECONDS = 12_000;

/** Means nothing: it shows that somebody is there. */
const COMMENT = ':\n\n';

/** One connection that events are sent over. */
export class EventStream {
  /** What is sent: the body of the response. */
  readonly body: Readable;
  private readonly gone = new AbortController();
  private waiting: (() => void)[] = [];

  /** @param every sets the pace at which a silent stream shows that it is alive */
  constructor(every: Every = everyInterval) {
    this.body = new Readable({ read: () => this.wake() });
    this.body.once('close', () => {
      this.gone.abort();
      this.wake();
    });
    this.body.push(COMMENT); // the headers go out with it
    const rest = every(KEEP_ALIVE_MILLISECONDS, () => this.keepAlive());
    this.signal.addEventListener('abort', rest, { once: true });
  }

  /** Aborts when the reader has left or the stream has been ended. */
  get signal(): AbortSignal {
    return this.gone.signal;
  }

  /** Resolves when there is room for more; at once when nobody reads any more. */
  async send(event: StreamEvent): Promise<void> {
    if (this.isClosed || this.body.push(writeEvent(event))) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The last event has been sent. */
  end(): void {
    if (!this.isClosed) this.body.push(null);
    this.gone.abort();
    this.wake();
  }

  /** Breaks the connection: the reader shall not take what it has for all there is. */
  cut(): void {
    this.body.destroy();
  }

  /** Not for a reader that has not even taken what was sent. */
  private keepAlive(): void {
    if (!this.isClosed && this.body.readableLength === 0) this.body.push(COMMENT);
  }

  private get isClosed(): boolean {
    return this.gone.signal.aborted || this.body.destroyed;
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
