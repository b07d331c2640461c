/** Which link stands for a measure where there are several with one goal. Source: measures.yaml, getMeasure. */
import type { MeasureLinkRow } from './model';

/** How links are read where age decides. */
export const BY_AGE = { createdAt: 1, _id: 1 } as const;

/** One link per goal: the primary one, else the oldest. Primary ones first, then in the order in which they were made. */
export function onePerGoal(links: readonly MeasureLinkRow[]): MeasureLinkRow[] {
  return oneOfEach(links, ({ goalId }) => goalId).toSorted(byRank);
}

/** One link per measure of a goal's links, chosen likewise; in the order of the goal. */
export function onePerMeasure(links: readonly MeasureLinkRow[]): MeasureLinkRow[] {
  return oneOfEach(links, ({ measureId }) => measureId).toSorted(byPlace);
}

/** The link that is meant where a goal and a measure are named: that with the goal itself, else the one that stands for it. */
export function linkNamed(links: readonly MeasureLinkRow[], measureId: string): MeasureLinkRow | null {
  const ranked = links.filter((link) => link.measureId === measureId).toSorted(byRank);
  return ranked.find(({ strategyId }) => strategyId === null) ?? ranked[0] ?? null;
}

/** The goals of these links, each once. */
export const goalIdsOf = (links: readonly MeasureLinkRow[]): string[] =>
  onePerGoal(links).map(({ goalId }) => goalId as string);

function oneOfEach(
  links: readonly MeasureLinkRow[],
  keyOf: (link: MeasureLinkRow) => string | null,
): MeasureLinkRow[] {
  const chosen = new Map<string, MeasureLinkRow>();
  for (const link of links.toSorted(byRank)) {
    const key = keyOf(link);
    if (key !== null && !chosen.has(key)) chosen.set(key, link);
  }
  return [...chosen.values()];
}

/** In the order of the goal. */
export const byPlace = (a: MeasureLinkRow, b: MeasureLinkRow): number => a.order - b.order || byAge(a, b);

export const byRank = (a: MeasureLinkRow, b: MeasureLinkRow): number =>
  Number(b.isPrimary) - Number(a.isPrimary) || byAge(a, b);

const byAge = (a: MeasureLinkRow, b: MeasureLinkRow): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
