import * as fc from 'fast-check';
import { diceOf, trigramsOf } from './trigrams';

describe('trigramsOf', () => {
  it.each([
    ['a word', 'Net', [' ne', 'net', 'et ']],
    ['two words', 'a b', [' a ', 'a b', ' b ']],
    ['code points beyond the basic plane', '𠮷野', [' 𠮷野', '𠮷野 ']],
    ['no word', '…', []],
  ])('reads %s', (_, text, expected) => {
    expect(Array.from(trigramsOf(text))).toEqual(expected);
  });
});

describe('diceOf', () => {
  it('is twice the shared part over the whole', () => {
    // "ab" has " ab" and "ab "; "abc" has " ab", "abc" and "bc ".
    expect(diceOf(trigramsOf('ab'), trigramsOf('abc'))).toBeCloseTo((2 * 1) / (2 + 3), 10);
  });

  it('is 1 for the same words, 0 for nothing, and the same from either side', () => {
    expect(diceOf(trigramsOf('Net Promoter'), trigramsOf('net promoter!'))).toBe(1);
    expect(diceOf(trigramsOf(''), trigramsOf(''))).toBe(0);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(diceOf(trigramsOf(a), trigramsOf(b))).toBe(diceOf(trigramsOf(b), trigramsOf(a)));
      }),
    );
  });
});
