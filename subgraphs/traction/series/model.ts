/**
 * The series of a measure as it is stored. Source: measures.yaml, shape MeasureDataEntry; traction.yaml, shapes Actual
 * and KpiReading; contract README, rows 18 and 19.
 *
 * An entry has a place: the order in which entries were recorded, which decides what counts now (present.ts). What
 * corrects an entry changes it under its id; what it was before is a revision, kept apart so that entries stay small.
 */
import { defineCollection, type Row } from '../../common/collections';
import type { Connection } from '../../common/paging';

export interface Actual {
  readonly measureId: string;
  readonly subtype: 'MEASURED' | 'ESTIMATE';
  readonly value: number;
  /** The value before the first correction by hand. */
  readonly originalValue: number | null;
  /** The moment that it was measured at. */
  readonly date: Date;
  /** The order of recording within the measure, from 1. */
  readonly place: number;
  /** Whether it counts from its place on whatever its date. */
  readonly always: boolean;
  readonly periodStart: Date | null;
  readonly dataSource: string | null;
  readonly sourceReferenceId: string | null;
  readonly rationale: string | null;
  /** What the caller calls the horizon that it belongs to; of no effect. */
  readonly horizonId: string | null;
  readonly isManualOverride: boolean;
  readonly overrideComment: string | null;
  /** What is known of it as the value of a month; null for all others. */
  readonly reading: ReadingPart | null;
  /** What the plan expected when it was recorded. */
  readonly expectedValue: number | null;
  readonly exceedsThreshold: boolean;
  readonly triggersReplan: boolean;
  /** The change of the plan that it caused by itself. */
  readonly adjustmentId: string | null;
  readonly recordedBy: string;
}

export interface ReadingPart {
  /** The first moment of the month. */
  readonly month: Date;
  readonly value: number;
  readonly adjustedValue: number | null;
  readonly reason: string | null;
}

/** A value that an entry or a target had before. */
export interface Revision {
  /** Of an entry or of a target. */
  readonly entryId: string;
  readonly value: number;
  readonly comment: string | null;
  readonly changedBy: string;
}

export type ActualRow = Row<Actual>;
export type ActualPage = Connection<ActualRow>;
export type RevisionRow = Row<Revision>;

const text = { type: String, default: null };
const number = { type: Number, default: null };
const flag = { type: Boolean, default: false };

export const actuals = defineCollection<Actual>(
  'actuals',
  {
    measureId: { type: String, required: true },
    subtype: { type: String, required: true },
    value: { type: Number, required: true },
    originalValue: number,
    date: { type: Date, required: true },
    place: { type: Number, required: true },
    always: flag,
    periodStart: { type: Date, default: null },
    dataSource: text,
    sourceReferenceId: text,
    rationale: text,
    horizonId: text,
    isManualOverride: flag,
    overrideComment: text,
    reading: { type: Object, default: null },
    expectedValue: number,
    exceedsThreshold: flag,
    triggersReplan: flag,
    adjustmentId: text,
    recordedBy: { type: String, required: true },
  },
  {
    keepsDeleted: true,
    // Those for pages end with the id, as the order of every page does.
    indexes: [
      { keys: { tenantId: 1, deletedAt: 1, measureId: 1, date: -1, place: -1, _id: -1 } },
      { keys: { tenantId: 1, deletedAt: 1, measureId: 1, subtype: 1, date: -1, place: -1, _id: -1 } },
      { keys: { tenantId: 1, deletedAt: 1, measureId: 1, subtype: 1, place: -1 } },
      { keys: { tenantId: 1, deletedAt: 1, measureId: 1, subtype: 1, always: 1, place: -1 } },
      { keys: { tenantId: 1, deletedAt: 1, measureId: 1, 'reading.month': -1, _id: -1 } },
    ],
  },
);

export const revisions = defineCollection<Revision>(
  'revisions',
  {
    entryId: { type: String, required: true },
    value: { type: Number, required: true },
    comment: text,
    changedBy: { type: String, required: true },
  },
  { indexes: [{ keys: { tenantId: 1, entryId: 1, createdAt: 1 } }] },
);
