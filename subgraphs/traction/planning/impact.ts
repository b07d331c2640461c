/** What a change of a measure means to the goals that are linked with it. Source: traction.yaml, formula impact.level. */
import type { TractionWork } from '../context';
import { BY_AGE, onePerGoal, onePerMeasure } from '../links/per-goal';
import type { MeasureLinkRow } from '../links/model';
import { withinHundred } from '../measures/progress';
import type { GoalAtThatTime } from './model';

/** What a reader and a write have in common. */
type Data = Pick<TractionWork['data'], 'measureLinks' | 'goals'>;

/**
 * One for each linked goal, in the order in which they were linked.
 * @param progress how far the measure is; null where nothing is known
 */
export async function affectedGoals(
  { measureLinks, goals }: Data,
  measureId: string,
  progress: number | null,
): Promise<GoalAtThatTime[]> {
  const links = await linksWithGoals({ measureLinks }, measureId);
  const linked = await Promise.all(links.map((link) => goals.load(link.goalId as string)));
  const ofGoals = await Promise.all(
    links.map((link) => measureLinks.loadAll('goalId', link.goalId as string, BY_AGE)),
  );
  return links.flatMap((link, index) => {
    const goal = linked[index];
    const isOnly = onePerMeasure(ofGoals[index] ?? []).length === 1;
    if (!goal) return [];
    return [
      {
        goalId: goal.id,
        goalTitle: goal.title,
        level: levelOf(link, isOnly),
        thresholdPct: link.thresholdPct,
        progress: withinHundred(progress ?? 0),
      },
    ];
  });
}

/** The link that stands for the measure at each of its goals, the oldest first. */
export async function linksWithGoals(
  { measureLinks }: Pick<Data, 'measureLinks'>,
  measureId: string,
): Promise<MeasureLinkRow[]> {
  const links = await measureLinks.loadAll('measureId', measureId, BY_AGE);
  const chosen = new Set(onePerGoal(links));
  return links.filter((link) => chosen.has(link));
}

/** A threshold of 0 is none: every progress reaches it. */
function levelOf(
  { isPrimary, thresholdPct }: Pick<MeasureLinkRow, 'isPrimary' | 'thresholdPct'>,
  isOnly: boolean,
): GoalAtThatTime['level'] {
  if (isPrimary || isOnly) return 'HIGH';
  return thresholdPct > 0 ? 'MEDIUM' : 'LOW';
}
