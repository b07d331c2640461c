/** Whose e-mail address and password these are. Source: account.yaml, endpoint login. */
import { DomainError } from '../../../common/errors';
import type { Context } from '../context';
import { emailKey } from '../users/email';
import type { UserRow } from '../users/model';

/**
 * The user who may sign in with them. An unknown address and a wrong password look alike, in what is said and in how
 * long it takes; the state of a user is told only to who knows the password.
 * Throws INVALID_CREDENTIALS, EMAIL_NOT_VERIFIED, FORBIDDEN.
 */
export async function authenticate(context: Context, email: string, password: string): Promise<UserRow> {
  const { data } = context.asPlatform('whoever signs in is known by address only');
  const user = await data.users.findOne({ emailKey: emailKey(email) });
  const known = user && (await data.credentials.load(user.id));
  const isRight = await context.services.passwords.verify(password, known?.passwordHash);
  if (!user || !isRight) throw new DomainError('INVALID_CREDENTIALS');
  if (user.status === 'PENDING') throw new DomainError('EMAIL_NOT_VERIFIED');
  if (user.status === 'INACTIVE') throw new DomainError('FORBIDDEN', 'This user is deactivated');
  return user;
}
