/** What all records of Workstream have that callers know by an integer. Source: workstream.yaml, conventions.ids. */
import type { Index } from '../common/collections';

/** The kinds of records in the pipeline. */
export type ItemType = 'SIGNAL' | 'CANDIDATE' | 'PURSUIT';

export interface NumberedRecord {
  /** The tenant's integer id. */
  readonly orgId: number;
  /** The integer id that callers know, ascending within its kind and organisation. */
  readonly number: number;
}

const integer = { type: Number, required: true };

export const numberedMembers = { orgId: integer, number: integer } as const;

export const byNumber: Index = { keys: { tenantId: 1, number: 1 }, options: { unique: true } };

/** A number, a text or a moment that may be missing. */
export const optionalNumber = { type: Number, default: null };
export const optionalText = { type: String, default: null };
export const optionalMoment = { type: Date, default: null };
