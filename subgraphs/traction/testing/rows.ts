/** Measures and links as tests put them into the database, where the way to them is not what is tested. */
import type { MeasureLink } from '../links/model';
import type { Measure } from '../measures/model';

export const measureOf = (members: Partial<Measure> = {}): Measure => ({
  name: 'Revenue',
  description: null,
  category: null,
  unit: null,
  direction: 'INCREASE',
  type: null,
  inputKind: 'QUANTITATIVE',
  measurementFrequency: 'Monthly',
  dataSource: null,
  catalogId: null,
  ownerId: 'owner',
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
  ...members,
});

export const linkOf = (
  members: Pick<MeasureLink, 'goalId' | 'measureId'> & Partial<MeasureLink>,
): MeasureLink => ({
  personId: 'owner',
  strategyId: null,
  thresholdPct: 80,
  riskThresholdPct: 50,
  weight: 1,
  order: 1,
  isPrimary: false,
  ...members,
});
