/** A link of a measure with a person, a goal or a strategy as it is stored. Source: measures.yaml, shape MeasureLink. */
import { defineCollection, type Row } from '../../common/collections';

export interface MeasureLink {
  readonly measureId: string;
  readonly personId: string;
  /** Null for the link of a person. */
  readonly goalId: string | null;
  /** Only together with a goal. */
  readonly strategyId: string | null;
  /** 0 to 100. */
  readonly thresholdPct: number;
  /** 0 to 100, at most `thresholdPct`. */
  readonly riskThresholdPct: number;
  /** 0 to 1. */
  readonly weight: number;
  /** The place among the links of the goal, or of the person where there is none; from 1, and not always unique. */
  readonly order: number;
  /** At most one of a goal; false without one. */
  readonly isPrimary: boolean;
}

export type MeasureLinkRow = Row<MeasureLink>;

const text = { type: String, default: null };
const number = { type: Number, required: true };

/** Kept when they end: those that end with their measure come back with it. */
export const measureLinks = defineCollection<MeasureLink>(
  'measureLinks',
  {
    measureId: { type: String, required: true },
    personId: { type: String, required: true },
    goalId: text,
    strategyId: text,
    thresholdPct: number,
    riskThresholdPct: number,
    weight: number,
    order: number,
    isPrimary: { type: Boolean, required: true },
  },
  {
    keepsDeleted: true,
    indexes: [
      { keys: { tenantId: 1, deletedAt: 1, goalId: 1, order: 1 } },
      { keys: { tenantId: 1, deletedAt: 1, measureId: 1, order: 1 } },
      { keys: { tenantId: 1, deletedAt: 1, personId: 1, order: 1 } },
      { keys: { tenantId: 1, deletedAt: 1, strategyId: 1, order: 1 } },
    ],
  },
);
