import type { SubgraphResponse, SubgraphStream } from '../types';
import { Mailbox } from './mailbox';

/** What opening a stream brings: the stream, or an answer that refuses it. */
export type Opened = SubgraphStream | SubgraphResponse;

/** Opens a stream that lives until the signal aborts. */
export type OpenStream = (signal: AbortSignal) => Promise<Opened>;

/** A reader fell so far behind the others that the shared stream went on without it. */
export class Lagging extends Error {
  override readonly name = 'Lagging';
}

/** How many events wait for one reader of a shared stream before the others go on without it. */
const MOST_WAITING = 256;

export function isStream(opened: Opened): opened is SubgraphStream {
  return Symbol.asyncIterator in opened;
}

/** Streams that several subscriptions share. Each lives as long as somebody reads it. */
export class Hub {
  private readonly shared = new Map<string, SharedStream>();

  /** Reads the stream of this key from now on, and opens it when nobody else has. */
  join(key: string, open: OpenStream, signal: AbortSignal): Promise<Opened> {
    const known = this.shared.get(key);
    if (known) return known.join(signal);
    const stream = new SharedStream(open, () => {
      if (this.shared.get(key) === stream) this.shared.delete(key);
    });
    this.shared.set(key, stream);
    return stream.join(signal);
  }
}

class SharedStream {
  private readonly readers = new Set<Mailbox<SubgraphResponse>>();
  private readonly stop = new AbortController();
  private readonly opening: Promise<Opened>;
  private wake: () => void = () => undefined;

  constructor(
    open: OpenStream,
    private readonly onEnd: () => void,
  ) {
    this.opening = open(this.stop.signal);
    this.opening.then(
      (opened) => (isStream(opened) ? this.pump(opened) : onEnd()),
      () => onEnd(),
    );
  }

  async join(signal: AbortSignal): Promise<Opened> {
    signal.throwIfAborted();
    const reader = new Mailbox<SubgraphResponse>(MOST_WAITING, () => this.wake());
    this.readers.add(reader);
    signal.addEventListener('abort', () => this.leave(reader), { once: true });
    const opened = await this.opening;
    return isStream(opened) ? reader : opened;
  }

  private leave(reader: Mailbox<SubgraphResponse>): void {
    reader.close();
    this.readers.delete(reader);
    this.wake();
    if (this.readers.size > 0) return;
    this.onEnd();
    this.stop.abort();
  }

  private async pump(stream: SubgraphStream): Promise<void> {
    try {
      for await (const event of stream) {
        this.deliver(event);
        await this.room();
      }
      for (const reader of this.readers) reader.end();
    } catch (fault) {
      for (const reader of this.readers) reader.end(fault);
    }
    this.onEnd();
  }

  /** Each reader gets an event of its own: what completes it for one is merged into it. */
  private deliver(event: SubgraphResponse): void {
    for (const reader of this.readers) {
      if (!reader.isFull) {
        reader.put(structuredClone(event));
      } else {
        reader.end(new Lagging('The subscription is too slow for the stream that it shares.'));
        this.readers.delete(reader);
      }
    }
  }

  /** The stream is read at the pace of the fastest reader: one who reads alone is never cut off. */
  private async room(): Promise<void> {
    while (this.readers.size > 0 && [...this.readers].every(({ isFull }) => isFull)) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
