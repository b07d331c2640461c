/** How far a goal is. Source: traction.yaml, formulas goal.progress and kpi.progress. */
import { Decimal, rounded } from '../../../common/decimals';
import type { Context } from '../context';
import { BY_AGE, onePerMeasure } from '../links/per-goal';
import { progressOf } from '../measures/reading';
import { withinHundred } from '../measures/progress';
import type { GoalRow } from './model';

/** 0 to 100: 100 when completed, else the mean of its measures that have a progress, else 0; to two decimals. */
export async function goalProgress(goal: GoalRow, context: Context): Promise<number> {
  if (goal.status === 'COMPLETED') return 100;
  const links = onePerMeasure(await context.data.measureLinks.loadAll('goalId', goal.id, BY_AGE));
  const linked = await Promise.all(links.map(({ measureId }) => context.data.measures.load(measureId)));
  const known = linked.filter((measure) => measure !== null);
  const progress = await Promise.all(known.map((measure) => progressOf(measure, context)));
  const parts = progress.filter((part) => part !== null).map(withinHundred);
  return parts.length === 0 ? 0 : rounded(Decimal.sum(...parts).dividedBy(parts.length));
}
