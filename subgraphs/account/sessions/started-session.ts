/** A session as the graph shows it when it begins. Source: account.yaml, shape AuthResult. */
import type { Context } from '../context';
import type { TenantRow } from '../tenants/model';
import { claimsOf } from '../tokens/claims';
import type { UserRow } from '../users/model';

export interface StartedSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly user: UserRow;
  readonly tenant: TenantRow;
}

/** Puts an access token beside the first refresh token of a session. */
export async function startedSession(
  { services, clock }: Context,
  begun: Omit<StartedSession, 'accessToken'>,
): Promise<StartedSession> {
  const accessToken = await services.issueAccessToken(claimsOf(begun.user, begun.tenant, clock.now()));
  return { ...begun, accessToken };
}
