/**
 * Who calls: the token of the Authorization header, held against X-Tenant-Id. What goes on to the subgraphs is the
 * token itself; each verifies it again. Source: contract README, rows 1 and 2.
 */
import type { Clock } from '../../common/clock';
import { DomainError } from '../../common/errors';
import { EVENT_STREAM } from '../../common/event-stream';
import { bearerToken, type VerifyToken } from '../../common/tokens';
import type { Viewer } from '../../common/viewer';
import type { Expiry, Failure } from '../federation';

/** The headers that say who calls. */
export interface IdentityHeaders {
  readonly authorization?: string | undefined;
  /** X-Tenant-Id; may be missing, for the token names the tenant. */
  readonly tenant?: string | undefined;
}

/** What of a request may say who calls. */
export interface IdentityRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly query: unknown;
}

export interface Identity {
  readonly viewer: Viewer;
  /** When the access token ends, for what goes on longer than a request. */
  readonly expiry?: Expiry;
  /** Headers for the subgraphs. */
  readonly forward: Readonly<Record<string, string>>;
}

/** Throws UNAUTHORIZED without a valid token, FORBIDDEN where X-Tenant-Id contradicts it. */
export type Identify = (headers: IdentityHeaders) => Promise<Identity>;

const EXPIRED: Failure = {
  message: 'The access token has expired',
  extensions: { code: 'UNAUTHORIZED' },
};

export function createIdentify(verify: VerifyToken, clock: Clock): Identify {
  return async ({ authorization, tenant }) => {
    const token = bearerToken(authorization);
    if (token === undefined) throw new DomainError('UNAUTHORIZED');
    const { viewer, expiresAt } = await verify(token);
    if (tenant !== undefined && tenant !== viewer.tenantId) {
      throw new DomainError('FORBIDDEN', 'X-Tenant-Id is not the tenant of the access token');
    }
    const milliseconds = expiresAt.getTime() - clock.now().getTime();
    const expiry = { milliseconds, failure: EXPIRED };
    return { viewer, expiry, forward: { authorization: `Bearer ${token}` } };
  };
}

/**
 * Who calls, by the headers; where they are missing, by the query of a GET that wants events: the EventSource of a
 * browser sets no headers. Source: common.yaml, realtime (query, queryTwins).
 */
export function identityHeaders({ method, headers, query }: IdentityRequest): IdentityHeaders {
  const authorization = text(headers['authorization']);
  const tenant = text(headers['x-tenant-id']);
  const wantsEvents = text(headers['accept'])?.includes(EVENT_STREAM) === true;
  if (method !== 'GET' || !wantsEvents) return { authorization, tenant };
  const given = query as Readonly<Record<string, unknown>>;
  const token = text(given['access_token']) ?? text(given['accessToken']);
  return {
    authorization: authorization ?? (token === undefined ? undefined : `Bearer ${token}`),
    tenant: tenant ?? text(given['tenant']) ?? text(given['tenantId']),
  };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
