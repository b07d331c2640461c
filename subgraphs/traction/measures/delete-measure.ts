/** Deleting a measure. Source: measures.yaml, deleteMeasure; traction.yaml, deleteKpi. */
import { DomainError } from '../../../common/errors';
import { onePerGoal } from '../links/per-goal';
import type { MutationResolvers } from '../schema.generated';
import { measureDeleted, measureUnlinked } from './activity';
import { requireMeasure } from './require';

/** Its links end at the same moment, by which `restoreMeasure` knows them; its values and targets stay where they are. */
export const deleteMeasure: NonNullable<MutationResolvers['deleteMeasure']> = async (
  _root,
  { input },
  context,
) => {
  const { id, unlessLinked } = input;
  const deletedAt = context.clock.now();
  await context.write(async (work) => {
    const measure = await requireMeasure(work, id);
    const ofGoals = onePerGoal(await work.data.measureLinks.find({ measureId: id }));
    if (unlessLinked && ofGoals.length > 0) throw new DomainError('MEASURE_LINKED_TO_GOALS');
    await work.data.measures.remove({ _id: id }, deletedAt);
    await work.data.measureLinks.remove({ measureId: id }, deletedAt);
    for (const link of ofGoals) work.record(measureUnlinked(measure, link));
    work.record(measureDeleted(measure));
  });
  return { deletedId: id, deletedAt };
};
