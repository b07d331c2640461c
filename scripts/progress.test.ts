import { progressOn } from './progress';

/** What is written while things are done one after the other. */
function written(isTTY: boolean, of: number): string[] {
  const lines: string[] = [];
  const show = progressOn({ isTTY, write: (text) => lines.push(text) });
  for (let done = 1; done <= of; done += 1) show(done, of, 'goals');
  return lines;
}

it('a terminal shows one bar that grows, and goes to the next line when it is full', () => {
  expect(written(true, 3)).toEqual([
    `\r[${'█'.repeat(10)}${'·'.repeat(20)}] 1 of 3 goals`,
    `\r[${'█'.repeat(20)}${'·'.repeat(10)}] 2 of 3 goals`,
    `\r[${'█'.repeat(30)}] 3 of 3 goals\n`,
  ]);
});

it('elsewhere there is a line for each tenth, however many there are', () => {
  expect(written(false, 10_000)).toHaveLength(11);
  expect(written(false, 10_000).at(-1)).toBe('10000 of 10000 goals\n');
});

it('a terminal is not written to more often than the bar can show', () => {
  expect(written(true, 100_000)).toHaveLength(1001);
});
