import { once } from 'node:events';
import { EventStream, frameOf, type Frames } from './event-stream';

let pulse: () => void;
let isBeating: boolean;

function open(retry?: number): EventStream {
  isBeating = true;
  return new EventStream({
    ...(retry === undefined ? {} : { retry }),
    every: (_milliseconds, call) => {
      pulse = call;
      return () => (isBeating = false);
    },
  });
}

const read = (stream: EventStream): string | undefined => (stream.body.read() as Buffer | null)?.toString();

/** Frames of numbers that are there when asked for. */
function numbers(count: number): Frames & { taken: number } {
  const all = Array.from({ length: count }, (_, n) => frameOf({ event: 'n', data: `${n}`.padEnd(1000) }));
  return {
    taken: 0,
    take(most = Infinity) {
      const taken = all.splice(0, most);
      this.taken += taken.length;
      return taken;
    },
    get isOver() {
      return all.length === 0;
    },
    onReady: () => undefined,
  };
}

async function readAll(stream: EventStream): Promise<string> {
  let text = '';
  for await (const bytes of stream.body) text += String(bytes);
  return text;
}

describe('a stream on which nothing happens', () => {
  it('shows that it is alive, by comments that are no events', () => {
    const stream = open();
    expect(read(stream)).toBe(':\n\n');
    pulse();
    expect(read(stream)).toBe(':\n\n');
    expect(read(stream)).toBeUndefined();
  });

  it('may say first when a reader shall come back', () => {
    expect(read(open(3000))).toBe('retry: 3000\n\n');
  });

  it('piles up nothing for a reader that does not read, and is cut when that goes on', () => {
    const stream = open();
    for (let n = 0; n < 3; n += 1) pulse();
    expect(stream.body.readableLength).toBe(':\n\n'.length);
    expect(stream.body.destroyed).toBe(false);
    pulse();
    expect(stream.body.destroyed).toBe(true);
  });

  it('is not cut when its reader takes something now and then', () => {
    const stream = open();
    for (let n = 0; n < 10; n += 1) {
      for (let m = 0; m < 3; m += 1) pulse();
      expect(read(stream)).toBe(':\n\n');
    }
    expect(stream.body.destroyed).toBe(false);
  });

  it.each([
    ['it has ended', (stream: EventStream) => stream.end()],
    ['its reader has left', (stream: EventStream) => stream.body.destroy()],
  ])('is silent when %s', async (_case, finish) => {
    const stream = open();
    read(stream);
    const ended = new Promise((resolve) => stream.signal.addEventListener('abort', resolve));
    finish(stream);
    await ended;
    expect(isBeating).toBe(false);
  });
});

describe('events', () => {
  it('that are sent in one turn go out in one write', async () => {
    const stream = open();
    read(stream);
    for (const data of ['1', '2']) await stream.send({ event: 'activity.created', id: data, data });
    await once(stream.body, 'readable');
    expect(read(stream)).toBe(
      'id: 1\nevent: activity.created\ndata: 1\n\nid: 2\nevent: activity.created\ndata: 2\n\n',
    );
  });

  it('without a name are an id alone', () => {
    expect(Buffer.from(frameOf({ id: '7' })).toString()).toBe('id: 7\n\n');
    expect(frameOf({ id: '7\ndata: evil' })).toHaveLength(0);
  });

  it('that have been sent still go out when the stream ends', async () => {
    const stream = open();
    void stream.send({ event: 'complete' });
    stream.end();
    expect(await readAll(stream)).toBe(':\n\nevent: complete\ndata:\n\n');
  });

  it('that are followed are taken as the reader reads, and the stream ends with them', async () => {
    const stream = open();
    const frames = numbers(1000);
    stream.follow(frames);
    await once(stream.body, 'readable');
    expect(frames.taken).toBeLessThan(200);
    const read = [...(await readAll(stream)).matchAll(/data: (\d+)/g)].map(([, n]) => Number(n));
    expect(read).toEqual(Array.from({ length: 1000 }, (_, n) => n));
    expect(stream.signal.aborted).toBe(true);
  });
});
