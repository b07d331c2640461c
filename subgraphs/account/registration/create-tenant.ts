/** Creating one tenant, without its users, inside a write. Source: account.yaml, endpoint register and tiers.rules. */
import type { AccountWork } from '../context';
import { trialEnd } from '../subscriptions/entitlements';
import { EMPTY_FOUNDATION, type Foundation } from '../tenants/foundation';
import type { TenantRow } from '../tenants/model';
import { nextNumber } from './numbers';

/** A tenant to be. */
export interface NewTenant {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** What is already known of the business. */
  readonly foundation?: Partial<Foundation>;
}

/** Its trial begins now. */
export async function createTenant(work: AccountWork, tenant: NewTenant, now: Date): Promise<TenantRow> {
  const { id, name, ownerId, foundation } = tenant;
  const orgId = await nextNumber(work.data.numbers, 'organisations');
  await work.data.foundations.insert({ ...EMPTY_FOUNDATION, ...foundation, id, tenantId: id });
  return work.data.tenants.insert({ id, tenantId: id, name, ownerId, orgId, trialEndsAt: trialEnd(now) });
}
