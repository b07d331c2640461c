import { CONCEPT_LIST } from './concept-list';
import { stem } from './stem';

/** The stems of a word or phrase of the list, joined as a word pair is. */
function stemEntry(entry: string): string {
  return entry.split(' ').map(stem).join(' ');
}

const CONCEPT_BY_STEM: ReadonlyMap<string, string> = new Map(
  Object.entries(CONCEPT_LIST).flatMap(([concept, entries]) =>
    entries.split(', ').map((entry): [string, string] => [stemEntry(entry), concept]),
  ),
);

/**
 * The concept that a word or word pair speaks of.
 * @param term a stem ("churn"), or two stems with a space between ("cash flow").
 * @returns the name of the concept ("retention"), undefined when the list does not know the term.
 * Source: coaching.yaml, Builtin 1 ("concept terms from a shipped synonym list").
 */
export function conceptOf(term: string): string | undefined {
  return CONCEPT_BY_STEM.get(term);
}
