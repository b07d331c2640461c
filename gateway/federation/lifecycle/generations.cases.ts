import { createGenerations } from './generations';
import type { Change } from './generations';

const make = jest.fn((text: string) => {
  if (text.includes('broken')) throw new Error(`cannot serve ${text}`);
  return { text };
});

function start() {
  make.mockClear();
  const changes: Change[] = [];
  return { changes, generations: createGenerations('one', make, (change) => changes.push(change)) };
}

it('serves the newest text that can be served', () => {
  const { generations, changes } = start();
  const first = generations.current();
  generations.offer('two');
  expect([first.text, generations.current().text]).toEqual(['one', 'two']);
  expect(generations.fault()).toBeUndefined();
  expect(changes).toEqual([{ isTaken: true }]);
});

it('throws for a first text that cannot be served: there is nothing to fall back to', () => {
  expect(() => createGenerations('broken', make, () => undefined)).toThrow('cannot serve broken');
});

it('keeps what serves when the newest text is broken, and says why until that is over', () => {
  const { generations, changes } = start();
  const first = generations.current();
  generations.offer('broken');
  expect(generations.current()).toBe(first);
  expect(generations.fault()).toBe('cannot serve broken');
  expect(changes).toMatchObject([{ isTaken: false }]);
  generations.offer('two');
  expect(generations.fault()).toBeUndefined();
});

it('makes nothing anew of a text that it knows', () => {
  const { generations, changes } = start();
  for (const text of ['one', 'broken', 'broken']) generations.offer(text);
  expect(make.mock.calls).toEqual([['one'], ['broken']]);
  expect(changes).toHaveLength(1);
});

it('is up to date again when a broken text is taken back, with what served all along', () => {
  const { generations, changes } = start();
  const first = generations.current();
  generations.offer('broken');
  generations.offer('one');
  expect(generations.current()).toBe(first);
  expect(generations.fault()).toBeUndefined();
  expect(changes).toMatchObject([{ isTaken: false }, { isTaken: true }]);
});

it('keeps what serves while there is no text, and notes it once', () => {
  const { generations, changes } = start();
  generations.missing(new Error('no such file'));
  generations.missing(new Error('no such file'));
  expect(generations.fault()).toBe('no such file');
  expect(changes).toHaveLength(1);
  generations.offer('one');
  expect(generations.fault()).toBeUndefined();
});
