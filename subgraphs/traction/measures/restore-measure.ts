/** Bringing a deleted measure back. Source: measures.yaml, open, delete: no endpoint does, but administrators may. */
import { notFound } from '../../../common/errors';
import type { DeletedRow } from '../../common/collections';
import type { TractionWork } from '../context';
import type { MeasureLinkRow } from '../links/model';
import { onePerGoal } from '../links/per-goal';
import type { MutationResolvers } from '../schema.generated';
import { measureLinked, measureRestored } from './activity';
import type { Measure } from './model';

/** Administrators are of the platform: the measure may be any tenant's, whose log tells of it. */
export const restoreMeasure: NonNullable<MutationResolvers['restoreMeasure']> = async (
  _root,
  { input: { id } },
  context,
) => {
  const platform = context.asPlatform('administrators bring back measures of any tenant');
  const { tenantId } = await requireDeleted(platform.data, id);
  const links = await platform.write(tenantId, context.viewer.userId, async (work) => {
    const measure = await requireDeleted(work.data, id);
    await work.data.measures.restore(id);
    work.record(measureRestored(measure));
    const restored = await restoreLinks(work, measure);
    for (const link of onePerGoal(restored)) work.record(measureLinked(measure, link));
    return restored;
  });
  return { restoredId: id, restoredLinkIds: links.map((link) => link.id) };
};

type TractionData = TractionWork['data'];

async function requireDeleted(data: TractionData, id: string): Promise<DeletedRow<Measure>> {
  const [measure] = await data.measures.findDeleted({ _id: id });
  if (!measure) throw notFound('MEASURE_NOT_FOUND', 'measure', id);
  return measure;
}

/** The links that ended with the measure, but for those whose goal or strategy is gone meanwhile. */
async function restoreLinks({ data }: TractionWork, measure: DeletedRow<Measure>): Promise<MeasureLinkRow[]> {
  const ended = await data.measureLinks.findDeleted({ measureId: measure.id }, measure.deletedAt);
  const restored: MeasureLinkRow[] = [];
  for (const link of ended) {
    if (!(await leadsSomewhere(data, link))) continue;
    const isPrimary = link.isPrimary && !(await hasPrimary(data, link));
    const row = await data.measureLinks.restore(link.id, { isPrimary });
    if (row) restored.push(row);
  }
  return restored;
}

async function leadsSomewhere(data: TractionData, { goalId, strategyId }: MeasureLinkRow): Promise<boolean> {
  const goal = goalId === null || (await data.goals.load(goalId)) !== null;
  const strategy = strategyId === null || (await data.strategies.load(strategyId)) !== null;
  return goal && strategy;
}

/** Whether the goal has another primary measure by now. */
const hasPrimary = async (data: TractionData, { goalId }: MeasureLinkRow): Promise<boolean> =>
  (await data.measureLinks.count({ goalId, isPrimary: true })) > 0;
