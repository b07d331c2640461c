/** Subscribers that begin anywhere, read at any pace and share what they can: in all orders in which it may happen. */
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import type { StreamPosition, SubgraphResponse, SubscriptionEvent, SubscriptionEvents } from '../types';
import { Broken } from './events';
import type { Events } from './events';
import { Hub } from './hub';
import { Mailbox } from './mailbox';
import { isStream, openResumable } from './resuming';
import { setAlarm } from '../transports/alarm';
import { Session } from './session';
import type { Rooms } from './subscriptions';

/** Positions as a subgraph may make them: neither counted nor in order. */
const positionOf = (index: number): string => `p${((index + 1) * 7919) % 1009}`;

type Sent = SubgraphResponse | StreamPosition;

/** A subgraph's log; each stream of it brings an event when the test says so. */
class Log {
  private length = 0;
  private readonly unplaced = new Set<number>();
  private streams: { mailbox: Mailbox<Sent>; next: number }[] = [];

  /** @param isPlaced whether its streams say where they begin */
  constructor(private readonly isPlaced: boolean) {}

  get end(): number {
    return this.length;
  }

  get open(): number {
    return this.streams.length;
  }

  publish(isPlaced: boolean): void {
    if (!isPlaced) this.unplaced.add(this.length);
    this.length += 1;
  }

  hasPosition(index: number): boolean {
    return index >= 0 && index < this.length && !this.unplaced.has(index);
  }

  follow(after: unknown, signal: AbortSignal): Mailbox<Sent> {
    const seen = range(-1, this.length).find((index) => positionOf(index) === after);
    const stream = { mailbox: new Mailbox<Sent>(), next: this.length };
    if (seen !== undefined) stream.next = seen + 1;
    if (this.isPlaced) stream.mailbox.put({ position: positionOf(stream.next - 1) });
    this.streams.push(stream);
    signal.addEventListener('abort', () => {
      stream.mailbox.close();
      this.streams = this.streams.filter((open) => open !== stream);
    });
    return stream.mailbox;
  }

  deliver(which: number): void {
    const stream = this.streams[which % this.streams.length];
    if (!stream || stream.next >= this.length) return;
    const index = stream.next;
    stream.next += 1;
    const moved = this.unplaced.has(index) ? { index } : { index, cursor: positionOf(index) };
    stream.mailbox.put({ data: { moved } });
  }

  /** The stream is lost on its way. */
  sever(which: number): void {
    const [stream] = this.streams.splice(which % (this.streams.length || 1), 1);
    stream?.mailbox.end(new Error('severed'));
  }

  deliverAll(): void {
    for (const index of this.streams.keys()) range(0, this.length).forEach(() => this.deliver(index));
  }
}

/** Whoever is told that it reads too slowly begins anew behind what it has read. */
class Subscriber {
  readonly read: number[] = [];
  readonly begunAt: number;
  fault: unknown;
  private isReading = false;
  private position: string | undefined;
  private events: Promise<SubscriptionEvents>;

  /** @param after the index of the event that it has seen last; undefined to begin now */
  constructor(
    private readonly subscribe: Subscribe,
    log: Log,
    readonly after: number | undefined,
  ) {
    this.begunAt = log.end;
    this.position = after === undefined ? undefined : positionOf(after);
    this.events = subscribe(this.position);
  }

  async readOne(): Promise<void> {
    if (this.isReading || this.fault) return;
    this.isReading = true;
    const { value } = await (await this.events).next();
    if (value?.errors) this.beginAnew(value);
    this.position = value?.cursor ?? this.position;
    if (value?.data) this.read.push((value.data['moved'] as { index: number }).index);
    this.isReading = false;
  }

  leave(): void {
    void this.events.then((events) => events.return());
  }

  private beginAnew({ errors = [] }: SubscriptionEvent): void {
    if (errors[0]?.message === 'RESYNC') this.events = this.subscribe(this.position);
    else this.fault = errors[0];
  }
}

type Subscribe = (after: string | undefined) => Promise<SubscriptionEvents>;

function createSubscribe(log: Log, room: Rooms): Subscribe {
  const hub = new Hub(room.recent);
  const failure = (message: string) => ({ message, extensions: {} });
  const shared = { key: 'all', open: (signal: AbortSignal) => openEvents(log, undefined, signal) };
  return async (after) => {
    const openOwn = (signal: AbortSignal): Promise<Events> => openEvents(log, after, signal);
    const source = { find: () => hub.find(shared), openOwn, after, canMeet: true };
    const session = new Session(source, { headers: {} }, { room, failure, setAlarm, onEnd: () => undefined });
    return (await session.open()) as SubscriptionEvents;
  };
}

const cursorOf = (sent: Sent): string | undefined =>
  'position' in sent ? sent.position : (sent.data?.['moved'] as { cursor?: string }).cursor;

/** The events of the log as they come: there is nothing to complete. */
async function openEvents(log: Log, after: unknown, signal: AbortSignal): Promise<Events> {
  const opened = await openResumable({
    open: async (from) => {
      signal.throwIfAborted();
      return log.follow(from, signal);
    },
    after,
    cursorOf,
    signal,
    wait: async () => undefined,
    report: () => undefined,
  });
  if (!isStream(opened)) throw new Error('No stream');
  return (async function* () {
    try {
      for await (const sent of opened) {
        if (signal.aborted) return;
        yield 'position' in sent
          ? { cursor: sent.position }
          : { data: sent.data ?? null, cursor: cursorOf(sent) };
      }
    } catch {
      throw new Broken({ errors: [new GraphQLError('severed')] });
    }
  })();
}

const ACTIONS = {
  publish: 4,
  publishUnplaced: 1,
  deliver: 8,
  read: 8,
  begin: 1,
  resume: 2,
  settle: 4,
  sever: 1,
} as const;
type Action = keyof typeof ACTIONS;

const which = fc.nat({ max: 1000 });
const actionsOf = (names: readonly Action[]): fc.Arbitrary<[Action, number][]> =>
  fc.array(
    fc.tuple(
      fc.oneof(...names.map((name) => ({ weight: ACTIONS[name], arbitrary: fc.constant(name) }))),
      which,
    ),
    { minLength: 20, maxLength: 150 },
  );

interface Played {
  readonly log: Log;
  readonly subscribers: readonly Subscriber[];
}

async function play(actions: readonly [Action, number][], room: Rooms, isPlaced = false): Promise<Played> {
  const log = new Log(isPlaced);
  const subscribe = createSubscribe(log, room);
  const subscribers: Subscriber[] = [];
  const perform: Record<Action, (n: number) => unknown> = {
    publish: () => log.publish(true),
    publishUnplaced: () => log.publish(false),
    deliver: (n) => log.deliver(n),
    read: (n) => void subscribers[n % subscribers.length]?.readOne(),
    begin: () => subscribers.push(new Subscriber(subscribe, log, undefined)),
    resume: (n) => {
      const after = n % (log.end || 1);
      if (log.hasPosition(after)) subscribers.push(new Subscriber(subscribe, log, after));
    },
    settle: () => setImmediate(),
    sever: (n) => log.sever(n),
  };
  for (const [name, n] of actions) await perform[name](n);
  await finish(log, subscribers);
  return { log, subscribers };
}

/** Everything arrives and is read; then some events more, which lead everybody together. */
async function finish(log: Log, subscribers: readonly Subscriber[]): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    for (let n = 0; n <= log.end; n += 1) {
      log.deliverAll();
      await setImmediate();
      for (const subscriber of subscribers) void subscriber.readOne();
    }
    await setImmediate();
    log.publish(true);
  }
  log.deliverAll();
  await setImmediate();
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** What must have been read: all from where it begins; who begins now, begins not later than now. */
function expectWhole({ read, after, begunAt }: Subscriber, log: Log): void {
  const first = after === undefined ? Math.min(begunAt, read[0] ?? begunAt) : after + 1;
  expect(read).toEqual(range(first, log.end));
}

/** So little that readers fall behind all the time. */
const NARROW: Rooms = { waiting: 3, ahead: 2, recent: 2 };
const WIDE: Rooms = { waiting: 1000, ahead: 2, recent: 2 };

describe('whoever subscribes', () => {
  it('gets each event once and in order, at whatever pace, and in the end all share one stream', async () => {
    const actions = actionsOf(['publish', 'deliver', 'read', 'begin', 'resume', 'settle']);
    await fc.assert(
      fc.asyncProperty(actions, async (played) => {
        const { log, subscribers } = await play(played, NARROW);
        for (const subscriber of subscribers) expectWhole(subscriber, log);
        expect(log.open).toBe(Math.min(1, subscribers.length));
        for (const subscriber of subscribers) subscriber.leave();
        await setImmediate();
        expect(log.open).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('gets events without a position once as well, unless it has to begin anew behind one', async () => {
    const actions = actionsOf(['publish', 'publishUnplaced', 'deliver', 'read', 'begin', 'resume', 'settle']);
    await fc.assert(
      fc.asyncProperty(actions, async (played) => {
        const { log, subscribers } = await play(played, WIDE);
        for (const subscriber of subscribers) expectWhole(subscriber, log);
        expect(log.open).toBe(Math.min(1, subscribers.length));
      }),
      { numRuns: 200 },
    );
  });

  it('loses and repeats nothing when streams break, unless it has no position yet', async () => {
    const actions = actionsOf(['publish', 'deliver', 'read', 'begin', 'resume', 'settle', 'sever']);
    await fc.assert(
      fc.asyncProperty(actions, async (played) => {
        const { log, subscribers } = await play(played, NARROW);
        for (const subscriber of subscribers) {
          if (subscriber.fault) expect(subscriber).toMatchObject({ after: undefined, read: [] });
          else expectWhole(subscriber, log);
        }
        const isAnyLeft = subscribers.some(({ fault }) => !fault);
        expect(log.open).toBe(isAnyLeft ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });

  it('loses and repeats nothing at all when streams say where they begin', async () => {
    const actions = actionsOf(['publish', 'deliver', 'read', 'begin', 'resume', 'settle', 'sever']);
    await fc.assert(
      fc.asyncProperty(actions, async (played) => {
        const { log, subscribers } = await play(played, NARROW, true);
        for (const subscriber of subscribers) {
          expect(subscriber.fault).toBeUndefined();
          expectWhole(subscriber, log);
        }
        expect(log.open).toBe(Math.min(1, subscribers.length));
      }),
      { numRuns: 300 },
    );
  });
});
