import { createCorpus } from '../similarity';
import type { Corpus, Similarity } from '../similarity';
import { splitSentences } from '../text/sentences';
import { given } from './input';
import type { AlignmentInput } from './input';

/** A text of the input and how near it comes to what it is held against. */
export interface ReadText {
  readonly text: string;
  readonly similarity: Similarity;
}

/** A core value and the sentence of the goal that comes nearest to it. */
export interface ReadValue extends ReadText {
  readonly sentence: string;
}

/** A strategy, held against the foundation and against the intent. */
export interface ReadStrategy {
  readonly text: string;
  readonly toFoundation: Similarity;
  readonly toIntent: Similarity;
}

/** Everything about one goal that scores, explanation, suggestions and confidence are taken from. */
export interface AlignmentReading {
  readonly corpus: Corpus;
  /** Undefined where blank. */
  readonly intent: ReadText | undefined;
  readonly strategies: readonly ReadStrategy[];
  readonly measures: readonly ReadText[];
  readonly vision: ReadText | undefined;
  readonly purpose: ReadText | undefined;
  readonly values: readonly ReadValue[];
  /** Intent, strategies and measures, one text a line. */
  readonly goalText: string;
  /** Everything given of the foundation, one text a line. */
  readonly foundationText: string;
}

/** The texts of the input that are not blank, by their place. */
interface GivenTexts {
  readonly intent: string | undefined;
  readonly strategies: readonly string[];
  readonly measures: readonly string[];
  readonly vision: string | undefined;
  readonly purpose: string | undefined;
  readonly values: readonly string[];
  readonly goal: readonly string[];
  readonly foundation: readonly string[];
}

function givenTexts(input: AlignmentInput): GivenTexts {
  const { foundation } = input;
  const [strategies, measures] = [given(input.strategies), given(input.measures)];
  const values = given(foundation.coreValues ?? []);
  const rest = [foundation.targetMarket, foundation.valueProposition];
  return {
    intent: given([input.goalIntent])[0],
    strategies,
    measures,
    vision: given([foundation.vision])[0],
    purpose: given([foundation.purpose])[0],
    values,
    goal: given([input.goalIntent, ...strategies, ...measures]),
    foundation: given([foundation.vision, foundation.purpose, ...values, ...rest]),
  };
}

/** The best of several comparisons; the first of equals, undefined when there is none. */
function best<Found>(found: readonly Found[], rawOf: (one: Found) => number): Found | undefined {
  return found.reduce<Found | undefined>(
    (leader, one) => (leader === undefined || rawOf(one) > rawOf(leader) ? one : leader),
    undefined,
  );
}

const NOTHING_TO_COMPARE: Similarity = { raw: 0, score: 0, basis: 'terms' };

/** Each core value with its best sentence: how much of the value that sentence covers. */
function readValues(corpus: Corpus, values: readonly string[], goalText: string): ReadValue[] {
  const sentences = Array.from(new Set(splitSentences(goalText)));
  return values.map((text) => {
    const compared = sentences.map((sentence) => ({
      sentence,
      similarity: corpus.similarity(sentence, text),
    }));
    const nearest = best(compared, ({ similarity }) => similarity.raw);
    return { text, ...(nearest ?? { sentence: '', similarity: NOTHING_TO_COMPARE }) };
  });
}

/** Each measure with its best similarity to the intent or a strategy. */
function readMeasures(corpus: Corpus, measures: readonly string[], aims: readonly string[]): ReadText[] {
  return measures.map((text) => {
    const compared = aims.map((aim) => corpus.similarity(text, aim));
    return { text, similarity: best(compared, ({ raw }) => raw) ?? NOTHING_TO_COMPARE };
  });
}

/**
 * Compares every part of a goal with what it is held against, by sim(a, b) over all texts of the request.
 * Source: coaching.yaml, checkAlignment ("builtin: intentAlignment = …").
 */
export function readAlignment(input: AlignmentInput): AlignmentReading {
  const { intent, strategies, measures, vision, purpose, values, goal, foundation } = givenTexts(input);
  const corpus = createCorpus([...goal, ...foundation]);
  const [goalText, foundationText] = [goal.join('\n'), foundation.join('\n')];
  const compare = (text: string | undefined, a: string, b: string): ReadText | undefined =>
    text === undefined ? undefined : { text, similarity: corpus.similarity(a, b) };
  return {
    corpus,
    intent: compare(intent, intent ?? '', foundationText),
    strategies: strategies.map((text) => ({
      text,
      toFoundation: corpus.similarity(text, foundationText),
      toIntent: corpus.similarity(text, intent ?? ''),
    })),
    measures: readMeasures(corpus, measures, given([intent, ...strategies])),
    vision: compare(vision, goalText, vision ?? ''),
    purpose: compare(purpose, goalText, purpose ?? ''),
    values: readValues(corpus, values, goalText),
    goalText,
    foundationText,
  };
}
