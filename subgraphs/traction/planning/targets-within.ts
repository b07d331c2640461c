/** The targets of a measure within a write: read anew each time, for the write may have changed them. */
import { notFound } from '../../../common/errors';
import type { TractionWork } from '../context';
import { BY_DATE } from '../measures/reading';
import type { TargetRow } from './model';

export const targetsWithin = ({ data }: TractionWork, measureId: string): Promise<TargetRow[]> =>
  data.targets.find({ measureId }, { sort: BY_DATE });

/** The target of that measure. Throws TARGET_NOT_FOUND. */
export async function requireTarget(
  { data }: TractionWork,
  measureId: string,
  id: string,
): Promise<TargetRow> {
  const target = await data.targets.findOne({ _id: id, measureId });
  if (!target) throw notFound('TARGET_NOT_FOUND', 'target', id);
  return target;
}
