import type { ExecutionResult } from 'graphql';
import type { SubscriptionEvent } from '../types';
import { areEvents, Broken } from './events';
import type { Events, OpenedEvents } from './events';
import { Recent } from './recent';

/** Events that may be shared. */
export interface Source {
  /** Equal for sources that bring the same events. */
  readonly key: string;
  /** Opens them from now on; they live until the signal aborts. Never throws. */
  readonly open: (signal: AbortSignal) => Promise<OpenedEvents>;
}

/** Who events are put to. Whoever does not take them holds up nobody. */
export interface Reader {
  put(event: SubscriptionEvent): void;
  /** Nothing more will come; behind what waits there may be something to say about it. */
  end(last?: SubscriptionEvent): void;
}

/** Somebody who reads the same events elsewhere until the shared stream can take over. */
export interface Comer {
  readonly reader: Reader;
  /** The last event that it has read elsewhere. */
  readonly position: string | undefined;
  /** Told that its reader gets everything behind its position. */
  meet(): void;
  /** Told that the stream has ended, by a fault or not. */
  lose(isBroken: boolean): void;
}

/**
 * The events of one operation, variables and identity. Each is made once and put to everybody as it is: nothing may
 * change it any more. The stream lives as long as somebody reads it or is on the way to it.
 */
export class SharedStream {
  private readonly readers = new Set<Reader>();
  private readonly comers = new Set<Comer>();
  private readonly recent = new Recent<SubscriptionEvent>();
  private readonly stop = new AbortController();
  /** Where the stream stands; undefined where nobody could begin. */
  private position: string | undefined;
  private readonly opening: Promise<OpenedEvents>;

  /** @param mostRecent how many events are held back for all who are on their way to the stream together */
  constructor(
    source: Source,
    private readonly mostRecent: number,
    private readonly onEnd: () => void,
  ) {
    this.opening = source.open(this.stop.signal);
    void this.opening.then((opened) => (areEvents(opened) ? this.pump(opened) : this.refuse()));
  }

  /** Reads the stream from now on; what comes of it is the result where there is no stream. */
  async join(reader: Reader): Promise<ExecutionResult | undefined> {
    this.readers.add(reader);
    if (this.position !== undefined) reader.put({ cursor: this.position });
    const opened = await this.opening;
    return areEvents(opened) ? undefined : opened;
  }

  leave(reader: Reader): void {
    this.readers.delete(reader);
    this.closeUnused();
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

  private admit(comer: Comer, missed: readonly SubscriptionEvent[]): void {
    const { reader } = comer;
    this.readers.add(reader);
    this.forget(comer);
    comer.meet();
    for (const event of missed) reader.put(event);
  }

  private closeUnused(): void {
    if (this.readers.size > 0 || this.comers.size > 0) return;
    this.onEnd();
    this.stop.abort();
  }

  private async pump(events: Events): Promise<void> {
    try {
      for await (const event of events) this.deliver(event);
      this.end(false);
    } catch (fault) {
      this.end(true, fault instanceof Broken ? fault.last : undefined);
    }
  }

  /** Whoever wanted to read has been told by `join`. */
  private refuse(): void {
    this.readers.clear();
    this.end(false);
  }

  /** Whoever asks again when told of the end gets another stream. */
  private end(isBroken: boolean, last?: SubscriptionEvent): void {
    this.onEnd();
    const [readers, comers] = [[...this.readers], [...this.comers]];
    this.comers.clear();
    this.readers.clear();
    for (const reader of readers) reader.end(last);
    for (const comer of comers) comer.lose(isBroken);
  }

  private deliver(event: SubscriptionEvent): void {
    for (const reader of this.readers) reader.put(event);
    const { cursor } = event;
    this.position = cursor ?? this.position;
    this.recent.add(cursor, event, this.comers.size > 0 ? this.mostRecent : 0);
    if (cursor === undefined) return;
    for (const comer of this.comers) if (comer.position === cursor) this.admit(comer, []);
  }
}
