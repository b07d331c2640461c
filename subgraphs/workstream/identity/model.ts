/** What was found out about the sender of a signal, as it is stored. Source: workstream.yaml, shape IdentityResolution. */
import { Schema } from 'mongoose';
import { optionalNumber } from '../numbered';

/** How it was found out. */
export type Method = 'AUTO_RESOLVED' | 'MANUAL_RESOLVED' | 'UNRESOLVED';

export interface Resolution {
  readonly contactNumber: number | null;
  readonly clientNumber: number | null;
  /** 0 to 1: the highest confidence among the keys that took part, 0 when there is none. */
  readonly confidence: number;
  readonly method: Method;
}

export const resolution = new Schema<Resolution>(
  {
    contactNumber: optionalNumber,
    clientNumber: optionalNumber,
    confidence: { type: Number, required: true },
    method: { type: String, required: true },
  },
  { _id: false },
);
