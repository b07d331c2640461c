/** Who answers for a measure holds all its links. Source: measures.yaml, updateMeasureLink; open, "changing ownerId". */
import type { TractionWork } from '../context';
import { changeLink, endLinks } from './changing';
import { leadAlike } from './ends';
import type { MeasureLinkRow } from './model';
import { byRank } from './per-goal';

/**
 * Gives all links of a measure to one person. Links that differed in their persons alone are one afterwards, which is
 * primary if any of them was.
 * @param kept the link that stays in any case
 */
export async function handOver(
  work: TractionWork,
  { measureId, personId }: { readonly measureId: string; readonly personId: string },
  at: Date,
  kept?: string,
): Promise<void> {
  const { measureLinks } = work.data;
  await measureLinks.updateMany({ measureId, personId: { $ne: personId } }, { $set: { personId } });
  const ranked = (await measureLinks.find({ measureId })).toSorted(
    (a, b) => Number(b.id === kept) - Number(a.id === kept) || byRank(a, b),
  );
  const staying: MeasureLinkRow[] = [];
  const ending: MeasureLinkRow[] = [];
  for (const link of ranked) (staying.some((other) => leadAlike(other, link)) ? ending : staying).push(link);
  await endLinks(work, ending, at);
  for (const primary of ending.filter(({ isPrimary }) => isPrimary)) {
    const heir = staying.find((other) => leadAlike(other, primary));
    if (heir) await changeLink(work, heir.id, { isPrimary: true });
  }
}
