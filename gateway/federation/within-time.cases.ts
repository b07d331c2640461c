import { withinTime } from './within-time';

const late = (): Error => new Error('late');

it('does not begin what has no time left', async () => {
  const work = jest.fn();
  await expect(withinTime(0, late, work)).rejects.toThrow('late');
  expect(work).not.toHaveBeenCalled();
});

it('tells work that takes too long to stop, and does not wait until it has', async () => {
  let isStopped = (): boolean => false;
  const work = withinTime(1, late, (signal) => {
    isStopped = () => signal.aborted;
    return new Promise(() => undefined);
  });
  await expect(work).rejects.toThrow('late');
  expect(isStopped()).toBe(true);
});
