import type { SubgraphResponse, SubgraphStream } from '../types';
import { Mailbox } from './mailbox';
import { Recent } from './recent';

/** What opening a stream brings: the stream, or an answer that refuses it. */
export type Opened = SubgraphStream | SubgraphResponse;

export function isStream(opened: Opened): opened is SubgraphStream {
  return Symbol.asyncIterator in opened;
}

/** A stream that may be shared. */
export interface Source {
  /** Equal for streams that carry the same events. */
  readonly key: string;
  /** Opens it from now on; it lives until the signal aborts. */
  readonly open: (signal: AbortSignal) => Promise<Opened>;
  /** Where an event stands in the stream; undefined when that cannot be told. */
  readonly positionOf: (event: SubgraphResponse) => string | undefined;
}

/** How many events are held back for whom. */
export interface Room {
  /** For one reader, before the others go on without it. */
  readonly waiting: number;
  /** For all who are on their way to the stream together. */
  readonly recent: number;
}

/** A reader fell so far behind the others that the shared stream went on without it. */
export class Lagging extends Error {
  override readonly name = 'Lagging';
}

/** Somebody who reads the same events elsewhere until the shared stream can take over. */
export interface Comer {
  readonly signal: AbortSignal;
  /** The last event that it has read elsewhere. */
  readonly position: string | undefined;
  /** Given everything behind its position. */
  meet(stream: SubgraphStream): void;
  /** Told that the stream has ended, by a fault or not. */
  lose(isBroken: boolean): void;
}

/** One stream of a subgraph. Lives as long as somebody reads it or is on the way to it. */
export class SharedStream {
  /** Each with what takes back its wish to be told when its reader leaves. */
  private readonly readers = new Map<Mailbox<SubgraphResponse>, () => void>();
  private readonly comers = new Set<Comer>();
  private readonly recent = new Recent<SubgraphResponse>();
  private readonly stop = new AbortController();
  private readonly opening: Promise<Opened>;
  private wake: () => void = () => undefined;

  constructor(
    private readonly source: Source,
    private readonly room: Room,
    private readonly onEnd: () => void,
  ) {
    this.opening = source.open(this.stop.signal);
    this.opening.then(
      (opened) => (isStream(opened) ? this.pump(opened) : this.end(false)),
      () => this.end(false),
    );
  }

  /** Reads the stream from now on. */
  async join(signal: AbortSignal): Promise<Opened> {
    const reader = this.enter([], signal);
    const opened = await this.opening;
    return isStream(opened) ? reader : opened;
  }

  /** Lets somebody in that stands at an event of this stream, now or as soon as that event comes. */
  receive(comer: Comer): void {
    this.comers.add(comer);
    const missed = comer.position === undefined ? undefined : this.recent.behind(comer.position);
    if (missed) this.admit(comer, missed);
  }

  /** Nobody is waited for any more. */
  forget(comer: Comer): void {
    this.comers.delete(comer);
    if (this.comers.size === 0) this.recent.trim(0);
    this.closeUnused();
  }

  private admit(comer: Comer, missed: readonly SubgraphResponse[]): void {
    const reader = this.enter(missed, comer.signal);
    this.forget(comer);
    comer.meet(reader);
  }

  private enter(missed: readonly SubgraphResponse[], signal: AbortSignal): Mailbox<SubgraphResponse> {
    const reader = new Mailbox<SubgraphResponse>(this.room.waiting, () => this.wake());
    for (const event of missed) reader.put(structuredClone(event));
    const leave = (): void => this.leave(reader);
    signal.addEventListener('abort', leave, { once: true });
    this.readers.set(reader, () => signal.removeEventListener('abort', leave));
    return reader;
  }

  private leave(reader: Mailbox<SubgraphResponse>): void {
    reader.close();
    this.readers.delete(reader);
    this.wake();
    this.closeUnused();
  }

  private closeUnused(): void {
    if (this.readers.size > 0 || this.comers.size > 0) return;
    this.onEnd();
    this.stop.abort();
  }

  private async pump(stream: SubgraphStream): Promise<void> {
    try {
      for await (const event of stream) {
        this.deliver(event);
        await this.untilRoom();
      }
      this.end(false);
    } catch (fault) {
      this.end(true, fault);
    }
  }

  /** Whoever asks again when told of the end gets another stream. */
  private end(isBroken: boolean, ...faults: [fault: unknown] | []): void {
    this.onEnd();
    for (const reader of this.readers.keys()) reader.end(...faults);
    const comers = [...this.comers];
    this.comers.clear();
    for (const comer of comers) comer.lose(isBroken);
  }

  /** Each reader gets an event of its own: what completes it for one is merged into it. */
  private deliver(event: SubgraphResponse): void {
    const position = this.source.positionOf(event);
    const isForOne = this.readers.size === 1 && this.comers.size === 0;
    for (const [reader, release] of this.readers) {
      if (!reader.isFull) {
        reader.put(isForOne ? event : structuredClone(event));
      } else {
        reader.end(new Lagging('The subscription is too slow for the stream that it shares.'));
        this.readers.delete(reader);
        release();
      }
    }
    this.recent.add(position, event, this.comers.size > 0 ? this.room.recent : 0);
    if (position === undefined) return;
    for (const comer of this.comers) if (comer.position === position) this.admit(comer, []);
  }

  /** The stream is read at the pace of the fastest reader: one who reads alone is never cut off. */
  private async untilRoom(): Promise<void> {
    const readers = this.readers;
    while (readers.size > 0 && [...readers.keys()].every(({ isFull }) => isFull)) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
