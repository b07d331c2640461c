/** The steps that writes of links are made of. */
import { DomainError, notFound } from '../../../common/errors';
import type { TractionWork } from '../context';
import { measureLinked, measureUnlinked } from '../measures/activity';
import type { MeasureRow } from '../measures/model';
import type { Ends } from './ends';
import type { MeasureLink, MeasureLinkRow } from './model';

/** A link as it is given: without a place it comes last. */
export type NewLink = Omit<MeasureLink, 'measureId' | 'order'> & { readonly order: number | null };

/** Links a measure with what has been looked at. Throws MEASURE_LINK_EXISTS. */
export async function insertLink(
  work: TractionWork,
  measure: MeasureRow,
  members: NewLink,
): Promise<MeasureLinkRow> {
  const { goalId } = members;
  const link = { ...members, measureId: measure.id, isPrimary: members.isPrimary && goalId !== null };
  await refuseTwin(work, link);
  if (link.isPrimary && goalId !== null) await demotePrimary(work, goalId);
  const order = link.order ?? (await lastPlace(work, link)) + 1;
  const created = await work.data.measureLinks.insert({ ...link, order });
  work.record(measureLinked(measure, created));
  return created;
}

/** Throws MEASURE_LINK_EXISTS where another link has these ends. */
export async function refuseTwin(
  { data }: TractionWork,
  { measureId, personId, goalId, strategyId }: Ends,
  except?: string,
): Promise<void> {
  const others = except === undefined ? {} : { _id: { $ne: except } };
  const count = await data.measureLinks.count({ measureId, personId, goalId, strategyId, ...others });
  if (count > 0) throw new DomainError('MEASURE_LINK_EXISTS');
}

/** Links of a goal have their places there, and those that serve none with their person. */
async function lastPlace(
  { data }: TractionWork,
  { goalId, personId }: Pick<Ends, 'goalId' | 'personId'>,
): Promise<number> {
  const last = await data.measureLinks.findOne(goalId === null ? { goalId, personId } : { goalId }, {
    order: -1,
  });
  return last?.order ?? 0;
}

/** Changes a link that is there, and answers it as it is afterwards. */
export async function changeLink(
  { data }: TractionWork,
  id: string,
  members: Partial<MeasureLink>,
): Promise<MeasureLinkRow> {
  const link = await data.measureLinks.update({ _id: id }, { $set: members });
  if (!link) throw notFound('MEASURE_LINK_NOT_FOUND', 'measureLink', id);
  return link;
}

/** Takes the flag off the goal's primary link: a goal has one at most. */
export async function demotePrimary({ data }: TractionWork, goalId: string): Promise<void> {
  await data.measureLinks.updateMany({ goalId, isPrimary: true }, { $set: { isPrimary: false } });
}

/** Makes a goal's link its primary one, in place of the one that was. */
export async function promote(work: TractionWork, goalId: string, linkId: string): Promise<MeasureLinkRow> {
  await demotePrimary(work, goalId);
  return changeLink(work, linkId, { isPrimary: true });
}

/** Ends links, and leaves it in the log; what they led to stays. */
export async function endLinks(
  work: TractionWork,
  links: readonly MeasureLinkRow[],
  at: Date,
): Promise<void> {
  if (links.length === 0) return;
  await work.data.measureLinks.remove({ _id: { $in: links.map(({ id }) => id) } }, at);
  const measures = await Promise.all(links.map(({ measureId }) => work.data.measures.load(measureId)));
  for (const [index, link] of links.entries()) {
    const measure = measures[index];
    if (measure) work.record(measureUnlinked(measure, link));
  }
}
