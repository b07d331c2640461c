/**
 * What the library of strategies is made of. Source: coaching.yaml, suggestStrategies ("builtin: a shipped library of
 * strategy patterns").
 */

export type Level = 'LOW' | 'MEDIUM' | 'HIGH';

export type Theme =
  | 'retention'
  | 'acquisition'
  | 'pricing'
  | 'cost'
  | 'quality'
  | 'people'
  | 'process'
  | 'brand'
  | 'cash'
  | 'innovation'
  | 'general';

/** A strategy that has served many businesses, worded so that it fits another one. */
export interface StrategyPattern {
  /** The words and phrases of goals and challenges that it answers, separated by commas. */
  readonly triggers: string;
  /** `{customers}` and `{rivals}` are worded by the request, here and in `text`. */
  readonly title: string;
  /** What to do, in two or three sentences. */
  readonly text: string;
  /** By what mechanism it helps: one sentence that holds for any business. */
  readonly why: string;
  readonly difficulty: Level;
  readonly impact: Level;
  /** From the shortest to the usual time until it shows results. */
  readonly weeks: readonly [shortest: number, usual: number];
  readonly prerequisites: readonly string[];
  /** Kinds of resources, in the singular. */
  readonly resources: readonly string[];
}
