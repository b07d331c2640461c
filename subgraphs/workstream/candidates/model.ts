/** A candidate as it is stored. Source: workstream.yaml, shape Candidate. */
import { defineCollection, type Row } from '../../common/collections';
import type { Connection } from '../../common/paging';
import {
  byNumber,
  type NumberedRecord,
  numberedMembers,
  optionalMoment,
  optionalNumber,
  optionalText,
} from '../numbered';

export type CandidateStatus = 'NEW' | 'TRIAGED' | 'NURTURE' | 'ON_HOLD' | 'PROMOTED' | 'ARCHIVED';
export type ValueBand = 'HIGH' | 'MEDIUM' | 'LOW';

export interface Candidate extends NumberedRecord {
  readonly title: string | null;
  readonly oneLinerScope: string | null;
  readonly status: CandidateStatus;
  readonly valueBand: ValueBand | null;
  readonly confidence: number | null;
  readonly nextStep: string | null;
  readonly ownerNumber: number | null;
  readonly contactNumber: number | null;
  readonly clientNumber: number | null;
  readonly problemNumber: number | null;
  readonly solutionNumber: number | null;
  /** The ids of the signals that it came from. */
  readonly signalIds: readonly string[];
  readonly lastTouchAt: Date | null;
}

export type CandidateRow = Row<Candidate>;
export type CandidatePage = Connection<CandidateRow>;

const ORDER = { lastTouchAt: -1, createdAt: -1, _id: -1 } as const;

export const candidates = defineCollection<Candidate>(
  'candidates',
  {
    ...numberedMembers,
    title: optionalText,
    oneLinerScope: optionalText,
    status: { type: String, required: true },
    valueBand: optionalText,
    confidence: optionalNumber,
    nextStep: optionalText,
    ownerNumber: optionalNumber,
    contactNumber: optionalNumber,
    clientNumber: optionalNumber,
    problemNumber: optionalNumber,
    solutionNumber: optionalNumber,
    signalIds: { type: [String], default: [] },
    lastTouchAt: optionalMoment,
  },
  {
    indexes: [
      byNumber,
      { keys: { tenantId: 1, createdAt: -1 } },
      { keys: { tenantId: 1, ...ORDER } },
      { keys: { tenantId: 1, status: 1, ...ORDER } },
      { keys: { tenantId: 1, ownerNumber: 1, ...ORDER } },
      { keys: { tenantId: 1, signalIds: 1 } },
    ],
  },
);
