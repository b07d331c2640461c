import { silentLogger } from '../../../common/log';
import { Rounds } from './rounds';

/** Lets the test say when a round ends. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('rounds of work', () => {
  it('follow one another until nothing is left', async () => {
    let left = 3;
    const rounds = new Rounds(async () => (left -= 1) > 0, silentLogger);
    await rounds.finish();
    expect(left).toBe(0);
    await rounds.stop();
  });

  it('never run side by side, and run again for what came during one', async () => {
    const first = gate();
    let begun = 0;
    const rounds = new Rounds(async () => {
      begun += 1;
      await first.opened;
      return false;
    }, silentLogger);
    const finished = rounds.finish();
    rounds.wake();
    rounds.wake();
    expect(begun).toBe(1);
    first.open();
    await finished;
    expect(begun).toBe(2);
    await rounds.stop();
  });

  it('go on after one that failed', async () => {
    let begun = 0;
    const rounds = new Rounds(async () => {
      begun += 1;
      if (begun === 1) throw new Error('the database is away');
      return false;
    }, silentLogger);
    await rounds.finish();
    await rounds.finish();
    expect(begun).toBe(2);
    await rounds.stop();
  });

  it('end with the one that is under way when they are stopped, and begin no more', async () => {
    const first = gate();
    let begun = 0;
    const rounds = new Rounds(async () => {
      begun += 1;
      await first.opened;
      return true;
    }, silentLogger);
    rounds.wake();
    let isStopped = false;
    const stopped = rounds.stop().then(() => (isStopped = true));
    expect(isStopped).toBe(false);
    first.open();
    await stopped;
    await rounds.finish();
    expect(begun).toBe(1);
  });
});
