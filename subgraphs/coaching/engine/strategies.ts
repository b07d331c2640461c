import { confidenceOf } from './strategies/confidence';
import { propose, type StrategyProposal } from './strategies/proposal';
import type { StrategyQuestion } from './strategies/question';
import { readStrategies } from './strategies/reading';
import { reason } from './strategies/reasoning';
import { select } from './strategies/selection';

export type { StrategyProposal } from './strategies/proposal';
export type { StrategyQuestion } from './strategies/question';

/** Strategies for a goal, with what the choice rests on. */
export interface StrategyAdvice {
  /** Three to five, the most fitting first; fewer only where the existing strategies leave no more. */
  readonly suggestions: readonly StrategyProposal[];
  /** At most 800 characters. */
  readonly reasoning: string;
  /** 0 to 0.5. */
  readonly confidence: number;
}

/**
 * Chooses from the library what fits the wording of goal, challenges and target market. The same question gets the
 * same answer, and costs, which the library does not know, are not told. The caller has checked that the intent is not
 * blank.
 * Source: coaching.yaml, suggestStrategies ("builtin:"); open, "Builtin 2".
 */
export function suggestStrategies(question: StrategyQuestion): StrategyAdvice {
  const reading = readStrategies(question);
  const selection = select(reading);
  return {
    suggestions: selection.chosen.map((candidate) => propose(candidate, reading)),
    reasoning: reason(reading, selection),
    confidence: confidenceOf(reading),
  };
}
