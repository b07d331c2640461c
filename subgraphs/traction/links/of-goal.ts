/** A measure of a goal, named by both. Source: measures.yaml, KPI model 5; traction.yaml, setKpiThreshold to setPrimaryKpi. */
import { DomainError, notFound } from '../../../common/errors';
import { requireGoal } from '../goals/resolvers';
import { measureUpdated } from '../measures/activity';
import { requireMeasure } from '../measures/require';
import type { MutationResolvers, QueryResolvers, Resolvers } from '../schema.generated';
import { changeLink, promote } from './changing';
import { BY_AGE, linkNamed } from './per-goal';
import { lowered } from './thresholds';

const goalMeasureLink: QueryResolvers['goalMeasureLink'] = async (_root, { goalId, measureId }, { data }) => {
  const [goal, links] = await Promise.all([
    data.goals.load(goalId),
    data.measureLinks.loadAll('goalId', goalId, BY_AGE),
  ]);
  if (!goal) throw notFound('GOAL_NOT_FOUND', 'goal', goalId);
  return linkNamed(links, measureId);
};

const setMeasureThreshold: MutationResolvers['setMeasureThreshold'] = async (
  _root,
  { input: { goalId, measureId, thresholdPct } },
  context,
) => {
  const link = await context.write(async (work) => {
    await requireGoal(work, goalId);
    const before = linkNamed(await work.data.measureLinks.find({ goalId, measureId }), measureId);
    if (!before) throw notFound('MEASURE_LINK_NOT_FOUND', 'measureLink', `${goalId}/${measureId}`);
    work.record(measureUpdated(await requireMeasure(work, measureId)));
    return changeLink(work, before.id, lowered(before, thresholdPct));
  });
  return { link };
};

const setPrimaryMeasure: MutationResolvers['setPrimaryMeasure'] = (
  _root,
  { input: { goalId, measureId } },
  context,
) =>
  context.write(async (work) => {
    await requireGoal(work, goalId);
    const measure = await requireMeasure(work, measureId);
    const links = await work.data.measureLinks.find({ goalId });
    const named = linkNamed(links, measureId);
    if (!named) throw new DomainError('MEASURE_NOT_LINKED');
    work.record(measureUpdated(measure));
    return {
      link: await promote(work, goalId, named.id),
      previousPrimaryMeasureId: links.find(({ isPrimary }) => isPrimary)?.measureId ?? null,
    };
  });

export const ofGoal = {
  Query: { goalMeasureLink },
  Mutation: { setMeasureThreshold, setPrimaryMeasure },
} satisfies Resolvers;
