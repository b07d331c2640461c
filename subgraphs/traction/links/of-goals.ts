/** The measures of several goals, each once. Source: traction.yaml, getKpisForGoals. */
import { BY_NAME } from '../measures/queries';
import type { QueryResolvers } from '../schema.generated';
import { BY_AGE } from './per-goal';

export const measuresOfGoals: NonNullable<QueryResolvers['measuresOfGoals']> = async (
  _root,
  { goalIds: asked },
  { data },
) => {
  const links = await data.measureLinks.find({ goalId: { $in: [...asked] } }, { sort: BY_AGE });
  const goals = new Map<string, Set<string>>();
  for (const { measureId, goalId } of links) {
    if (goalId !== null) goals.set(measureId, (goals.get(measureId) ?? new Set()).add(goalId));
  }
  const measures = await data.measures.find({ _id: { $in: [...goals.keys()] } }, { sort: BY_NAME });
  return measures.map((measure) => ({ measure, goalIds: [...(goals.get(measure.id) ?? [])] }));
};
