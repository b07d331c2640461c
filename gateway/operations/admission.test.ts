import { createAdmission } from './admission';

/** The time moves only where the test moves it: the length of a turn is what its work says. */
let time: number;
let begun: string[];
let admit: (begin: () => void) => void;

beforeEach(() => {
  time = 0;
  begun = [];
  admit = createAdmission(() => time);
});

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function ask(count: number, milliseconds: number): void {
  for (let index = 0; index < count; index += 1) {
    admit(() => {
      time += milliseconds;
      begun.push(`${index}`);
    });
  }
}

it('begins what has come, in that order, in the next turn', async () => {
  ask(3, 0);
  expect(begun).toEqual([]);
  await nextTurn();
  expect(begun).toEqual(['0', '1', '2']);
});

it('begins less in each turn while turns are long, but never nothing', async () => {
  ask(200, 1);
  const inTurns: number[] = [];
  while (begun.length < 200) {
    const before = begun.length;
    await nextTurn();
    inTurns.push(begun.length - before);
  }
  expect(inTurns.slice(0, 7)).toEqual([64, 32, 16, 8, 4, 2, 3]);
  expect(Math.min(...inTurns)).toBeGreaterThan(0);
});

it('begins more again as turns get short', async () => {
  ask(126, 1);
  while (begun.length < 126) await nextTurn();
  await nextTurn();
  ask(10, 0);
  await nextTurn();
  await nextTurn();
  await nextTurn();
  expect(begun).toHaveLength(136);
});

it('takes the time in which nothing was to do for no long turn', async () => {
  ask(1, 0);
  await nextTurn();
  await nextTurn();
  time += 60_000;
  ask(64, 0);
  await nextTurn();
  expect(begun).toHaveLength(65);
});
