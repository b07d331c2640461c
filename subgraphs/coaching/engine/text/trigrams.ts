import { splitWords } from './words';

/**
 * The character trigrams of a text: folded words, a space before, between and after them, counted once each.
 * A character is a code point.
 */
export function trigramsOf(text: string): ReadonlySet<string> {
  const words = splitWords(text).map(({ normal }) => normal);
  if (words.length === 0) return new Set();
  const characters = Array.from(` ${words.join(' ')} `);
  return new Set(characters.slice(2).map((_, at) => characters.slice(at, at + 3).join('')));
}

/**
 * The Dice coefficient of two sets of trigrams: twice what they share over what they hold together.
 * @returns 0 (nothing shared, or nothing there) to 1 (the same set).
 * Source: coaching.yaml, Builtin 1 ("fall back to character-trigram Dice") and recommendKpis.
 */
export function diceOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const trigram of small) if (large.has(trigram)) shared += 1;
  return (2 * shared) / (small.size + large.size);
}
