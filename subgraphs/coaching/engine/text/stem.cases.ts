import { stem } from './stem';

describe('stem', () => {
  it.each([
    ['regular forms', ['grow', 'growing', 'grows']],
    ['irregular forms', ['grow', 'grew', 'grown', 'growth']],
    ['a plural of its own', ['person', 'people', 'persons']],
    ['nouns and adjectives', ['innovation', 'innovative', 'innovate']],
  ])('brings %s together', (_, words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });

  it.each([
    ['customer', 'custom'],
    ['business', 'busy'],
    ['news', 'new'],
  ])('keeps "%s" apart from "%s"', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it.each(['20', '1.5', 'b2b', 'größe', '顧客', "d'accord"])('leaves "%s" as it is', (word) => {
    expect(stem(word)).toBe(word);
  });
});
