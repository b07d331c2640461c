import { EventStream } from './event-stream';

let pulse: () => void;
let isBeating: boolean;

function open(): EventStream {
  isBeating = true;
  return new EventStream((_milliseconds, call) => {
    pulse = call;
    return () => (isBeating = false);
  });
}

const read = (stream: EventStream): unknown => (stream.body.read() as Buffer | null)?.toString();

describe('a stream on which nothing happens', () => {
  it('shows that it is alive, by comments that are no events', () => {
    const stream = open();
    expect(read(stream)).toBe(':\n\n');
    pulse();
    expect(read(stream)).toBe(':\n\n');
    expect(read(stream)).toBeUndefined();
  });

  it('piles up nothing for a reader that does not read', () => {
    const stream = open();
    for (let n = 0; n < 10; n += 1) pulse();
    expect(read(stream)).toBe(':\n\n');
    expect(read(stream)).toBeUndefined();
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
