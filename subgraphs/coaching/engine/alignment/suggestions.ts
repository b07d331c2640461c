import { namesNumberOrDate } from '../text/quantities';
import type { AlignmentReading, ReadStrategy } from './reading';
import { CONNECTED, isTakenUp } from './values';
import { listTerms, listValues, quoteStatement } from './wording';

/** How many values or terms one suggestion names. */
const MOST_NAMED = 3;

/** One rule: the suggestion for its gap, undefined when the goal has no such gap. */
type GapRule = (reading: AlignmentReading) => string | undefined;

const unmatchedValues: GapRule = ({ corpus, values }) => {
  const unmatched = values.filter((value) => !isTakenUp(corpus, value)).map(({ text }) => text);
  if (unmatched.length === 0) return undefined;
  const which = unmatched.length === 1 ? 'this core value' : 'these core values';
  return `Show how the goal lives ${listValues(unmatched, MOST_NAMED)}: no sentence speaks of ${which}.`;
};

const unmatchedVisionTerms: GapRule = ({ corpus, vision, goalText }) => {
  if (vision?.similarity.basis !== 'terms') return undefined;
  const missing = corpus.missingTerms(goalText, vision.text).slice(0, MOST_NAMED);
  if (missing.length === 0) return undefined;
  const occur = missing.length === 1 ? 'occurs' : 'occur';
  return `Tie the goal to ${listTerms(missing, MOST_NAMED)} of the vision, which ${occur} nowhere in it.`;
};

const noStrategy: GapRule = ({ intent, strategies }) =>
  intent === undefined || strategies.length > 0
    ? undefined
    : `Add a strategy that leads to ${quoteStatement(intent.text)}: none is given.`;

const noMeasure: GapRule = ({ intent, measures }) =>
  intent === undefined || measures.length > 0
    ? undefined
    : `Add a measure that shows progress on ${quoteStatement(intent.text)}: none is given.`;

const intentWithoutNumberOrDate: GapRule = ({ intent }) =>
  intent === undefined || namesNumberOrDate(intent.text)
    ? undefined
    : `Give ${quoteStatement(intent.text)} a number or a date: it names neither.`;

const strategyFarFromIntent: GapRule = ({ corpus, intent, strategies }) => {
  const farthest = strategies.reduce<ReadStrategy | undefined>(
    (worst, one) => (worst === undefined || one.toIntent.raw < worst.toIntent.raw ? one : worst),
    undefined,
  );
  if (intent === undefined || farthest === undefined || farthest.toIntent.score >= CONNECTED)
    return undefined;
  const shared = corpus.sharedTerms(intent.text, farthest.text);
  const basis =
    shared.length === 0
      ? 'no wording'
      : `only ${listTerms(
          shared.map(({ inB }) => inB),
          2,
        )}`;
  return `Tie the strategy ${quoteStatement(farthest.text)} closer to the intent: they share ${basis}.`;
};

/**
 * The fixed list of rules, worst gap first. No strategy and a strategy far from the intent exclude each
 * other, so that at most five of the six apply.
 */
const GAP_RULES: readonly GapRule[] = [
  unmatchedValues,
  unmatchedVisionTerms,
  noStrategy,
  noMeasure,
  intentWithoutNumberOrDate,
  strategyFarFromIntent,
];

/**
 * What would bring the goal nearer to its foundation: at most five suggestions, worst gap first, one for each
 * kind of gap, each at most 200 characters and quoting the words it rests on.
 * Source: coaching.yaml, checkAlignment ("builtin: … suggestions from a fixed rule list"); Builtin 2.
 */
export function suggest(reading: AlignmentReading): string[] {
  return GAP_RULES.flatMap((rule) => rule(reading) ?? []);
}
