/** A pursuit as it is stored. Source: workstream.yaml, shape Pursuit; one for each candidate. */
import { defineCollection, type Row } from '../../common/collections';
import { byNumber, type NumberedRecord, numberedMembers, optionalNumber } from '../numbered';

export type PursuitStage = 'QUAL' | 'PINK' | 'RED' | 'SUBMIT' | 'WON' | 'LOST';

export interface Pursuit extends NumberedRecord {
  readonly candidateId: string;
  readonly stage: PursuitStage;
  readonly captureLeadNumber: number | null;
}

export type PursuitRow = Row<Pursuit>;

export const pursuits = defineCollection<Pursuit>(
  'pursuits',
  {
    ...numberedMembers,
    candidateId: { type: String, required: true },
    stage: { type: String, required: true },
    captureLeadNumber: optionalNumber,
  },
  {
    indexes: [
      byNumber,
      { keys: { tenantId: 1, candidateId: 1 }, options: { unique: true } },
      { keys: { tenantId: 1, createdAt: -1 } },
    ],
  },
);
