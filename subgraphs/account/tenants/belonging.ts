/** The tenant that something in an answer belongs to. */
import type { Context } from '../context';
import type { FoundationRow } from './foundation';
import type { TenantRow } from './model';

/**
 * The data that holds a tenant. Signing in and registering answer with objects of a tenant for which the request has
 * no token yet, or a stale one of another; whoever holds such an object has already been let through to it.
 */
function dataOf(context: Context, tenantId: string): Pick<Context['data'], 'tenants' | 'foundations'> {
  if (context.isSignedIn && context.viewer.tenantId === tenantId) return context.data;
  return context.asPlatform('a fresh session shows its own tenant').data;
}

/** The tenant of a record. */
export async function tenantOf({ tenantId }: { tenantId: string }, context: Context): Promise<TenantRow> {
  const tenant = await dataOf(context, tenantId).tenants.load(tenantId);
  if (!tenant) throw new Error(`The tenant ${tenantId} of a record does not exist`);
  return tenant;
}

/** The business foundation of a tenant. */
export async function foundationOf(tenant: TenantRow, context: Context): Promise<FoundationRow> {
  const foundation = await dataOf(context, tenant.id).foundations.load(tenant.id);
  if (!foundation) throw new Error(`The tenant ${tenant.id} has no business foundation`);
  return foundation;
}
