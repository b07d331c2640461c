/** A tenant as it is stored; it is its own tenant. Source: account.yaml, shape TenantInfo, and tiers.rules. */
import { defineCollection, type Row } from '../../common/collections';

export interface Tenant {
  readonly name: string;
  /** The integer id, unique on the platform (Workstream's `org_id`). */
  readonly orgId: number;
  /** The user who owns it. */
  readonly ownerId: string;
  /** The end of the trial that began with it. */
  readonly trialEndsAt: Date;
}

export type TenantRow = Row<Tenant>;

export const tenants = defineCollection<Tenant>(
  'tenants',
  {
    name: { type: String, required: true },
    orgId: { type: Number, required: true },
    ownerId: { type: String, required: true },
    trialEndsAt: { type: Date, required: true },
  },
  { indexes: [{ keys: { orgId: 1 }, options: { unique: true } }] },
);
