/** Answers to signals that were sent under a key. Source: workstream.yaml, identity.dedupe (duplicateWhen). */
import { defineCollection } from '../../common/collections';
import { type Resolution, resolution } from '../identity/model';

export interface AnsweredSignal {
  readonly orgId: number;
  readonly key: string;
  readonly answeredAt: Date;
  /** The signal that was made. */
  readonly number: number;
  readonly resolution: Resolution;
}

const number = { type: Number, required: true };

export const answeredSignals = defineCollection<AnsweredSignal>(
  'answeredSignals',
  {
    orgId: number,
    key: { type: String, required: true },
    answeredAt: { type: Date, required: true },
    number,
    resolution: { type: resolution, required: true },
  },
  {
    indexes: [
      { keys: { tenantId: 1, orgId: 1, key: 1 }, options: { unique: true } },
      { keys: { tenantId: 1, answeredAt: 1 } },
    ],
  },
);
