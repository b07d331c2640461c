/** Creating one user inside a write. Source: account.yaml, endpoints register and loginWithGoogle. */
import { newId } from '../../../common/ids';
import type { AccountWork } from '../context';
import type { Passwords } from '../credentials/passwords';
import { emailKey } from '../users/email';
import type { User, UserRow } from '../users/model';
import { userRegistered } from './activity';
import { nextNumber } from './numbers';
import { addressTaken } from './taken-address';

/** A user to be. */
export interface NewUser {
  /** Null where a sign-in provider vouches for none. */
  readonly email: string | null;
  /** Absent for users who sign in elsewhere. */
  readonly password?: string;
  /** Who the user is to a sign-in provider; the id of an identity. */
  readonly identity?: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone?: string | null | undefined;
  readonly avatarUrl?: string | null;
  /** Whether the address has to be confirmed before the first sign-in. */
  readonly isPending?: boolean;
  readonly isPlatformAdmin?: boolean;
}

/** A user to be whose id is chosen and whose password is hashed. */
export interface PreparedUser extends Omit<NewUser, 'password'> {
  readonly id: string;
  readonly passwordHash: string | undefined;
}

/** Does what takes time or must not be repeated: a write may be run again. */
export async function prepareUser(
  { password, ...user }: NewUser,
  passwords: Passwords,
): Promise<PreparedUser> {
  const passwordHash = password === undefined ? undefined : await passwords.hash(password);
  return { ...user, id: newId(), passwordHash };
}

/** Throws EMAIL_ALREADY_EXISTS. */
export async function createUser(work: AccountWork, tenantId: string, user: PreparedUser): Promise<UserRow> {
  const { data } = work;
  const address = await freeAddress(work, user.email);
  const created = await data.users.insert({
    id: user.id,
    tenantId,
    number: await nextNumber(data.numbers, 'users'),
    ...address,
    firstName: user.firstName.trim(),
    lastName: user.lastName.trim(),
    avatarUrl: user.avatarUrl ?? null,
    phone: user.phone ?? null,
    status: user.isPending ? 'PENDING' : 'ACTIVE',
    emailVerified: user.email !== null && !user.isPending,
    preferences: {},
    isPlatformAdmin: user.isPlatformAdmin ?? false,
  });
  const { id: userId, passwordHash, identity } = user;
  if (passwordHash) await data.credentials.insert({ id: userId, tenantId, passwordHash });
  if (identity) await data.identities.insert({ id: identity, tenantId, userId });
  work.record(userRegistered(created));
  return created;
}

/** The members of a user that hold the address. Throws EMAIL_ALREADY_EXISTS. */
async function freeAddress(
  { data }: AccountWork,
  email: string | null,
): Promise<Pick<User, 'email' | 'emailKey'>> {
  if (email === null) return { email };
  const key = emailKey(email);
  if ((await data.users.count({ emailKey: key })) > 0) throw addressTaken();
  return { email: email.trim(), emailKey: key };
}
