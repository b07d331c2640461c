import type { AlignmentReading, ReadText, ReadValue } from './reading';
import type { AlignmentScores } from './scores';
import { isTakenUp } from './values';
import { listShared, listTerms, listValues } from './wording';
import { enumerate } from '../text/quote';

/** How many terms a sentence names. */
const MOST_SHARED = 3;
const MOST_VALUES = 3;
const MOST_MISSING = 5;

/** "The goal scores 72 of 100: …", with what did not count. */
function sayScore(reading: AlignmentReading, { score, components }: AlignmentScores): string {
  const parts: [name: string, figure: number, hasInput: boolean, missing: string][] = [
    ['intent alignment', components.intentAlignment, reading.intent !== undefined, 'intent'],
    ['strategy alignment', components.strategyAlignment, reading.strategies.length > 0, 'strategies'],
    ['measure relevance', components.measureRelevance, reading.measures.length > 0, 'measures'],
  ];
  const counted = parts.filter(([, , hasInput]) => hasInput).map(([name, figure]) => `${name} ${figure}`);
  const absent = parts.filter(([, , hasInput]) => !hasInput).map(([, , , missing]) => missing);
  const basis = counted.length === 0 ? '' : `: ${enumerate(counted, counted.length)}`;
  const gap = absent.length === 0 ? '' : ` (without ${enumerate(absent, absent.length)}, which do not count)`;
  return `The goal scores ${score} of 100${basis}${gap}.`;
}

/** What the goal shares with the vision or the purpose, and what that gives. */
function sayPart(
  reading: AlignmentReading,
  name: string,
  part: ReadText | undefined,
  figure: number,
): string[] {
  if (part === undefined) return [];
  const shared = reading.corpus.sharedTerms(reading.goalText, part.text);
  if (shared.length > 0) {
    return [`With the ${name} it shares ${listShared(shared, MOST_SHARED)}, which gives ${figure}.`];
  }
  if (figure > 0) return [`It is like the ${name} in spelling only, which gives ${figure}.`];
  return [`With the ${name} it shares no wording, which gives 0.`];
}

/** Which core values find an echo in the goal, and which do not. */
function sayValues(reading: AlignmentReading, figure: number): string[] {
  if (reading.values.length === 0) return [];
  const named = (values: readonly ReadValue[]): string =>
    listValues(
      values.map(({ text }) => text),
      MOST_VALUES,
    );
  const takenUp = reading.values.filter((value) => isTakenUp(reading.corpus, value));
  const leftOut = reading.values.filter((value) => !takenUp.includes(value));
  if (takenUp.length === 0)
    return [`Of the core values it takes up none (${named(leftOut)}), which gives ${figure}.`];
  const but = leftOut.length === 0 ? '' : ` but not ${named(leftOut)}`;
  return [`Of the core values it takes up ${named(takenUp)}${but}, which gives ${figure}.`];
}

/** The foundation's terms that the goal lacks; in a language without known words there are none to name. */
function sayMissing({ corpus, goalText, foundationText }: AlignmentReading): string[] {
  if (corpus.similarity(goalText, foundationText).basis === 'trigrams') return [];
  const missing = corpus.missingTerms(goalText, foundationText).slice(0, MOST_MISSING);
  if (missing.length > 0) {
    const occur = missing.length === 1 ? 'occurs' : 'occur';
    return [`Of the foundation, ${listTerms(missing, MOST_MISSING)} ${occur} nowhere in the goal.`];
  }
  const sharesAll = corpus.sharedTerms(goalText, foundationText).length > 0;
  return sharesAll ? ['The goal speaks of every term of the foundation.'] : [];
}

/**
 * Two to five sentences: the score, what each given part of the foundation shares with the goal (the
 * strongest terms first), and the foundation's terms that the goal does not have.
 * Source: coaching.yaml, checkAlignment ("builtin: explanation from a template"); Builtin 2.
 */
export function explain(reading: AlignmentReading, scores: AlignmentScores): string {
  const { visionAlignment, purposeAlignment, valuesAlignment } = scores.breakdown;
  const parts = [
    ...sayPart(reading, 'vision', reading.vision, visionAlignment),
    ...sayPart(reading, 'purpose', reading.purpose, purposeAlignment),
    ...sayValues(reading, valuesAlignment),
  ];
  const foundation =
    parts.length > 0 ? parts : ['No vision, purpose or core value is given to hold it against.'];
  return [sayScore(reading, scores), ...foundation, ...sayMissing(reading)].join(' ');
}
