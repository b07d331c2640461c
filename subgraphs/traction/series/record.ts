/** Recording into the series. Source: measures.yaml, KPI model 13 and 14; traction.yaml, recordActual. */
import { Decimal, percentage } from '../../../common/decimals';
import type { TractionWork } from '../context';
import { goalIdsOf } from '../links/per-goal';
import { measureUpdated, valueRecorded } from '../measures/activity';
import type { MeasureRow } from '../measures/model';
import { assessActual } from '../planning/replan';
import type { Actual, ActualRow } from './model';
import { keepPresent, presentOf, takes } from './present';

/** What is told of a new entry. */
export type NewEntry = Pick<Actual, 'value' | 'date' | 'recordedBy'> &
  Partial<
    Pick<
      Actual,
      | 'subtype'
      | 'always'
      | 'periodStart'
      | 'dataSource'
      | 'sourceReferenceId'
      | 'rationale'
      | 'horizonId'
      | 'reading'
    >
  >;

/** What stands in an entry that nothing is told of. */
const PLAIN = {
  subtype: 'MEASURED',
  always: false,
  periodStart: null,
  dataSource: null,
  sourceReferenceId: null,
  rationale: null,
  horizonId: null,
  reading: null,
  originalValue: null,
  isManualOverride: false,
  overrideComment: null,
  adjustmentId: null,
} as const;

/** Puts an entry at the end of the series, and makes it the present value where it takes. */
export async function recordEntry(
  work: TractionWork,
  measure: MeasureRow,
  entry: NewEntry,
): Promise<{ measure: MeasureRow; actual: ActualRow }> {
  const place = measure.entriesRecorded + 1;
  const told = { ...PLAIN, ...entry };
  const assessed = await assessActual(work, measure, told);
  const actual = await work.data.actuals.insert({ ...told, ...assessed, measureId: measure.id, place });
  const { currentEntryId, currentValue, currentValueDate } = takes(actual, measure)
    ? presentOf(actual)
    : measure;
  const present = { currentEntryId, currentValue, currentValueDate, entriesRecorded: place };
  const after = await keepPresent(work, measure, present);
  await tell(work, after, actual, measure.currentValue);
  return { measure: after, actual };
}

/**
 * Puts a value that was recorded or corrected into the log: once for the tenant, once for each goal. An estimate is no
 * reading, and must not be shown as one where goals are watched; it only changes the measure.
 * @param former what it is told to differ from; null where there was no value
 */
export async function tell(
  work: TractionWork,
  measure: MeasureRow,
  actual: ActualRow,
  former: number | null,
): Promise<void> {
  if (actual.subtype === 'ESTIMATE') return work.record(measureUpdated(measure));
  const links = await work.data.measureLinks.find({ measureId: measure.id });
  const changePercentage =
    former === null ? null : percentage(new Decimal(actual.value).minus(former), Math.abs(former));
  const told = { goalIds: goalIdsOf(links), changePercentage };
  for (const change of valueRecorded(measure, actual, told)) work.record(change);
}
