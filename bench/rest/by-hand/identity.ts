/** Who calls: the access token, verified with the keys that the house publishes, and held against X-Tenant-Id. */
import type { FastifyRequest } from 'fastify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { otherTenant, unauthorized } from './refusals';

const REMEMBERED_TOKENS = 10_000;
const MILLISECONDS = 1000;

export interface Caller {
  readonly userId: string;
  readonly tenantId: string;
  /** How many goals the subscription allows; null is any number. */
  readonly goalLimit: number | null;
}

export type Identify = (request: FastifyRequest) => Promise<Caller>;

export function createIdentify(jwksUrl: string): Identify {
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  // A signature costs more than all the rest of a small request. What is remembered ends with the token.
  const verified = new LRUCache<string, Caller>({ max: REMEMBERED_TOKENS });

  const verify = async (token: string): Promise<Caller> => {
    const options = { issuer: 'purposepath-account', algorithms: ['EdDSA'], requiredClaims: ['exp'] };
    const { payload } = await jwtVerify(token, keys, options).catch(() => {
      throw unauthorized();
    });
    const { user_id, tenant_id, limits, exp } = payload as unknown as Claims;
    const caller = { userId: user_id, tenantId: tenant_id, goalLimit: limits.goals };
    verified.set(token, caller, { ttl: exp * MILLISECONDS - performance.timeOrigin - performance.now() });
    return caller;
  };

  return async ({ headers }) => {
    const token = /^Bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) throw unauthorized();
    const caller = verified.get(token) ?? (await verify(token));
    const tenant = headers['x-tenant-id'];
    if (tenant !== undefined && tenant !== caller.tenantId) throw otherTenant();
    return caller;
  };
}

interface Claims {
  readonly user_id: string;
  readonly tenant_id: string;
  readonly limits: { readonly goals: number | null };
  /** Seconds. */
  readonly exp: number;
}
