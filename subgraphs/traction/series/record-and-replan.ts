/** What every value goes through that is recorded. Source: traction.yaml, recordActual. */
import type { Context, TractionWork } from '../context';
import type { MeasureRow } from '../measures/model';
import { type Replanned, replanAfter } from '../planning/replan';
import type { AdjustmentMode } from '../schema.generated';
import type { ActualRow } from './model';
import { type NewEntry, recordEntry } from './record';

interface Recorded extends Replanned {
  readonly measure: MeasureRow;
  readonly actual: ActualRow;
}

/** Records an entry, and lets the replan rule of the measure act on it. */
export async function recordAndReplan(
  work: TractionWork,
  { viewer, clock }: Context,
  before: MeasureRow,
  entry: Omit<NewEntry, 'recordedBy'>,
  mode: AdjustmentMode,
): Promise<Recorded> {
  const { measure, actual } = await recordEntry(work, before, { ...entry, recordedBy: viewer.userId });
  const replanned = await replanAfter(work, { viewer, now: clock.now() }, measure, actual, mode);
  if (!replanned.adjustment) return { measure, actual, ...replanned };
  const { id: adjustmentId } = replanned.adjustment;
  const adjusted = await work.data.actuals.update({ _id: actual.id }, { $set: { adjustmentId } });
  return { measure, actual: adjusted ?? actual, ...replanned };
}
