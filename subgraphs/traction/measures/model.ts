/** Measures and their links with goals. Source: measures.yaml, shapes Measure and MeasureLink; KPI model 1 to 10. */
import { defineCollection, type Row } from '../../common/collections';

export interface Measure {
  readonly name: string;
  readonly description: string | null;
  readonly category: string | null;
  readonly unit: string | null;
  readonly direction: 'INCREASE' | 'DECREASE' | null;
  /** The latest recorded value. */
  readonly currentValue: number | null;
  readonly targetValue: number | null;
}

export interface MeasureLink {
  readonly goalId: string;
  readonly measureId: string;
  readonly isPrimary: boolean;
  readonly thresholdPct: number | null;
  /** The place among the goal's measures, from 1. */
  readonly order: number;
}

export type MeasureRow = Row<Measure>;
export type MeasureLinkRow = Row<MeasureLink>;

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
    currentValue: number,
    targetValue: number,
  },
  { keepsDeleted: true, indexes: [{ keys: { tenantId: 1, deletedAt: 1, createdAt: -1 } }] },
);

export const measureLinks = defineCollection<MeasureLink>(
  'measureLinks',
  {
    goalId: { type: String, required: true },
    measureId: { type: String, required: true },
    isPrimary: { type: Boolean, default: false },
    thresholdPct: number,
    order: { type: Number, required: true },
  },
  { indexes: [{ keys: { tenantId: 1, goalId: 1, order: 1 } }, { keys: { tenantId: 1, measureId: 1 } }] },
);
