/** Changing a measure. Source: measures.yaml, updateMeasure; open, changing ownerId. */
import { notFound } from '../../../common/errors';
import { handOver } from '../links/hand-over';
import type { MutationResolvers } from '../schema.generated';
import { measureUpdated } from './activity';
import { given } from '../given';
import { requireMeasure } from './require';

/** Who takes over a measure also takes over its links. */
export const updateMeasure: NonNullable<MutationResolvers['updateMeasure']> = async (
  _root,
  { input },
  context,
) => {
  const { id, ...members } = input;
  const measure = await context.write(async (work) => {
    const { ownerId: former } = await requireMeasure(work, id);
    const changed = await work.data.measures.update({ _id: id }, { $set: given(members) });
    if (!changed) throw notFound('MEASURE_NOT_FOUND', 'measure', id);
    const { ownerId } = changed;
    if (ownerId !== former) await handOver(work, { measureId: id, personId: ownerId }, context.clock.now());
    work.record(measureUpdated(changed));
    return changed;
  });
  return { measure };
};
