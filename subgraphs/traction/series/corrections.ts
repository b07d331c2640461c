/** Changing entries under their id. Source: contract README, row 19; measures.yaml, overrideMeasureActual. */
import { notFound } from '../../../common/errors';
import type { TractionWork } from '../context';
import type { MeasureRow } from '../measures/model';
import type { Actual, ActualRow } from './model';
import { keepPresent, presentOf } from './present';
import { tell } from './record';

/** The entry of that measure within a write. Throws ACTUAL_NOT_FOUND. */
export async function requireActual(
  { data }: TractionWork,
  measureId: string,
  id: string,
): Promise<ActualRow> {
  const actual = await data.actuals.findOne({ _id: id, measureId });
  if (!actual) throw notFound('ACTUAL_NOT_FOUND', 'actual', id);
  return actual;
}

/** The value that an entry takes, with what goes with it, and who says why. */
export interface Correction {
  readonly members: Partial<Actual> & Pick<Actual, 'value'>;
  readonly comment: string | null;
  readonly changedBy: string;
}

/** Corrects an entry: what it was becomes a revision, its place in the series stays, the present value follows. */
export async function correct(
  work: TractionWork,
  measure: MeasureRow,
  before: ActualRow,
  { members, comment, changedBy }: Correction,
): Promise<ActualRow> {
  const { id: entryId, value } = before;
  await work.data.revisions.insert({ entryId, value, comment, changedBy });
  const after = await work.data.actuals.update({ _id: entryId }, { $set: members });
  if (!after) throw notFound('ACTUAL_NOT_FOUND', 'actual', entryId);
  const isPresent = measure.currentEntryId === entryId;
  const told = isPresent ? await keepPresent(work, measure, presentOf(after)) : measure;
  await tell(work, told, after, value);
  return after;
}
