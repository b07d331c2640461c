import type { SharedTerm } from '../common-terms';
import { enumerate, quote } from '../text/quote';

/**
 * Lengths at which quoted input is cut, in characters: a word or phrase, a core value, an intent or strategy.
 * They keep an explanation within 1200 characters and a suggestion within 200, as a provider's answer has to.
 */
const TERM_LENGTH = 25;
const VALUE_LENGTH = 30;
const STATEMENT_LENGTH = 60;

/** Words of the input, quoted and listed; the rest is counted. */
export function listTerms(terms: readonly string[], most: number): string {
  return enumerate(
    terms.map((term) => quote(term, TERM_LENGTH)),
    most,
  );
}

/** Core values, quoted and listed; the rest is counted. */
export function listValues(values: readonly string[], most: number): string {
  return enumerate(
    values.map((value) => quote(value, VALUE_LENGTH)),
    most,
  );
}

/** An intent, strategy or measure, quoted. */
export function quoteStatement(text: string): string {
  return quote(text, STATEMENT_LENGTH);
}

/**
 * Shared terms in the foundation's spelling; where the goal says it in another word of the concept, with that
 * word: `"customers" and "loyalty" (in the goal: "churn")`.
 */
export function listShared(terms: readonly SharedTerm[], most: number): string {
  const worded = terms.slice(0, most).map(({ inA, inB, byConcept }) => {
    const term = quote(inB, TERM_LENGTH);
    return byConcept ? `${term} (in the goal: ${quote(inA, TERM_LENGTH)})` : term;
  });
  return enumerate(worded, most);
}
