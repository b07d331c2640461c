import { enumerate, quote } from './quote';

describe('quote', () => {
  it.each([
    ['leaves a short text', 'grow', 10, '"grow"'],
    ['cuts a long one', 'growing', 5, '"grow…"'],
    ['cuts between characters, not inside one', '👍👍👍', 2, '"👍…"'],
    ['puts it on one line', ' grow\n  fast ', 20, '"grow fast"'],
    ['turns inner marks into single ones', 'say "yes"', 20, `"say 'yes'"`],
  ])('%s', (_, text, length, expected) => {
    expect(quote(text, length)).toBe(expected);
  });
});

describe('enumerate', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  ])('lists %j as "%s"', (entries, expected) => {
    expect(enumerate(entries, 3)).toBe(expected);
  });
});
