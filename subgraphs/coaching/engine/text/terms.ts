import { conceptOf } from './concepts';
import { splitSentences } from './sentences';
import { stem } from './stem';
import { isStopWord } from './stop-words';
import { contentWords, splitWords } from './words';
import type { Word } from './words';

/** A term of a text: how often it occurs, and how the text spells it where it first occurs. */
export interface Term {
  readonly surface: string;
  readonly count: number;
}

/** The terms of one text, each group by its key and in order of first occurrence. */
export interface TextTerms {
  /** By stem. */
  readonly words: ReadonlyMap<string, Term>;
  /** Neighbouring content words of one sentence, by both stems with a space between. */
  readonly pairs: ReadonlyMap<string, Term>;
  /** By name of the concept; the surface is the word that first spoke of it. */
  readonly concepts: ReadonlyMap<string, Term>;
  /**
   * Whether the text holds a word of the shipped English lists, a stop word or one of a concept. Concept
   * words count because a KPI's name ("Churn rate") is English without needing a stop word.
   */
  readonly hasKnownWords: boolean;
}

/** Counts one more occurrence, keeping the first spelling. */
function count(terms: Map<string, Term>, key: string, surface: string): void {
  const known = terms.get(key);
  terms.set(key, { surface: known?.surface ?? surface, count: (known?.count ?? 0) + 1 });
}

/** Two words as a pair to be quoted; dropped stop words between them show as "…". */
function pairSurface(first: Word, second: Word): string {
  return `${first.surface}${second.at === first.at + 1 ? ' ' : ' … '}${second.surface}`;
}

/**
 * The terms of a text: words, word pairs and concepts, without stop words, by stem.
 * Pairs do not reach across sentences; texts joined by a line break therefore keep their terms apart.
 * Source: coaching.yaml, Builtin 1.
 */
export function termsOf(text: string): TextTerms {
  const words = new Map<string, Term>();
  const pairs = new Map<string, Term>();
  const concepts = new Map<string, Term>();
  const countWithConcept = (terms: Map<string, Term>, key: string, surface: string): void => {
    count(terms, key, surface);
    const concept = conceptOf(key);
    if (concept !== undefined) count(concepts, concept, surface);
  };
  for (const sentence of splitSentences(text)) {
    let previous: (Word & { key: string }) | undefined;
    for (const word of contentWords(sentence)) {
      const key = stem(word.normal);
      countWithConcept(words, key, word.surface);
      if (previous !== undefined) {
        countWithConcept(pairs, `${previous.key} ${key}`, pairSurface(previous, word));
      }
      previous = { ...word, key };
    }
  }
  const hasKnownWords = concepts.size > 0 || splitWords(text).some(({ normal }) => isStopWord(normal));
  return { words, pairs, concepts, hasKnownWords };
}
