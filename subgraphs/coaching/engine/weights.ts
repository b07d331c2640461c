import type { Term, TextTerms } from './text/terms';

/** The kinds of terms that Builtin 1 weighs, as they are grouped in `TextTerms`. */
const TERM_GROUPS = ['words', 'pairs', 'concepts'] as const;

/** Concepts weigh half of what a word of the same frequency would. Source: coaching.yaml, Builtin 1. */
const CONCEPT_FACTOR = 0.5;

/** The weights of one text's terms. */
export interface WeightedText {
  /** By key; keys start with the kind of the term, so that kinds never collide. */
  readonly weights: ReadonlyMap<string, number>;
  /** The same as a sparse vector: numbers of the terms, ascending, and the weight at each. */
  readonly numbers: Int32Array;
  readonly values: Float64Array;
  /** Euclidean length of the weights. */
  readonly length: number;
  /** Sum of the weights. */
  readonly total: number;
}

/** What a request knows of its terms, by key. */
export interface Vocabulary {
  /** How rare the term is among the texts (idf), always above 0. */
  rarity(key: string): number;
  /** The term's number in the request. */
  number(key: string): number;
}

/** The key of a term among the weights. */
export function weightKey(group: (typeof TERM_GROUPS)[number], term: string): string {
  return `${group}:${term}`;
}

/** All terms of a text with their keys. */
function keyedTerms(terms: TextTerms): [key: string, term: Term][] {
  return TERM_GROUPS.flatMap((group) =>
    Array.from(terms[group], ([term, found]): [string, Term] => [weightKey(group, term), found]),
  );
}

/**
 * Numbers the terms of one request and takes idf over its texts: ln(1 + N / number of texts that hold the
 * term). The 1 keeps a term above 0 that every text holds: in a request of three texts, what all share is the
 * finding and not noise.
 * Source: coaching.yaml, Builtin 1 ("idf over the texts of the request").
 */
export function vocabularyOf(texts: readonly TextTerms[]): Vocabulary {
  const holders = new Map<string, number>();
  for (const terms of texts) {
    for (const [key] of keyedTerms(terms)) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  const numbers = new Map<string, number>();
  return {
    rarity: (key) => Math.log(1 + Math.max(1, texts.length) / (holders.get(key) ?? 1)),
    number(key) {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    },
  };
}

/**
 * The weights of a text's terms: (1 + ln tf) * idf, half of it for concepts.
 * Source: coaching.yaml, Builtin 1.
 */
export function weigh(terms: TextTerms, vocabulary: Vocabulary): WeightedText {
  const weights = new Map<string, number>();
  for (const [key, { count }] of keyedTerms(terms)) {
    const factor = key.startsWith('concepts:') ? CONCEPT_FACTOR : 1;
    weights.set(key, factor * (1 + Math.log(count)) * vocabulary.rarity(key));
  }
  const vector = Array.from(weights, ([key, weight]): [number, number] => [vocabulary.number(key), weight]);
  vector.sort(([one], [other]) => one - other);
  const values = Float64Array.from(vector, ([, weight]) => weight);
  return {
    weights,
    numbers: Int32Array.from(vector, ([number]) => number),
    values,
    length: Math.sqrt(values.reduce((sum, weight) => sum + weight * weight, 0)),
    total: values.reduce((sum, weight) => sum + weight, 0),
  };
}
