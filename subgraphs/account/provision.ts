/** A tenant with its users, all in one write: what registering does, and what sets up a tenant for demonstration. */
import { newId } from '../../common/ids';
import type { AccountWork, Context } from './context';
import { createTenant } from './registration/create-tenant';
import { createUser, type NewUser, prepareUser } from './registration/create-user';
import { addressTaken, isTakenAddress } from './registration/taken-address';
import { beginSession } from './sessions/lifecycle';
import type { Foundation } from './tenants/foundation';
import type { TenantRow } from './tenants/model';
import type { UserRow } from './users/model';

/** A tenant to be, with everybody who belongs to it from the start. */
export interface TenantRequest {
  readonly owner: NewUser;
  readonly members?: readonly NewUser[];
  /** Named after its owner where absent. */
  readonly name?: string;
  readonly foundation?: Partial<Foundation>;
  /** Whether the owner is signed in at once. */
  readonly beginsSession?: boolean;
  /** What else belongs into the write. */
  readonly also?: (work: AccountWork) => Promise<void>;
}

export interface ProvisionedTenant {
  readonly tenant: TenantRow;
  readonly owner: UserRow;
  readonly members: readonly UserRow[];
  /** The first one of the owner's session, where one was begun. */
  readonly refreshToken: string | undefined;
}

/** Creates all of it, or nothing. Throws EMAIL_ALREADY_EXISTS. */
export async function provisionTenant(context: Context, request: TenantRequest): Promise<ProvisionedTenant> {
  const { passwords } = context.services;
  const now = context.clock.now();
  const owner = await prepareUser(request.owner, passwords);
  const members = await Promise.all((request.members ?? []).map((member) => prepareUser(member, passwords)));
  const tenant = {
    id: newId(),
    ownerId: owner.id,
    name: request.name ?? `${owner.firstName.trim()}'s organisation`,
    foundation: request.foundation ?? {},
  };
  const platform = context.asPlatform('a tenant that is being created is in sight of nobody yet');
  const created = platform.write(tenant.id, owner.id, async (work) => {
    const ownerRow = await createUser(work, tenant.id, owner);
    const memberRows: UserRow[] = [];
    for (const member of members) memberRows.push(await createUser(work, tenant.id, member));
    const tenantRow = await createTenant(work, tenant, now);
    await request.also?.(work);
    const refreshToken = request.beginsSession ? await beginSession(work, ownerRow, now) : undefined;
    return { tenant: tenantRow, owner: ownerRow, members: memberRows, refreshToken };
  });
  return created.catch((fault: unknown) => {
    throw isTakenAddress(fault) ? addressTaken() : fault;
  });
}
