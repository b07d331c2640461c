import { given } from '../alignment/input';
import { isBlank } from '../text/normalise';
import { enumerate, quote } from '../text/quote';
import type { StrategyQuestion } from './question';
import type { StrategyReading } from './reading';
import type { Selection } from './selection';

const TIMELINE_LENGTH = 40;
const MOST_THEMES = 3;

/**
 * What the choice rests on, what was left out and what is not known: at most 800 characters.
 * Source: coaching.yaml, suggestStrategies (reasoning); open, "Builtin 2, honesty".
 */
export function reason(reading: StrategyReading, selection: Selection): string {
  return [
    sayBasis(reading),
    sayFit(selection),
    ...sayTime(reading, selection),
    ...sayKnown(selection),
    ...sayCosts(reading.question),
    'The choice rests on shared wording, not on knowledge of the business.',
  ].join(' ');
}

function sayBasis({ question, candidates }: StrategyReading): string {
  const challenges = given(question.currentChallenges).length;
  const read = [
    'the goal',
    ...(challenges === 0 ? [] : [challenges === 1 ? 'one challenge' : `${challenges} challenges`]),
    ...(isBlank(question.targetMarket) ? [] : ['the target market']),
  ];
  return `The wording of ${enumerate(read, read.length)} was compared with ${candidates.length} strategies of a library.`;
}

function sayFit({ chosen, fitting }: Selection): string {
  if (fitting === 0) return 'None of them shares enough of it, so that the suggestions are general ones.';
  const themes = [...new Set(chosen.slice(0, fitting).map(({ entry }) => entry.theme))];
  const rest = fitting < chosen.length ? '; general ones follow' : '';
  return `Nearest are strategies of ${enumerate(themes, MOST_THEMES)}${rest}.`;
}

function sayTime({ question: { timeline }, weeks }: StrategyReading, { tooLong }: Selection): string[] {
  if (timeline === null || isBlank(timeline)) return [];
  const named = `The timeline ${quote(timeline, TIMELINE_LENGTH)}`;
  if (weeks === undefined) return [`${named} was not understood and rules nothing out.`];
  return tooLong === 0 ? [] : [`${named} rules out ${tooLong} that would fit but take longer.`];
}

function sayKnown({ known }: Selection): string[] {
  return known === 0 ? [] : [`Left out: ${known} that the existing strategies cover already.`];
}

function sayCosts({ budget }: StrategyQuestion): string[] {
  return budget === null ? [] : ['Costs are not known, so that the budget rules nothing out.'];
}
