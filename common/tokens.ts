/** Verification of access tokens: signature, lifetime and claims. Whoever verifies needs public keys only. */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { LRUCache } from 'lru-cache';
import type { Clock } from './clock';
import { DomainError } from './errors';
import { claims, viewerOf, type Viewer } from './viewer';

export const TOKEN_ISSUER = 'purposepath-account';
export const TOKEN_ALGORITHM = 'EdDSA';

const REMEMBERED_TOKENS = 10_000;

/** What a valid token says, and until when. */
export interface VerifiedToken {
  readonly viewer: Viewer;
  readonly expiresAt: Date;
}

/** Answers whose token it is; throws UNAUTHORIZED for one that is malformed, expired or signed by someone else. */
export type VerifyToken = (token: string) => Promise<VerifiedToken>;

export type KeySource = JWTVerifyGetKey;

/** Keys that are at hand, for instance those of an Account service in the same process. */
export const keysAtHand = (jwks: () => Promise<JSONWebKeySet>): KeySource => {
  return async (header, token) => createLocalJWKSet(await jwks())(header, token);
};

/** Keys published at an address; fetched when an unknown key id appears, at most every 30 seconds. */
export const keysAt = (url: string): KeySource => createRemoteJWKSet(new URL(url));

export function createTokenVerifier(keys: KeySource, clock: Clock): VerifyToken {
  // Signatures are costly and every service verifies for itself: a token is checked once, its lifetime each time.
  const verified = new LRUCache<string, VerifiedToken>({ max: REMEMBERED_TOKENS });

  return async (token) => {
    const known = verified.get(token) ?? (await verify(token, keys, clock));
    if (known.expiresAt.getTime() <= clock.now().getTime()) throw expired();
    verified.set(token, known);
    return known;
  };
}

async function verify(token: string, keys: KeySource, clock: Clock): Promise<VerifiedToken> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: TOKEN_ISSUER,
      algorithms: [TOKEN_ALGORITHM],
      requiredClaims: ['exp'],
      currentDate: clock.now(),
    });
    return { viewer: viewerOf(claims.parse(payload)), expiresAt: new Date((payload.exp ?? 0) * 1000) };
  } catch (fault) {
    if (isUnreachable(fault))
      throw new DomainError('SERVICE_UNAVAILABLE', 'The keys of the access tokens cannot be read');
    throw expired();
  }
}

/** Keys that cannot be fetched say nothing about the token: the caller must not be sent to sign in again. */
function isUnreachable(fault: unknown): boolean {
  const code = (fault as { code?: string }).code;
  return fault instanceof TypeError || code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JOSE_GENERIC';
}

const expired = (): DomainError =>
  new DomainError('UNAUTHORIZED', 'The access token is missing, invalid or expired');

/** The token of an `Authorization: Bearer …` header, if there is one. */
export function bearerToken(authorization: string | undefined): string | undefined {
  const match = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '');
  return match?.[1];
}
