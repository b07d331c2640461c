import { Deadline } from './deadline';

const OVER = { codeName: 'MaxTimeMSExpired', message: 'operation exceeded time limit' };

let time: number;
let deadline: Deadline;

beforeEach(() => {
  time = 5000;
  deadline = new Deadline(100, () => time);
});

/** Whether the time is over after that many milliseconds more. */
function after(milliseconds: number): boolean {
  time += milliseconds;
  try {
    deadline.check();
    return false;
  } catch (error) {
    expect(error).toMatchObject(OVER);
    return true;
  }
}

test('the time is over when all of it has passed, and stays over', () => {
  expect([after(99), after(1), after(1)]).toEqual([false, true, true]);
});

test('what passes while it is paused does not count', () => {
  after(60);
  deadline.pause();
  expect(after(1000)).toBe(false);
  deadline.resume();
  expect(deadline.remaining).toBe(40);
  expect([after(39), after(1)]).toEqual([false, true]);
});

test('it can be ended before', () => {
  deadline.expire();
  expect(after(0)).toBe(true);
});
