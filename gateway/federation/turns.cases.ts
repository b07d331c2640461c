import { createTurns } from './turns';

it('does one piece of work in a turn, in order, and lets everything else go in between', async () => {
  const takeTurn = createTurns();
  const order: string[] = [];
  const note = (text: string) => (): void => void order.push(text);
  const work = [takeTurn(note('first')), takeTurn(note('second'))];
  setImmediate(note('a request that was prepared before'));
  await Promise.all(work);
  expect(order).toEqual(['first', 'a request that was prepared before', 'second']);
});

it('goes on after work that fails, and tells whose it was', async () => {
  const takeTurn = createTurns();
  const failing = takeTurn(() => {
    throw new Error('cannot be done');
  });
  const next = takeTurn(() => 'done');
  await expect(failing).rejects.toThrow('cannot be done');
  await expect(next).resolves.toBe('done');
  await expect(takeTurn(() => 'later')).resolves.toBe('later');
});
