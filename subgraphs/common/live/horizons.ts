/** Up to where the log has let go of rows: of a goal's, and of the whole tenant's. */
import { defineCollection } from '../collections';

export interface Horizon {
  /** Null for the whole log of the tenant. */
  readonly goalId: string | null;
  readonly seq: number;
}

export const horizons = defineCollection<Horizon>(
  'horizons',
  { goalId: { type: String, default: null }, seq: { type: Number, required: true } },
  { indexes: [{ keys: { tenantId: 1, goalId: 1 }, options: { unique: true } }] },
);
