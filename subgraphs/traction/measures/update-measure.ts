/** Changing a measure. Source: measures.yaml, updateMeasure; open, changing ownerId. */
import { notFound } from '../../../common/errors';
import { handOver } from '../links/hand-over';
import type { MutationResolvers } from '../schema.generated';
import { measureUpdated } from './activity';
import { given } from './given';

/** Who answers for a measure also holds its links. */
export const updateMeasure: NonNullable<MutationResolvers['updateMeasure']> = async (
  _root,
  { input },
  context,
) => {
  const { id, ...members } = input;
  const measure = await context.write(async (work) => {
    const changed = await work.data.measures.update({ _id: id }, { $set: given(members) });
    if (!changed) throw notFound('MEASURE_NOT_FOUND', 'measure', id);
    const { ownerId } = members;
    if (ownerId) await handOver(work, { measureId: id, personId: ownerId }, context.clock.now());
    work.record(measureUpdated(changed));
    return changed;
  });
  return { measure };
};
