/** Trading a refresh token for a new pair. Source: account.yaml, endpoint refreshToken and tokens.rotation. */
import { DomainError } from '../../../common/errors';
import type { AccountWork, Context } from '../context';
import type { RefreshSessionPayload } from '../schema.generated';
import type { TenantRow } from '../tenants/model';
import { claimsOf } from '../tokens/claims';
import type { UserRow } from '../users/model';
import { sessionRevoked } from './activity';
import { continueSession, endSession } from './lifecycle';
import { hashOf } from '../tokens/opaque';
import { usabilityOf } from './usability';

interface Renewal {
  readonly refreshToken: string;
  readonly user: UserRow;
  readonly tenant: TenantRow;
}

/** Throws INVALID_TOKEN for a token that is unknown, expired, revoked, or spent longer ago than the grace period. */
export async function refresh(context: Context, refreshToken: string): Promise<RefreshSessionPayload> {
  const id = hashOf(refreshToken);
  const platform = context.asPlatform('a refresh token stands for its bearer');
  const token = await platform.data.refreshTokens.load(id);
  if (!token) throw new DomainError('INVALID_TOKEN');
  const { clock, services } = context;
  const now = clock.now();
  const renewal = await platform.write(token.tenantId, token.userId, (work) =>
    renew(work, id, now, services.settings.refreshGraceSeconds),
  );
  if (!renewal) throw new DomainError('INVALID_TOKEN');
  const accessToken = await services.issueAccessToken(claimsOf(renewal.user, renewal.tenant, now));
  return { accessToken, refreshToken: renewal.refreshToken };
}

/** Undefined where the token is no good. Does not throw then, for a revocation has to be kept. */
async function renew(
  work: AccountWork,
  tokenId: string,
  now: Date,
  graceSeconds: number,
): Promise<Renewal | undefined> {
  const token = await work.data.refreshTokens.load(tokenId);
  if (!token) return undefined;
  const usability = usabilityOf(token, now, graceSeconds);
  if (usability === 'reused') {
    await endSession(work, token, now);
    work.record(sessionRevoked(token.sessionId));
  }
  if (usability !== 'usable') return undefined;
  const user = await work.data.users.load(token.userId);
  const tenant = await work.data.tenants.load(token.tenantId);
  if (user?.status !== 'ACTIVE' || !tenant) return undefined;
  const refreshToken = await continueSession(work, token, now);
  return refreshToken === undefined ? undefined : { refreshToken, user, tenant };
}
