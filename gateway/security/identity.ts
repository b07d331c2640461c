/**
 * Who calls: the token of the Authorization header, held against X-Tenant-Id. What goes on to the subgraphs is the
 * token itself; each verifies it again. Source: contract README, rows 1 and 2.
 */
import { DomainError } from '../../common/errors';
import { bearerToken, type VerifyToken } from '../../common/tokens';
import type { Viewer } from '../../common/viewer';

/** The headers that say who calls. */
export interface IdentityHeaders {
  readonly authorization?: string | undefined;
  /** X-Tenant-Id; may be missing, for the token names the tenant. */
  readonly tenant?: string | undefined;
}

export interface Identity {
  readonly viewer: Viewer;
  /** Headers for the subgraphs. */
  readonly forward: Readonly<Record<string, string>>;
}

/** Throws UNAUTHORIZED without a valid token, FORBIDDEN where X-Tenant-Id contradicts it. */
export type Identify = (headers: IdentityHeaders) => Promise<Identity>;

export function createIdentify(verify: VerifyToken): Identify {
  return async ({ authorization, tenant }) => {
    const token = bearerToken(authorization);
    if (token === undefined) throw new DomainError('UNAUTHORIZED');
    const { viewer } = await verify(token);
    if (tenant !== undefined && tenant !== viewer.tenantId) {
      throw new DomainError('FORBIDDEN', 'X-Tenant-Id is not the tenant of the access token');
    }
    return { viewer, forward: { authorization: `Bearer ${token}` } };
  };
}
