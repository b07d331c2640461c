import { missingTerms, sharedTerms } from './common-terms';
import type { AnalysedText, SharedTerm } from './common-terms';
import { isBlank } from './text/normalise';
import { termsOf } from './text/terms';
import { diceOf, trigramsOf } from './text/trigrams';
import { vocabularyOf, weigh } from './weights';
import type { WeightedText } from './weights';

/** How near one text is to another. */
export interface Similarity {
  /** 0 (nothing in common) to 1 (the same terms); thresholds written as "sim >= 0.6" mean this one. */
  readonly raw: number;
  /** The same on the scale of scores, 0 to 98.2, not rounded; thresholds over whole numbers mean this one. */
  readonly score: number;
  /** What was compared: terms, or letter sequences where neither text holds a known word. */
  readonly basis: 'terms' | 'trigrams';
}

/** The texts of one request, against which any texts of that request can be compared. */
export interface Corpus {
  /**
   * sim(a, b). Not symmetric: 0.4 of it is the share of b that a covers. Either text may be several texts of
   * the request joined by line breaks.
   */
  similarity(a: string, b: string): Similarity;
  /** What a and b share, strongest first. */
  sharedTerms(a: string, b: string): readonly SharedTerm[];
  /** The words of b that a does not speak of, heaviest first. */
  missingTerms(a: string, b: string): readonly string[];
}

/** Shares of the two parts of `raw`, and the steepness of the scale. Source: coaching.yaml, Builtin 1. */
const COSINE_SHARE = 0.6;
const COVERAGE_SHARE = 0.4;
const STEEPNESS = 4;

/**
 * A raw similarity (0 to 1) on the scale of scores: 100 * (1 - exp(-4 * raw)), for short texts rarely overlap
 * more than half. 0.2 gives 55, 0.5 gives 86, 1 gives 98 (rounded).
 * Source: coaching.yaml, Builtin 1.
 */
export function scoreOf(raw: number): number {
  return 100 * (1 - Math.exp(-STEEPNESS * raw));
}

/** 0.6 * cosine + 0.4 * share of b's weight found in a, 0 where either text has no term. */
function rawByTerms(a: WeightedText, b: WeightedText): number {
  if (a.total === 0 || b.total === 0) return 0;
  let product = 0;
  let covered = 0;
  // Both vectors ascend, so one walk over both finds what they share: a request may ask for a million of
  // these.
  for (let atA = 0, atB = 0; atA < a.numbers.length && atB < b.numbers.length;) {
    const [ofA, ofB] = [a.numbers[atA] ?? 0, b.numbers[atB] ?? 0];
    if (ofA === ofB) {
      product += (a.values[atA] ?? 0) * (b.values[atB] ?? 0);
      covered += b.values[atB] ?? 0;
    }
    if (ofA <= ofB) atA += 1;
    if (ofB <= ofA) atB += 1;
  }
  const cosine = product / (a.length * b.length);
  // Rounding errors may lift identical texts a hair above 1.
  return Math.min(1, COSINE_SHARE * cosine + COVERAGE_SHARE * (covered / b.total));
}

/** Remembers the result for each text, since every text of a request is compared many times. */
function oncePerText<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = compute(text);
    known.set(text, result);
    return result;
  };
}

/**
 * Reads the texts of one request, so that they can be compared with each other. Blank texts do not count. Two
 * texts without a single known English word are compared by character trigrams (Dice), since neither stop
 * words nor stems nor synonyms say anything about them.
 * Source: coaching.yaml, Builtin 1.
 */
export function createCorpus(texts: readonly string[]): Corpus {
  const terms = oncePerText(termsOf);
  const vocabulary = vocabularyOf(texts.filter((text) => !isBlank(text)).map(terms));
  const analysed = oncePerText((text): AnalysedText => {
    const found = terms(text);
    return { terms: found, weighted: weigh(found, vocabulary) };
  });
  const trigrams = oncePerText(trigramsOf);
  return {
    similarity(a, b) {
      const [one, other] = [analysed(a), analysed(b)];
      const basis = one.terms.hasKnownWords || other.terms.hasKnownWords ? 'terms' : 'trigrams';
      const raw =
        basis === 'terms' ? rawByTerms(one.weighted, other.weighted) : diceOf(trigrams(a), trigrams(b));
      return { raw, score: scoreOf(raw), basis };
    },
    sharedTerms: (a, b) => sharedTerms(analysed(a), analysed(b)),
    missingTerms: (a, b) => missingTerms(analysed(a), analysed(b)),
  };
}
