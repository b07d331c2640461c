import { conceptOf } from './text/concepts';
import type { TextTerms } from './text/terms';
import { weightKey } from './weights';
import type { WeightedText } from './weights';

/** A text of a request with its terms and their weights. */
export interface AnalysedText {
  readonly terms: TextTerms;
  readonly weighted: WeightedText;
}

/** What two texts have in common, worded as each of them words it. */
export interface SharedTerm {
  readonly inA: string;
  readonly inB: string;
  /** True for two words of one concept, false for one word (in whatever form). */
  readonly byConcept: boolean;
}

/** What a shared term contributes to the product of both texts. */
function strength(a: AnalysedText, b: AnalysedText, key: string): number {
  return (a.weighted.weights.get(key) ?? 0) * (b.weighted.weights.get(key) ?? 0);
}

/** The concepts of the words that both texts use. */
function conceptsOfSharedWords(a: AnalysedText, b: AnalysedText): ReadonlySet<string | undefined> {
  return new Set(
    Array.from(b.terms.words.keys(), (word) => (a.terms.words.has(word) ? conceptOf(word) : undefined)),
  );
}

/** The words and phrases of b whose concept a speaks of in other words only: one for each concept. */
function sharedConcepts(a: AnalysedText, b: AnalysedText): [term: SharedTerm, strength: number][] {
  const inSameWord = conceptsOfSharedWords(a, b);
  return Array.from(b.terms.concepts).flatMap(([concept, { surface }]): [SharedTerm, number][] => {
    const inA = a.terms.concepts.get(concept);
    if (inA === undefined || inSameWord.has(concept)) return [];
    const shared = { inA: inA.surface, inB: surface, byConcept: true };
    return [[shared, strength(a, b, weightKey('concepts', concept))]];
  });
}

/**
 * The words that two texts share, then in other words by concept, strongest first; equals keep b's reading
 * order. Word pairs are left out, since their words stand in the list already.
 * Source: coaching.yaml, checkAlignment ("the strongest shared terms").
 */
export function sharedTerms(a: AnalysedText, b: AnalysedText): SharedTerm[] {
  const words = Array.from(b.terms.words).flatMap(([word, { surface }]): [SharedTerm, number][] => {
    const inA = a.terms.words.get(word);
    if (inA === undefined) return [];
    return [[{ inA: inA.surface, inB: surface, byConcept: false }, strength(a, b, weightKey('words', word))]];
  });
  return [...words, ...sharedConcepts(a, b)]
    .sort(([, one], [, other]) => other - one)
    .map(([shared]) => shared);
}

/**
 * The words of b that occur nowhere in a, neither as a word nor through their concept, heaviest first and
 * spelled as in b; equals keep b's reading order.
 * Source: coaching.yaml, checkAlignment ("the foundation terms that occur nowhere in the goal").
 */
export function missingTerms(a: AnalysedText, b: AnalysedText): string[] {
  const weightOf = (word: string): number => b.weighted.weights.get(weightKey('words', word)) ?? 0;
  return Array.from(b.terms.words)
    .filter(([word]) => !a.terms.words.has(word) && !a.terms.concepts.has(conceptOf(word) ?? ''))
    .sort(([one], [other]) => weightOf(other) - weightOf(one))
    .map(([, { surface }]) => surface);
}
