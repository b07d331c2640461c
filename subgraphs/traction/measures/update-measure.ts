/** Changing a measure. Source: measures.yaml, updateMeasure; open, changing ownerId. */
import { notFound } from '../../../common/errors';
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
    if (members.ownerId)
      await work.data.measureLinks.updateMany({ measureId: id }, { $set: { personId: members.ownerId } });
    work.record(measureUpdated(changed));
    return changed;
  });
  return { measure };
};
