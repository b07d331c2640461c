import { CONCEPT_LIST } from './concept-list';
import { conceptOf } from './concepts';
import { stem } from './stem';
import { isStopWord } from './stop-words';

const ENTRIES = Object.entries(CONCEPT_LIST).flatMap(([concept, entries]) =>
  entries.split(', ').map((entry) => ({ concept, entry, key: entry.split(' ').map(stem).join(' ') })),
);

describe('the concept list', () => {
  it('gives every entry one concept only, whatever its form', () => {
    const strays = ENTRIES.filter(({ concept, key }) => conceptOf(key) !== concept);
    expect(strays).toEqual([]);
  });

  it('holds words and two-word phrases without stop words', () => {
    const unfit = ENTRIES.filter(({ entry }) => {
      const words = entry.split(' ');
      return words.length > 2 || words.some((word) => isStopWord(word) || !/^[a-z]+$/u.test(word));
    });
    expect(unfit).toEqual([]);
  });

  it('covers at least 25 concepts of business', () => {
    expect(Object.keys(CONCEPT_LIST).length).toBeGreaterThanOrEqual(25);
  });
});

describe('conceptOf', () => {
  it.each([
    ['churn', 'loyalty'],
    ['sales', 'income'],
    ['client', 'customers'],
    ['hiring', 'recruitment'],
    ['honesty', 'transparent'],
  ])('finds one concept for "%s" and "%s"', (one, other) => {
    expect(conceptOf(stem(one))).toBeDefined();
    expect(conceptOf(stem(one))).toBe(conceptOf(stem(other)));
  });

  it('knows phrases by both stems', () => expect(conceptOf('cash flow')).toBe('cash'));
  it('knows nothing of other words', () => expect(conceptOf('bread')).toBeUndefined());
});
