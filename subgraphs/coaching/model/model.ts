/**
 * Who answers the questions of Coaching. Two can: a language model, where a key is configured, and the built-in engine.
 * Source: design, "AI"; coaching.yaml, open: "provider missing or failing".
 */
import type { AlignmentAssessment, AlignmentInput } from '../engine/alignment';
import type { StrategyAdvice, StrategyQuestion } from '../engine/strategies';

export interface CoachingModel {
  /** What answers say of their maker. */
  readonly engine: 'BUILTIN' | 'PROVIDER';
  /** Another one whenever the same question may get another answer; answers that are kept are kept under it. */
  readonly version: string;
  assessAlignment(input: AlignmentInput): Promise<AlignmentAssessment>;
  suggestStrategies(question: StrategyQuestion): Promise<StrategyAdvice>;
}

/** What the resolvers of Coaching have at hand beside the data. */
export interface CoachingServices {
  readonly model: CoachingModel;
}
