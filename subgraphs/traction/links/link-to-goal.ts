/** Linking a measure with a goal, by the older door. Source: traction.yaml, linkKpi; measures.yaml, KPI model 6. */
import type { Viewer } from '../../../common/viewer';
import { DomainError, notFound } from '../../../common/errors';
import { catalogEntry, membersOf } from '../catalog/catalog';
import type { TractionWork } from '../context';
import { requireGoal } from '../goals/resolvers';
import { insertMeasure } from '../measures/create';
import type { MeasureRow } from '../measures/model';
import type { MutationResolvers } from '../schema.generated';
import { insertLink } from './changing';
import type { MeasureLinkRow } from './model';
import { newThresholds } from './thresholds';

/** A measure always has an owner, who holds the link. */
const linkMeasureToGoal: MutationResolvers['linkMeasureToGoal'] = async (
  _root,
  { input: { goalId, measureId, thresholdPct, isPrimary } },
  context,
) => {
  const link = await context.write(async (work) => {
    await requireGoal(work, goalId);
    const links = await work.data.measureLinks.find({ goalId });
    const measure = await measureFor(work, context.viewer, measureId, links);
    refuseLinked(links, [measure]);
    return insertLink(work, measure, {
      personId: measure.ownerId,
      goalId,
      strategyId: null,
      ...newThresholds(thresholdPct),
      weight: 1,
      order: null,
      isPrimary: isPrimary === true || links.length === 0,
    });
  });
  return { link };
};

/**
 * The measure of that id, or one that is made from the entry of the catalog. Throws MEASURE_NOT_FOUND, and
 * MEASURE_LINK_EXISTS where the goal has a measure of that entry already, so that none is made twice.
 */
async function measureFor(
  work: TractionWork,
  viewer: Viewer,
  id: string,
  links: readonly MeasureLinkRow[],
): Promise<MeasureRow> {
  const measure = await work.data.measures.findOne({ _id: id });
  if (measure) return measure;
  const entry = catalogEntry(id);
  if (!entry) throw notFound('MEASURE_NOT_FOUND', 'measure', id);
  refuseLinked(links, await work.data.measures.find({ catalogId: entry.id }));
  return insertMeasure(work, viewer, membersOf(entry));
}

/** A link with a strategy of the goal stands in nobody's way. */
function refuseLinked(links: readonly MeasureLinkRow[], measures: readonly MeasureRow[]): void {
  const ofGoal = links.filter(({ strategyId }) => strategyId === null);
  const isLinked = ofGoal.some(({ measureId }) => measures.some(({ id }) => id === measureId));
  if (isLinked) throw new DomainError('MEASURE_LINK_EXISTS');
}

export const linkingToGoal = { linkMeasureToGoal } satisfies MutationResolvers;
