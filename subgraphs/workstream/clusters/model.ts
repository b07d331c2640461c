/** Clusters of signals as they are stored. Source: workstream.yaml, identity.clustering. */
import { defineCollection } from '../../common/collections';
import { byNumber, type NumberedRecord, numberedMembers } from '../numbered';

export interface Cluster extends NumberedRecord {
  /** The rule by which signals come into it. */
  readonly algorithm: string;
  /** What its signals share. */
  readonly by: 'CLIENT' | 'CONTACT';
  /** The number of that client or contact. */
  readonly of: number;
}

const required = { type: String, required: true };

export const clusters = defineCollection<Cluster>(
  'clusters',
  { ...numberedMembers, algorithm: required, by: required, of: { type: Number, required: true } },
  { indexes: [byNumber, { keys: { tenantId: 1, by: 1, of: 1 }, options: { unique: true } }] },
);
