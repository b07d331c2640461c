/**
 * A measure that a caller names by its id, or by that of a link with it. Source: measures.yaml, open row "Measure Data
 * path": older callers know the series of a measure by its links.
 */
import { invalid, notFound } from '../../../common/errors';
import type { Context, TractionWork } from '../context';
import type { MeasureRow } from './model';
import { requireMeasure } from './require';

type Id = string | null | undefined;

/** Null where there is no such measure. Throws MEASURE_LINK_NOT_FOUND. */
export async function namedMeasure(
  { id, linkId }: { readonly id?: Id; readonly linkId?: Id },
  { data }: Context,
): Promise<MeasureRow | null> {
  if (id) return data.measures.load(id);
  if (!linkId) return null;
  const link = await data.measureLinks.load(linkId);
  if (!link) throw noLink(linkId);
  return data.measures.load(link.measureId);
}

/** The same within a write. Throws MEASURE_NOT_FOUND as well. */
export async function requireNamedMeasure(
  work: TractionWork,
  { measureId, linkId }: { readonly measureId?: Id; readonly linkId?: Id },
): Promise<MeasureRow> {
  if (measureId) return requireMeasure(work, measureId);
  if (!linkId) throw invalid({ measureId: 'measureId is required' }, { measureId: 'MISSING' });
  const link = await work.data.measureLinks.findOne({ _id: linkId });
  if (!link) throw noLink(linkId);
  return requireMeasure(work, link.measureId);
}

const noLink = (id: string): Error => notFound('MEASURE_LINK_NOT_FOUND', 'measureLink', id);
