/** Creating one user inside a write. Source: account.yaml, endpoint register. */
import { newId } from '../../../common/ids';
import type { AccountWork } from '../context';
import type { Passwords } from '../credentials/passwords';
import { emailKey } from '../users/email';
import type { UserRow } from '../users/model';
import { userRegistered } from './activity';
import { nextNumber } from './numbers';
import { addressTaken } from './taken-address';

/** A user to be. */
export interface NewUser {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone?: string | null | undefined;
  /** Whether the address has to be confirmed before the first sign-in. */
  readonly isPending?: boolean;
  readonly isPlatformAdmin?: boolean;
}

/** A user to be whose id is chosen and whose password is hashed. */
export interface PreparedUser extends Omit<NewUser, 'password'> {
  readonly id: string;
  readonly passwordHash: string;
}

/** Does what takes time or must not be repeated: a write may be run again. */
export async function prepareUser(
  { password, ...user }: NewUser,
  passwords: Passwords,
): Promise<PreparedUser> {
  return { ...user, id: newId(), passwordHash: await passwords.hash(password) };
}

/** Throws EMAIL_ALREADY_EXISTS. */
export async function createUser(work: AccountWork, tenantId: string, user: PreparedUser): Promise<UserRow> {
  const { data } = work;
  const key = emailKey(user.email);
  if ((await data.users.count({ emailKey: key })) > 0) throw addressTaken();
  const created = await data.users.insert({
    id: user.id,
    tenantId,
    number: await nextNumber(data.numbers, 'users'),
    email: user.email.trim(),
    emailKey: key,
    firstName: user.firstName.trim(),
    lastName: user.lastName.trim(),
    avatarUrl: null,
    phone: user.phone ?? null,
    status: user.isPending ? 'PENDING' : 'ACTIVE',
    emailVerified: !user.isPending,
    preferences: {},
    isPlatformAdmin: user.isPlatformAdmin ?? false,
  });
  await data.credentials.insert({ id: user.id, tenantId, passwordHash: user.passwordHash });
  work.record(userRegistered(created));
  return created;
}
