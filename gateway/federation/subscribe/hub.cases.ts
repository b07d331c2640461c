import type { SubscriptionEvent, SubscriptionEvents } from '../types';
import { Broken } from './events';
import { Hub } from './hub';
import { Mailbox } from './mailbox';
import { setAlarm } from '../transports/alarm';
import { Session } from './session';
import type { Source } from './shared-stream';

const event = (n: number): SubscriptionEvent => ({ data: { n } });
const room = { waiting: 3, ahead: 1 };

let ended: number;

beforeEach(() => {
  ended = 0;
});

const source = (stream: Mailbox<SubscriptionEvent>): Source => ({ key: 'key', open: async () => stream });

async function join(hub: Hub, stream: Mailbox<SubscriptionEvent>): Promise<SubscriptionEvents> {
  const session = new Session(
    {
      find: () => hub.find(source(stream)),
      openOwn: () => Promise.reject(new Error('Nobody is late')),
      after: undefined,
      canMeet: true,
    },
    { headers: {} },
    {
      room,
      failure: (code) => ({ message: code, extensions: { code } }),
      setAlarm,
      onEnd: () => (ended += 1),
    },
  );
  return (await session.open()) as SubscriptionEvents;
}

async function readAll(events: SubscriptionEvents): Promise<unknown[]> {
  const read = [];
  for await (const { data, errors } of events) read.push(data?.['n'] ?? errors?.[0]?.extensions['code']);
  return read;
}

describe('a shared stream', () => {
  it('gives all its readers the same event', async () => {
    const stream = new Mailbox<SubscriptionEvent>();
    const hub = new Hub(0);
    const [first, second] = [await join(hub, stream), await join(hub, stream)];
    stream.put(event(1));
    expect((await first.next()).value).toBe((await second.next()).value);
  });

  it('tells a reader that does not read, behind what it has, and goes on for the others', async () => {
    const stream = new Mailbox<SubscriptionEvent>();
    const hub = new Hub(0);
    const [quick, slow] = [await join(hub, stream), await join(hub, stream)];
    for (let n = 0; n < 10; n += 1) {
      stream.put(event(n));
      expect((await quick.next()).value).toEqual(event(n));
    }
    expect(ended).toBe(1);
    expect(await readAll(slow)).toEqual([0, 1, 2, 'RESYNC']);
  });

  it('tells also the only reader that there is', async () => {
    const stream = new Mailbox<SubscriptionEvent>();
    const alone = await join(new Hub(0), stream);
    const told = new Promise<void>((resolve) => {
      const check = (): void => (ended === 1 ? resolve() : void setImmediate(check));
      check();
    });
    for (let n = 0; n < 4; n += 1) stream.put(event(n));
    await told;
    expect(await readAll(alone)).toEqual([0, 1, 2, 'RESYNC']);
  });

  it('breaks for all its readers with what it says, and is opened anew for the next', async () => {
    const hub = new Hub(0);
    const [broken, whole] = [new Mailbox<SubscriptionEvent>(), new Mailbox<SubscriptionEvent>()];
    const [first, second] = [await join(hub, broken), await join(hub, broken)];
    broken.end(new Broken(event(13)));
    expect(await readAll(first)).toEqual([13]);
    expect(await readAll(second)).toEqual([13]);
    const third = await join(hub, whole);
    whole.put(event(1));
    expect((await third.next()).value).toEqual(event(1));
  });

  it('is read by many at a time without a promise for each', async () => {
    const stream = new Mailbox<SubscriptionEvent>();
    const events = await join(new Hub(0), stream);
    const ready = new Promise<void>((resolve) => (events.onReady = resolve));
    stream.put(event(1));
    await ready;
    expect(events.take()).toEqual([event(1)]);
    const over = new Promise<void>((resolve) => (events.onReady = resolve));
    stream.end();
    await over;
    expect([events.take(), events.isOver]).toEqual([[], true]);
  });
});
