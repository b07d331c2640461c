/** What an access token says about its bearer. Source: account.yaml, tokens.claims. */
import type { Claims } from '../../../common/viewer';
import { entitlementsOf } from '../subscriptions/entitlements';
import type { TenantRow } from '../tenants/model';
import type { UserRow, UserStatus } from '../users/model';

const STATUS_SPELLING: Readonly<Record<UserStatus, string>> = {
  PENDING: 'Pending',
  ACTIVE: 'Active',
  INACTIVE: 'Inactive',
};

export function claimsOf(user: UserRow, tenant: TenantRow, now: Date): Claims {
  const { features, limits } = entitlementsOf(tenant, now);
  return {
    user_id: user.id,
    user_number: user.number,
    tenant_id: tenant.id,
    org_id: tenant.orgId,
    username: user.email ?? user.id,
    role: user.isPlatformAdmin ? 'admin' : 'user',
    user_status: STATUS_SPELLING[user.status],
    email_verified: user.emailVerified,
    is_tenant_owner: tenant.ownerId === user.id,
    features: [...features],
    limits: { ...limits },
  };
}
