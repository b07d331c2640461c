import { fold, normalise } from './normalise';
import { isStopWord } from './stop-words';

/** One word of a text. */
export interface Word {
  /** As the text spells it, for quoting. */
  readonly surface: string;
  /** Folded and without contraction endings, for comparing: "Customer's" is "customer". */
  readonly normal: string;
  /** Its place among all words of the text, from 0. */
  readonly at: number;
}

// Letters and digits of any script; a point or comma stays inside a number (1.5), an apostrophe inside a
// word.
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:(?<=\p{N})[.,](?=\p{N})|'(?=\p{L}))[\p{L}\p{M}\p{N}]+)*/gu;
const CONTRACTION_ENDING = /'(?:s|re|ve|ll|d|m)$/u;
const SINGLE_LATIN_LETTER = /^[a-z]$/u;

/**
 * The words of a text in reading order, numbers included, punctuation and symbols left out.
 * Source: coaching.yaml, Builtin 1 ("split").
 */
export function splitWords(text: string): Word[] {
  const surfaces = normalise(text).match(WORD) ?? [];
  return surfaces.map((surface, at) => ({
    at,
    surface,
    normal: fold(surface).replace(CONTRACTION_ENDING, ''),
  }));
}

/**
 * The words that carry meaning: all but stop words and single Latin letters (what is left of "R&D").
 * Source: coaching.yaml, Builtin 1 ("drop stop words") and checkAlignment ("content words").
 */
export function contentWords(text: string): Word[] {
  return splitWords(text).filter(({ normal }) => !isStopWord(normal) && !SINGLE_LATIN_LETTER.test(normal));
}
