/** How components become a score. Source: workstream.yaml, spotlightScoring.rules. */
import { COMPONENT_RULES, type Facts } from './components';
import type { Score, ScoreComponent } from './model';
import { toHundredths } from './numbers';
import type { Spotlight } from './spotlight';

export const ALGORITHM_VERSION = 'v1.0';

/** Of a component that the weights do not name. */
const USUAL_WEIGHT = 1;

/** Scores an item: every component by its rule, weighted. */
export function scoreOf(
  facts: Facts,
  { fields }: Spotlight,
  weights: Readonly<Record<string, number>>,
): Score {
  const components = Object.entries(COMPONENT_RULES).map(([name, rule]): ScoreComponent => {
    const { score, reason } = rule(facts, fields);
    const weight = weights[name] ?? USUAL_WEIGHT;
    return { name, score, weight, reason, contribution: toHundredths(score * weight) };
  });
  return { totalScore: totalOf(components), components: components.toSorted(byContribution) };
}

const totalOf = (components: readonly ScoreComponent[]): number =>
  toHundredths(components.reduce((sum, { contribution }) => sum + contribution, 0));

/** The largest first; between equals the name decides. */
const byContribution = (a: ScoreComponent, b: ScoreComponent): number =>
  b.contribution - a.contribution || (a.name < b.name ? -1 : 1);

/** The component that adds most: `+15 industry_match`. Null where none adds. */
export function topPositive({ components }: Pick<Score, 'components'>): string | null {
  return labelOf(components.filter(({ contribution }) => contribution > 0).toSorted(byContribution)[0]);
}

/** The component that takes away most: `-3 budget_fit`. Null where none does. */
export function topNegative({ components }: Pick<Score, 'components'>): string | null {
  const against = components.filter(({ contribution }) => contribution < 0);
  const lowestFirst = against.toSorted(
    (a, b) => a.contribution - b.contribution || (a.name < b.name ? -1 : 1),
  );
  return labelOf(lowestFirst[0]);
}

/** Sign and raw score without trailing zeros. */
const labelOf = (component: ScoreComponent | undefined): string | null =>
  component ? `${component.score > 0 ? '+' : ''}${component.score} ${component.name}` : null;
