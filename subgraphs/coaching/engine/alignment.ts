import { confidenceOf } from './alignment/confidence';
import { explain } from './alignment/explanation';
import type { AlignmentInput } from './alignment/input';
import { readAlignment } from './alignment/reading';
import { scoresOf } from './alignment/scores';
import type { AlignmentScores } from './alignment/scores';
import { suggest } from './alignment/suggestions';

export { hasFoundation, normalised } from './alignment/input';
export type { AlignmentInput, FoundationInput } from './alignment/input';
export { isBlank } from './text/normalise';

/** How well a goal serves the business foundation, with the words that the figures rest on. */
export interface AlignmentAssessment extends AlignmentScores {
  /** Two to five sentences. */
  readonly explanation: string;
  /** At most five, worst first, each at most 200 characters. */
  readonly suggestions: readonly string[];
  /** 0.2 to 0.6: how much text the figures rest on. */
  readonly confidence: number;
}

/**
 * Compares a goal with the business foundation by the wording of both. The same input gives the same answer,
 * and nothing is said that the input does not hold. The caller has checked that the intent is not blank and
 * that there is a foundation (`hasFoundation`); without them the answer is a score of 0.
 * Source: coaching.yaml, checkAlignment ("builtin:", "both:"); contract README, rows 20 to 25.
 */
export function checkAlignment(input: AlignmentInput): AlignmentAssessment {
  const reading = readAlignment(input);
  const scores = scoresOf(reading);
  return {
    ...scores,
    explanation: explain(reading, scores),
    suggestions: suggest(reading),
    confidence: confidenceOf(reading),
  };
}
