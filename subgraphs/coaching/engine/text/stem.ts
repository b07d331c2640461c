import { porterStem } from './porter';

/**
 * Words whose stem no suffix rule finds: irregular forms, and words that Porter would merge with a stranger
 * ("customer" with "custom", "productivity" with "product").
 */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['best', 'good'],
  ['better', 'good'],
  ['bought', 'buy'],
  ['brought', 'bring'],
  ['built', 'build'],
  ['business', 'business'],
  ['businesses', 'business'],
  ['children', 'child'],
  ['customer', 'customer'],
  ['customers', 'customer'],
  ['fewer', 'few'],
  ['gave', 'give'],
  ['given', 'give'],
  ['grew', 'grow'],
  ['grown', 'grow'],
  ['growth', 'grow'],
  ['held', 'hold'],
  ['kept', 'keep'],
  ['led', 'lead'],
  ['lost', 'lose'],
  ['made', 'make'],
  ['making', 'make'],
  ['men', 'man'],
  ['news', 'news'],
  ['people', 'person'],
  ['productive', 'productive'],
  ['productivity', 'productive'],
  ['renewable', 'renewable'],
  ['renewables', 'renewable'],
  ['sold', 'sell'],
  ['spent', 'spend'],
  ['taught', 'teach'],
  ['women', 'woman'],
  ['won', 'win'],
]);
const ENGLISH_LETTERS = /^[a-z]+$/u;

/**
 * The stem under which the forms of a word meet: a small table of exceptions, then Porter's algorithm.
 * Numbers and words with letters beyond a to z stay as they are, since English suffix rules say nothing about
 * them.
 * @param normal a folded word, as in `Word.normal`.
 * Source: coaching.yaml, Builtin 1 ("stem").
 */
export function stem(normal: string): string {
  const exception = EXCEPTIONS.get(normal);
  if (exception !== undefined) return exception;
  return ENGLISH_LETTERS.test(normal) ? porterStem(normal) : normal;
}
