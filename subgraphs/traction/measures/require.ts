/** A measure within a write. */
import { notFound } from '../../../common/errors';
import type { TractionWork } from '../context';
import type { MeasureRow } from './model';

/** Throws MEASURE_NOT_FOUND. */
export async function requireMeasure({ data }: TractionWork, id: string): Promise<MeasureRow> {
  const measure = await data.measures.findOne({ _id: id });
  if (!measure) throw notFound('MEASURE_NOT_FOUND', 'measure', id);
  return measure;
}
