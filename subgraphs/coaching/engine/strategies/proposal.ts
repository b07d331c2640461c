import { enumerate, quote } from '../text/quote';
import type { Level } from './pattern';
import type { Candidate, StrategyReading } from './reading';
import { needsOf } from './resources';
import { timeframe } from './wording';

/** One strategy that is suggested. Source: coaching.yaml, shape StrategySuggestion. */
export interface StrategyProposal {
  readonly title: string;
  readonly description: string;
  readonly rationale: string;
  readonly difficulty: Level;
  readonly timeframe: string;
  readonly expectedImpact: Level;
  readonly prerequisites: readonly string[];
  /** Null where nothing is known of it. */
  readonly estimatedCost: number | null;
  readonly requiredResources: readonly string[];
}

const TERM_LENGTH = 25;
const MOST_TERMS = 3;

/** A candidate as it is told. No entry of the library holds a sourced share of costs, so that no cost is known. */
export function propose(candidate: Candidate, { question, weeks }: StrategyReading): StrategyProposal {
  const { entry, title, text } = candidate;
  const { required, missing } = needsOf(entry.resources, question.resources);
  return {
    title,
    description: text,
    rationale: `${entry.why} ${basisOf(candidate)}`,
    difficulty: entry.difficulty,
    timeframe: timeframe(entry.weeks, weeks),
    expectedImpact: entry.impact,
    prerequisites: [...entry.prerequisites, ...missing.map((kind) => `Not at hand yet: ${kind}`)],
    estimatedCost: null,
    requiredResources: required,
  };
}

/** The words of the request that the strategy answers. Source: coaching.yaml, open: "Builtin 2, honesty". */
function basisOf({ answers }: Candidate): string {
  if (answers.length === 0) return 'Nothing in the request calls for it by name; it serves most goals.';
  const words = answers.slice(0, MOST_TERMS).map((term) => quote(term, TERM_LENGTH));
  return `It answers ${enumerate(words, MOST_TERMS)} in the request.`;
}
