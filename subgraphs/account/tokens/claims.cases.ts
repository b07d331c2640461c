import { claims } from '../../../common/viewer';
import type { TenantRow } from '../tenants/model';
import type { UserRow } from '../users/model';
import { claimsOf } from './claims';

const now = new Date('2026-01-15T10:00:00.000Z');
const stored = { tenantId: 'tenant', createdAt: now, updatedAt: now };

const user: UserRow = {
  ...stored,
  id: 'user',
  number: 7,
  email: 'Grace@Example.com',
  emailKey: 'grace@example.com',
  firstName: 'Grace',
  lastName: 'Hopper',
  avatarUrl: null,
  phone: null,
  status: 'ACTIVE',
  emailVerified: true,
  preferences: {},
  isPlatformAdmin: false,
};

const tenant: TenantRow = {
  ...stored,
  id: 'tenant',
  name: "Grace's organisation",
  orgId: 3,
  ownerId: 'user',
  trialEndsAt: new Date('2026-01-29T10:00:00.000Z'),
};

describe('the claims of a token', () => {
  it('are exactly the documented ones', () => {
    const made = claimsOf(user, tenant, now);
    expect(claims.strict().parse(made)).toEqual(made);
    expect(made).toMatchObject({
      user_id: 'user',
      user_number: 7,
      tenant_id: 'tenant',
      org_id: 3,
      username: 'Grace@Example.com',
      role: 'user',
      user_status: 'Active',
      email_verified: true,
      is_tenant_owner: true,
    });
  });

  it('name an administrator of the platform', () => {
    expect(claimsOf({ ...user, isPlatformAdmin: true }, tenant, now).role).toBe('admin');
  });

  it('tell an owner from the others', () => {
    expect(claimsOf({ ...user, id: 'another' }, tenant, now).is_tenant_owner).toBe(false);
  });

  it('have what the trial gives, and what Starter gives after it', () => {
    expect(claimsOf(user, tenant, now).limits).toMatchObject({ goals: 100, actions: null });
    expect(claimsOf(user, tenant, tenant.trialEndsAt).limits).toMatchObject({ goals: 10, actions: null });
  });

  it('fall back to the id where there is no address', () => {
    expect(claimsOf({ ...user, email: null }, tenant, now).username).toBe('user');
  });
});
