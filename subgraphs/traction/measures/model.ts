/** A measure as it is stored. Source: measures.yaml, shape Measure; KPI model 1 to 14. */
import { defineCollection, type Row } from '../../common/collections';
import type { Connection } from '../../common/paging';

export type MeasureDirection = 'INCREASE' | 'DECREASE';
export type InterpolationMethod = 'LINEAR' | 'EXPONENTIAL' | 'STEP';

export interface Measure {
  readonly name: string;
  readonly description: string | null;
  readonly category: string | null;
  readonly unit: string | null;
  readonly direction: MeasureDirection | null;
  readonly type: 'LEADING' | 'LAGGING' | null;
  readonly inputKind: 'QUANTITATIVE' | 'QUALITATIVE' | 'BINARY';
  readonly measurementFrequency: string;
  readonly dataSource: string | null;
  readonly catalogId: string | null;
  readonly ownerId: string;
  readonly strategyId: string | null;
  readonly aggregationType: string | null;
  readonly aggregationPeriod: string | null;
  readonly valueType: string | null;
  readonly calculationMethod: string | null;
  readonly interpolation: InterpolationMethod;
  readonly targetValue: number | null;
  /** The entry of the series that counts now, with its value and date: written only by series/present.ts. */
  readonly currentEntryId: string | null;
  readonly currentValue: number | null;
  readonly currentValueDate: Date | null;
  /** How many entries its series ever had: the last place that was given in it. */
  readonly entriesRecorded: number;
}

export type MeasureRow = Row<Measure>;
export type MeasurePage = Connection<MeasureRow>;

const text = { type: String, default: null };
const number = { type: Number, default: null };

export const measures = defineCollection<Measure>(
  'measures',
  {
    name: { type: String, required: true },
    description: text,
    category: text,
    unit: text,
    direction: text,
    type: text,
    inputKind: { type: String, required: true },
    measurementFrequency: { type: String, required: true },
    dataSource: text,
    catalogId: text,
    ownerId: { type: String, required: true },
    strategyId: text,
    aggregationType: text,
    aggregationPeriod: text,
    valueType: text,
    calculationMethod: text,
    interpolation: { type: String, required: true },
    targetValue: number,
    currentEntryId: text,
    currentValue: number,
    currentValueDate: { type: Date, default: null },
    entriesRecorded: { type: Number, default: 0 },
  },
  {
    keepsDeleted: true,
    indexes: [
      { keys: { tenantId: 1, deletedAt: 1, name: 1, _id: 1 } },
      { keys: { tenantId: 1, deletedAt: 1, ownerId: 1, name: 1, _id: 1 } },
      { keys: { tenantId: 1, deletedAt: 1, strategyId: 1 } },
    ],
  },
);
