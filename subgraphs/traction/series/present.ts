/**
 * Which entry of a series counts now. Source: contract README, row 18; measures.yaml, updateMeasureValue and
 * recordMeasureActual.
 *
 * The rule is told as a walk through what was measured, in the order of recording: an entry of `PUT …/value` always takes,
 * any other one takes unless it is dated before the one that counts. So the entries before the last one that always takes
 * do not matter, and behind it the greatest date wins, of equal dates the later recorded. That is read from two indexes,
 * however long the series is.
 */
import type { TractionWork } from '../context';
import type { Measure, MeasureRow } from '../measures/model';
import type { Actual, ActualRow } from './model';

/** What the measure says of it. */
export type Present = Pick<Measure, 'currentEntryId' | 'currentValue' | 'currentValueDate'>;

const NOTHING: Present = { currentEntryId: null, currentValue: null, currentValueDate: null };

export const presentOf = (entry: Pick<ActualRow, 'id' | 'value' | 'date'> | null): Present =>
  entry ? { currentEntryId: entry.id, currentValue: entry.value, currentValueDate: entry.date } : NOTHING;

/** Whether an entry that is recorded now takes the place of the one that counts. */
export function takes(
  { subtype, always, date }: Pick<Actual, 'subtype' | 'always' | 'date'>,
  { currentValueDate }: Present,
): boolean {
  if (subtype === 'ESTIMATE') return false;
  return always || currentValueDate === null || date >= currentValueDate;
}

/** What counts now by the series alone; null where nothing was measured. */
export async function readPresent({ data }: TractionWork, measureId: string): Promise<ActualRow | null> {
  const measured = { measureId, subtype: 'MEASURED' } as const;
  const forced = await data.actuals.findOne({ ...measured, always: true }, { place: -1 });
  const after = forced ? { place: { $gt: forced.place }, date: { $gte: forced.date } } : {};
  const latest = await data.actuals.findOne({ ...measured, ...after }, { date: -1, place: -1 });
  return latest ?? forced;
}

/** Writes down what counts now after the series has changed. */
export async function refreshPresent(work: TractionWork, measure: MeasureRow): Promise<MeasureRow> {
  return keepPresent(work, measure, presentOf(await readPresent(work, measure.id)));
}

export async function keepPresent(
  { data }: TractionWork,
  measure: MeasureRow,
  present: Present & Partial<Pick<Measure, 'entriesRecorded'>>,
): Promise<MeasureRow> {
  return (await data.measures.update({ _id: measure.id }, { $set: present })) ?? measure;
}
