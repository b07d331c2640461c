/** A signal as it is stored. Source: workstream.yaml, shape Signal. */
import { defineCollection, type Row } from '../../common/collections';
import type { Connection } from '../../common/paging';
import { byNumber, type NumberedRecord, numberedMembers, optionalNumber, optionalText } from '../numbered';

export interface Signal extends NumberedRecord {
  readonly sourceType: string;
  readonly sourceRef: string | null;
  readonly snippet: string | null;
  readonly contactNumber: number | null;
  readonly clientNumber: number | null;
  readonly problemPhrase: string | null;
  readonly solutionHint: string | null;
  readonly urgencyScore: number | null;
  readonly dedupeKey: string | null;
  readonly clusterNumber: number | null;
  readonly ownerNumber: number | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly companyDomain: string | null;
}

export type SignalRow = Row<Signal>;
export type SignalPage = Connection<SignalRow>;

export const signals = defineCollection<Signal>(
  'signals',
  {
    ...numberedMembers,
    sourceType: { type: String, required: true },
    sourceRef: optionalText,
    snippet: optionalText,
    contactNumber: optionalNumber,
    clientNumber: optionalNumber,
    problemPhrase: optionalText,
    solutionHint: optionalText,
    urgencyScore: optionalNumber,
    dedupeKey: optionalText,
    clusterNumber: optionalNumber,
    ownerNumber: optionalNumber,
    contactEmail: optionalText,
    contactPhone: optionalText,
    companyDomain: optionalText,
  },
  {
    indexes: [
      byNumber,
      { keys: { tenantId: 1, createdAt: -1, _id: -1 } },
      { keys: { tenantId: 1, sourceType: 1, createdAt: -1, _id: -1 } },
    ],
  },
);
