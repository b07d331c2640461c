import { given } from '../alignment/input';
import { createCorpus, type Corpus } from '../similarity';
import { ENTRIES, type LibraryEntry } from './library';
import type { StrategyQuestion } from './question';
import { weeksOf } from './timeline';
import { fillTemplate } from './wording';

/** An entry of the library, worded for the question, and how near its triggers come to it. */
export interface Candidate {
  readonly entry: LibraryEntry;
  readonly title: string;
  readonly text: string;
  /** Raw, 0 to 1. */
  readonly similarity: number;
  /** The words of the question that it answers, strongest first. */
  readonly answers: readonly string[];
}

/** Everything about one question that selection, wording and confidence are taken from. */
export interface StrategyReading {
  readonly question: StrategyQuestion;
  readonly corpus: Corpus;
  /** The whole library, nearest first; equals keep the order of the library. */
  readonly candidates: readonly Candidate[];
  readonly existing: readonly string[];
  /** Undefined where there is no timeline, or none that is understood. */
  readonly weeks: number | undefined;
}

/**
 * Compares goal, challenges and target market with the triggers of the library, by sim(a, b) over the texts of the request.
 * Source: coaching.yaml, suggestStrategies ("rank by sim of …").
 */
export function readStrategies(question: StrategyQuestion): StrategyReading {
  const { goalIntent, currentChallenges, targetMarket, timeline, today } = question;
  const asked = given([goalIntent, ...currentChallenges, targetMarket]);
  const existing = given(question.existingStrategies);
  const worded = ENTRIES.map((entry) => ({
    entry,
    triggers: entry.triggers.replaceAll(', ', '\n'),
    title: fillTemplate(entry.title, question),
    text: fillTemplate(entry.text, question),
  }));
  const corpus = createCorpus([...asked, ...existing]);
  const query = asked.join('\n');
  const candidates = worded.map(({ triggers, ...one }) => ({
    ...one,
    similarity: corpus.similarity(query, triggers).raw,
    answers: corpus.sharedTerms(query, triggers).map(({ inA }) => inA),
  }));
  return {
    question,
    corpus,
    candidates: candidates.sort((one, other) => other.similarity - one.similarity),
    existing,
    weeks: timeline === null ? undefined : weeksOf(timeline, today),
  };
}
