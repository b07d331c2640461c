import type { AlignmentReading, ReadText } from './reading';

/** The figures of an alignment check: whole percentages 0 to 100, 0 for a part without input. */
export interface AlignmentScores {
  /** Rounded mean of the components that had input. */
  readonly score: number;
  readonly components: {
    readonly intentAlignment: number;
    readonly strategyAlignment: number;
    readonly measureRelevance: number;
  };
  readonly breakdown: {
    readonly visionAlignment: number;
    readonly purposeAlignment: number;
    readonly valuesAlignment: number;
  };
}

/** How the two comparisons of a strategy are weighed. Source: coaching.yaml, checkAlignment. */
const FOUNDATION_SHARE = 0.6;
const INTENT_SHARE = 0.4;

/** The arithmetic mean, 0 of nothing. */
function mean(figures: readonly number[]): number {
  return figures.length === 0 ? 0 : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

function meanScore(texts: readonly ReadText[]): number {
  return Math.round(mean(texts.map(({ similarity }) => similarity.score)));
}

/**
 * The figures of a reading. A component without input is 0 and stays out of the mean.
 * Source: coaching.yaml, checkAlignment ("both: alignmentScore = …"); contract README, row 21.
 */
export function scoresOf(reading: AlignmentReading): AlignmentScores {
  const { intent, strategies, measures, vision, purpose, values } = reading;
  const strategyScores = strategies.map(
    ({ toFoundation, toIntent }) => FOUNDATION_SHARE * toFoundation.score + INTENT_SHARE * toIntent.score,
  );
  const components = {
    intentAlignment: Math.round(intent?.similarity.score ?? 0),
    strategyAlignment: Math.round(mean(strategyScores)),
    measureRelevance: meanScore(measures),
  };
  const withInput = [
    ...(intent === undefined ? [] : [components.intentAlignment]),
    ...(strategies.length === 0 ? [] : [components.strategyAlignment]),
    ...(measures.length === 0 ? [] : [components.measureRelevance]),
  ];
  return {
    score: Math.round(mean(withInput)),
    components,
    breakdown: {
      visionAlignment: Math.round(vision?.similarity.score ?? 0),
      purposeAlignment: Math.round(purpose?.similarity.score ?? 0),
      valuesAlignment: meanScore(values),
    },
  };
}
