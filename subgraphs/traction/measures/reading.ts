/** What is read of a measure together with its targets, batched for the request. */
import { notFound } from '../../../common/errors';
import type { Context } from '../context';
import type { TargetRow } from '../planning/model';
import type { MeasureRow } from './model';
import { type Aim, aimOf, measureProgress } from './progress';

/** The measure that something belongs to. Throws MEASURE_NOT_FOUND where there is none any more. */
export async function ownMeasure(
  { measureId }: { readonly measureId: string },
  { data }: Pick<Context, 'data'>,
): Promise<MeasureRow> {
  const measure = await data.measures.load(measureId);
  if (!measure) throw notFound('MEASURE_NOT_FOUND', 'measure', measureId);
  return measure;
}

export const BY_DATE = { date: 1, _id: 1 } as const;

export const targetsOf = ({ id }: Pick<MeasureRow, 'id'>, { data }: Context): Promise<TargetRow[]> =>
  data.targets.loadAll('measureId', id, BY_DATE);

/** What the measure is compared with now. */
export const readAim = async (measure: MeasureRow, context: Context): Promise<Aim | null> =>
  aimOf(measure, await targetsOf(measure, context), context.clock.now());

/** Asks for no target where there is no value to compare. */
export const progressOf = async (measure: MeasureRow, context: Context): Promise<number | null> =>
  measure.currentValue === null ? null : measureProgress(measure, await readAim(measure, context));
