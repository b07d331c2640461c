/** How a session begins, goes on and ends, inside a write. Source: account.yaml, tokens. */
import { newId } from '../../../common/ids';
import type { AccountWork } from '../context';
import type { UserRow } from '../users/model';
import type { RefreshTokenRow } from './model';
import { hashOf, newRefreshToken } from '../tokens/opaque';

const LIFETIME_DAYS = 30;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

const expiryAt = (now: Date): Date => new Date(now.getTime() + LIFETIME_DAYS * DAY_MILLISECONDS);

/** Begins a session and answers its first refresh token. What of the user's older sessions has expired is removed. */
export async function beginSession(work: AccountWork, user: UserRow, now: Date): Promise<string> {
  const { id: userId, tenantId } = user;
  const expired = { tenantId, userId, expiresAt: { $lte: now } };
  await work.data.refreshTokens.remove(expired, now);
  await work.data.sessions.remove(expired, now);
  const session = { id: newId(), userId, tenantId, expiresAt: expiryAt(now), refreshes: 0 };
  await work.data.sessions.insert(session);
  return addToken(work, { sessionId: session.id, userId, tenantId }, now);
}

/** Spends a token and answers the next one of its session; undefined where the session has ended meanwhile. */
export async function continueSession(
  work: AccountWork,
  token: RefreshTokenRow,
  now: Date,
): Promise<string | undefined> {
  const { sessionId, tenantId } = token;
  const session = await work.data.sessions.update(
    { _id: sessionId, tenantId },
    { $set: { expiresAt: expiryAt(now) }, $inc: { refreshes: 1 } },
  );
  if (!session) return undefined;
  await work.data.refreshTokens.update(
    { _id: token.id, tenantId, spentAt: null },
    { $set: { spentAt: now } },
  );
  return addToken(work, token, now);
}

/** Ends a session: none of its tokens works any more, whether spent or not. */
export async function endSession(work: AccountWork, token: RefreshTokenRow, now: Date): Promise<void> {
  const { sessionId, tenantId } = token;
  await work.data.sessions.remove({ _id: sessionId, tenantId }, now);
  await work.data.refreshTokens.remove({ sessionId, tenantId }, now);
}

/** Ends all sessions of a user. */
export async function endAllSessions(
  work: AccountWork,
  { id: userId, tenantId }: UserRow,
  now: Date,
): Promise<void> {
  await work.data.sessions.remove({ userId, tenantId }, now);
  await work.data.refreshTokens.remove({ userId, tenantId }, now);
}

type TokenOwner = Pick<RefreshTokenRow, 'sessionId' | 'userId' | 'tenantId'>;

async function addToken(
  work: AccountWork,
  { sessionId, userId, tenantId }: TokenOwner,
  now: Date,
): Promise<string> {
  const token = newRefreshToken();
  await work.data.refreshTokens.insert({
    id: hashOf(token),
    sessionId,
    userId,
    tenantId,
    expiresAt: expiryAt(now),
    spentAt: null,
  });
  return token;
}
