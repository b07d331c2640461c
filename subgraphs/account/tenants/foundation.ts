/**
 * What a business is about: one record per tenant, under the tenant's id.
 * Source: account.yaml, shape BusinessFoundation.
 */
import { defineCollection, type Row } from '../../common/collections';

export interface Foundation {
  readonly businessName: string | null;
  readonly vision: string | null;
  readonly purpose: string | null;
  readonly coreValues: readonly string[];
  readonly targetMarket: string | null;
  readonly valueProposition: string | null;
}

export type FoundationRow = Row<Foundation>;

const text = { type: String, default: null };

export const foundations = defineCollection<Foundation>('foundations', {
  businessName: text,
  vision: text,
  purpose: text,
  coreValues: { type: [String], default: [] },
  targetMarket: text,
  valueProposition: text,
});

/** That of a business which has not written anything down yet. */
export const EMPTY_FOUNDATION: Foundation = {
  businessName: null,
  vision: null,
  purpose: null,
  coreValues: [],
  targetMarket: null,
  valueProposition: null,
};
