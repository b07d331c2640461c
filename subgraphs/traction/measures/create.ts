/** Making a measure of the tenant. Source: measures.yaml, createMeasure; traction.yaml, createKpi and linkKpi. */
import type { Viewer } from '../../../common/viewer';
import type { TractionWork } from '../context';
import { ensureRoom } from '../limits';
import { measureCreated } from './activity';
import type { Measure, MeasureRow } from './model';

/** What a new measure is told to be. Its value follows from its series, which is empty yet. */
export type NewMeasure = Pick<Measure, 'name'> &
  Partial<Omit<Measure, 'name' | 'currentEntryId' | 'currentValue' | 'currentValueDate' | 'entriesRecorded'>>;

/** What a measure is that nothing is said of. */
const UNSAID: Omit<Measure, 'name' | 'ownerId'> = {
  description: null,
  category: null,
  unit: null,
  direction: null,
  type: null,
  inputKind: 'QUANTITATIVE',
  measurementFrequency: 'Monthly',
  dataSource: null,
  catalogId: null,
  strategyId: null,
  aggregationType: null,
  aggregationPeriod: null,
  valueType: null,
  calculationMethod: null,
  interpolation: 'LINEAR',
  targetValue: null,
  currentEntryId: null,
  currentValue: null,
  currentValueDate: null,
  entriesRecorded: 0,
};

/**
 * Puts a measure into the tenant, its caller's where no owner is said. Throws SUBSCRIPTION_LIMIT_REACHED where the
 * tenant has as many as its subscription allows.
 */
export async function insertMeasure(
  work: TractionWork,
  viewer: Viewer,
  members: NewMeasure,
): Promise<MeasureRow> {
  await ensureRoom(viewer, 'kpis', () => work.data.measures.count({}));
  const measure = await work.data.measures.insert({ ...UNSAID, ownerId: viewer.userId, ...members });
  work.record(measureCreated(measure));
  return measure;
}
