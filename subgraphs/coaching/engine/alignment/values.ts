import type { Corpus } from '../similarity';
import type { ReadValue } from './reading';

/** From this score on two texts count as connected. Source: coaching.yaml, analyzeStrategicAlignment. */
export const CONNECTED = 40;

/**
 * From this raw similarity on a spelling counts as the same thing. Source: coaching.yaml, suggestSchedule
 * (sim >= 0.3).
 */
const NEAR_IN_SPELLING = 0.3;

/**
 * Whether the goal takes up a core value: a sentence of it shares a term with the value or, in a language
 * whose words are not known, comes near it in spelling.
 * Source: coaching.yaml, checkAlignment ("unmatched core value").
 */
export function isTakenUp(corpus: Corpus, { text, sentence, similarity }: ReadValue): boolean {
  return corpus.sharedTerms(sentence, text).length > 0 || similarity.raw >= NEAR_IN_SPELLING;
}
