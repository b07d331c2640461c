/** Signing in with Google. Source: account.yaml, endpoint loginWithGoogle and emailVerification. */
import { DomainError } from '../../../common/errors';
import type { AccountWork, Context } from '../context';
import { googleIdentity } from '../identities/model';
import { provisionTenant } from '../provision';
import { isDuplicateKey } from '../registration/taken-address';
import { beginSession } from '../sessions/lifecycle';
import { type StartedSession, startedSession } from '../sessions/started-session';
import { tenantOf } from '../tenants/belonging';
import { emailKey } from '../users/email';
import type { UserRow } from '../users/model';
import { identityLinked } from './activity';
import type { GoogleAccount } from './token';

type Platform = ReturnType<Context['asPlatform']>;

/** Throws INVALID_TOKEN, FORBIDDEN for a user who was deactivated, and SERVICE_UNAVAILABLE. */
export async function signInWithGoogle(context: Context, idToken: string): Promise<StartedSession> {
  const google = await context.services.verifyGoogleToken(idToken);
  try {
    return await signIn(context, google);
  } catch (fault) {
    // Somebody came first: another request with the same account, or a registration. Now it is known.
    if (!isTaken(fault)) throw fault;
    return signIn(context, google);
  }
}

const isTaken = (fault: unknown): boolean =>
  isDuplicateKey(fault) || (fault instanceof DomainError && fault.code === 'EMAIL_ALREADY_EXISTS');

async function signIn(context: Context, google: GoogleAccount): Promise<StartedSession> {
  const platform = context.asPlatform('whoever signs in with Google is known by that account only');
  const identity = await platform.data.identities.load(googleIdentity(google.subject));
  if (identity) {
    const user = await platform.data.users.load(identity.userId);
    if (!user) throw new DomainError('INVALID_TOKEN');
    return enter(context, platform, user, (work) => copyPicture(work, user, google));
  }
  const owner = google.email && (await platform.data.users.findOne({ emailKey: emailKey(google.email) }));
  if (owner && canBeLinked(owner)) {
    return enter(context, platform, owner, (work) => link(work, owner, google, context.clock.now()));
  }
  return join(context, owner ? { ...google, email: null } : google);
}

/** Not the user of an address that was never proven: whoever owns that user may be somebody else. */
const canBeLinked = ({ emailVerified, status }: UserRow): boolean => emailVerified || status === 'PENDING';

/** A session of a user who is there already. */
async function enter(
  context: Context,
  platform: Platform,
  user: UserRow,
  change: (work: AccountWork) => Promise<UserRow>,
): Promise<StartedSession> {
  if (user.status === 'INACTIVE') throw new DomainError('FORBIDDEN', 'This user is deactivated');
  const now = context.clock.now();
  const begun = await platform.write(user.tenantId, user.id, async (work) => {
    const changed = await change(work);
    return { user: changed, refreshToken: await beginSession(work, changed, now) };
  });
  return startedSession(context, { ...begun, tenant: await tenantOf(user, context) });
}

async function copyPicture(work: AccountWork, user: UserRow, { picture }: GoogleAccount): Promise<UserRow> {
  if (user.avatarUrl !== null || picture === null) return user;
  const { id, tenantId } = user;
  const change = { $set: { avatarUrl: picture } };
  return (await work.data.users.update({ _id: id, tenantId, avatarUrl: null }, change)) ?? user;
}

/**
 * From now on the Google account signs in as this user. Google vouches for the address, so that it is confirmed; a
 * password that was chosen before that may be a stranger's, who registered the address in advance, and goes.
 */
async function link(work: AccountWork, user: UserRow, google: GoogleAccount, now: Date): Promise<UserRow> {
  const { id, tenantId } = user;
  await work.data.identities.insert({ id: googleIdentity(google.subject), tenantId, userId: id });
  work.record(identityLinked(user));
  if (user.status !== 'PENDING') return copyPicture(work, user, google);
  await work.data.credentials.remove({ _id: id, tenantId }, now);
  const confirmed = { status: 'ACTIVE', emailVerified: true };
  const changed = await work.data.users.update({ _id: id, tenantId }, { $set: confirmed });
  return copyPicture(work, changed ?? user, google);
}

/** A new user with a tenant of its own. */
async function join(context: Context, google: GoogleAccount): Promise<StartedSession> {
  const { email, firstName, lastName, picture, subject } = google;
  const { owner, tenant, refreshToken } = await provisionTenant(context, {
    owner: { email, firstName, lastName, avatarUrl: picture, identity: googleIdentity(subject) },
    beginsSession: true,
  });
  if (refreshToken === undefined) throw new Error('the session of a new user was not begun');
  return startedSession(context, { user: owner, tenant, refreshToken });
}
