import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { SetAlarm } from '../transports/alarm';
import type { Failure, StreamContext, SubscriptionEvent, SubscriptionEvents } from '../types';
import { catchUp } from './catch-up';
import type { Latecomer } from './catch-up';
import type { OpenedEvents } from './events';
import { Mailbox } from './mailbox';
import type { SharedStream } from './shared-stream';

/** How many events wait for one reader. */
export interface Room {
  /** The most; a reader that has more waiting is not carried on. */
  readonly waiting: number;
  /** So many are read ahead from a stream of its own. */
  readonly ahead: number;
}

/** Where the events of one subscription come from. */
export interface SessionSource {
  /** The stream that it shares with others. */
  readonly find: () => SharedStream;
  /** Opens a stream of its own, from where it begins. */
  readonly openOwn: (signal: AbortSignal) => Promise<OpenedEvents>;
  /** Where it begins; undefined is now. */
  readonly after: unknown;
  /** Whether it can be told when its own stream and the shared one are at the same place. */
  readonly canMeet: boolean;
}

export interface SessionOptions {
  readonly room: Room;
  readonly failure: (code: string) => Failure;
  readonly setAlarm: SetAlarm;
  readonly onEnd: (session: Session) => void;
}

/** One subscription from its beginning to its end: the one queue of its events, and what puts them there. */
export class Session implements SubscriptionEvents, Latecomer {
  isEnded = false;
  private readonly mailbox = new Mailbox<SubscriptionEvent>();
  private leaveStream: () => void = () => undefined;
  private takeBackAlarm: () => void = () => undefined;

  constructor(
    private readonly source: SessionSource,
    private readonly context: StreamContext,
    private readonly options: SessionOptions,
  ) {}

  /** A subgraph that cannot be reached or refuses is the result; otherwise the events are. */
  async open(): Promise<ExecutionResult | SubscriptionEvents> {
    const { signal, expiry } = this.context;
    if (signal?.aborted) {
      this.leave();
      return this;
    }
    signal?.addEventListener('abort', this.leave, { once: true });
    if (expiry)
      this.takeBackAlarm = this.options.setAlarm(expiry.milliseconds, () => this.fail(expiry.failure));
    const refusal = await this.begin();
    if (!refusal || this.isEnded) return this;
    this.leave();
    return refusal;
  }

  put(event: SubscriptionEvent): void {
    if (this.mailbox.length < this.options.room.waiting) this.mailbox.put(event);
    else this.fail(this.options.failure('RESYNC'));
  }

  end(last?: SubscriptionEvent): void {
    if (last && !this.isEnded) this.mailbox.put(last);
    this.mailbox.end();
    this.release();
  }

  /** Ends the subscription with an error as its last event. */
  fail({ message, extensions }: Failure): void {
    this.end({ errors: [new GraphQLError(message, { extensions })] });
  }

  wantsMore(): Promise<void> {
    return this.mailbox.untilRoom(this.options.room.ahead);
  }

  get isOver(): boolean {
    return this.mailbox.isOver;
  }

  set onReady(tell: () => void) {
    this.mailbox.onReady = tell;
  }

  take(most?: number): readonly SubscriptionEvent[] {
    return this.mailbox.take(most);
  }

  next(): Promise<IteratorResult<SubscriptionEvent, undefined>> {
    return this.mailbox.next();
  }

  /** Leaves at once, also while an event is waited for. */
  async return(): Promise<IteratorResult<SubscriptionEvent, undefined>> {
    this.leave();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private begin(): Promise<ExecutionResult | undefined> {
    const { after, canMeet, find, openOwn } = this.source;
    if (after === undefined) {
      const shared = find();
      this.leaveStream = () => shared.leave(this);
      return shared.join(this);
    }
    const begun = catchUp({
      reader: this,
      after: positionText(after),
      find: canMeet ? find : undefined,
      openOwn,
    });
    this.leaveStream = begun.leave;
    return begun.refusal;
  }

  private readonly leave = (): void => {
    this.mailbox.close();
    this.release();
  };

  private release(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.context.signal?.removeEventListener('abort', this.leave);
    this.takeBackAlarm();
    this.leaveStream();
    this.options.onEnd(this);
  }
}

/** An ID is the same position, whether it is written as a number or as a text. */
function positionText(cursor: unknown): string | undefined {
  return typeof cursor === 'string' || typeof cursor === 'number' ? String(cursor) : undefined;
}
