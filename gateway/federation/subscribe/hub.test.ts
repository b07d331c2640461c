import type { SubgraphResponse } from '../index';
import { Hub } from './hub';
import { Mailbox } from './mailbox';
import { Lagging, isStream } from './shared-stream';
import type { Source } from './shared-stream';

const MANY = 300;
const event = (n: number): SubgraphResponse => ({ data: { n } });

function openStream(): Mailbox<SubgraphResponse> {
  return new Mailbox(Infinity, () => undefined);
}

function source(stream: Mailbox<SubgraphResponse>): Source {
  return { key: 'key', open: async () => stream, positionOf: () => undefined };
}

async function join(hub: Hub, stream: Mailbox<SubgraphResponse>): Promise<AsyncIterator<SubgraphResponse>> {
  const opened = await hub.join(source(stream), new AbortController().signal);
  if (!isStream(opened)) throw new Error('No stream');
  return opened[Symbol.asyncIterator]();
}

describe('a shared stream', () => {
  it('waits for a reader that reads alone, however slow', async () => {
    const stream = openStream();
    const reader = await join(new Hub(), stream);
    for (let n = 0; n < MANY; n += 1) stream.put(event(n));
    for (let n = 0; n < MANY; n += 1) expect((await reader.next()).value).toEqual(event(n));
  });

  it('goes on without a reader that holds up another, and tells it after what it was sent', async () => {
    const stream = openStream();
    const hub = new Hub();
    const [quick, slow] = [await join(hub, stream), await join(hub, stream)];
    for (let n = 0; n < MANY; n += 1) stream.put(event(n));
    for (let n = 0; n < MANY; n += 1) expect((await quick.next()).value).toEqual(event(n));
    let sent = 0;
    const readAll = async (): Promise<void> => {
      while (!(await slow.next()).done) sent += 1;
    };
    await expect(readAll()).rejects.toThrow(Lagging);
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(MANY);
  });

  it('gives each reader an event of its own', async () => {
    const stream = openStream();
    const hub = new Hub();
    const [first, second] = [await join(hub, stream), await join(hub, stream)];
    stream.put(event(1));
    const [mine, yours] = [await first.next(), await second.next()];
    expect(mine.value).toEqual(yours.value);
    expect(mine.value).not.toBe(yours.value);
  });

  it('breaks for all its readers, and is opened anew for the next', async () => {
    const hub = new Hub();
    const [broken, whole] = [openStream(), openStream()];
    const [first, second] = [await join(hub, broken), await join(hub, broken)];
    broken.end(new Error('gone'));
    await expect(first.next()).rejects.toThrow('gone');
    await expect(second.next()).rejects.toThrow('gone');
    const third = await join(hub, whole);
    whole.put(event(1));
    expect((await third.next()).value).toEqual(event(1));
  });
});
