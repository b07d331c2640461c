/** How far a goal is. Source: traction.yaml, formulas goal.progress and kpi.progress. */
import type { Context } from '../context';
import { measureProgress } from '../measures/progress';
import type { GoalRow } from './model';

/** 0 to 100: 100 when completed, else the mean of its measures that have a progress, else 0. */
export async function goalProgress(goal: GoalRow, { data }: Context): Promise<number> {
  if (goal.status === 'COMPLETED') return 100;
  const links = await data.measureLinks.loadAll('goalId', goal.id, { order: 1 });
  const linked = await Promise.all(links.map((link) => data.measures.load(link.measureId)));
  const parts = linked.flatMap((measure) => {
    const progress = measure && measureProgress(measure);
    return progress === null ? [] : [Math.min(100, Math.max(0, progress))];
  });
  return parts.length === 0 ? 0 : parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
