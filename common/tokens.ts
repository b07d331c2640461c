/** Verification of access tokens: signature, lifetime and claims. Whoever verifies needs public keys only. */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
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
  const payload = await readPayload(token, keys, clock);
  const parsed = claims.safeParse(payload);
  if (!parsed.success) throw expired();
  return { viewer: viewerOf(parsed.data), expiresAt: new Date((payload.exp ?? 0) * 1000) };
}

async function readPayload(token: string, keys: KeySource, clock: Clock): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: TOKEN_ISSUER,
      algorithms: [TOKEN_ALGORITHM],
      requiredClaims: ['exp'],
      currentDate: clock.now(),
    });
    return payload;
  } catch (fault) {
    if (saysTokenIsBad(fault)) throw expired();
    // Keys that cannot be read say nothing about the token: the caller must not be sent to sign in again.
    throw new DomainError('SERVICE_UNAVAILABLE', 'The keys of the access tokens cannot be read');
  }
}

/** Whether a fault of jose says that the token is no good, and not that its keys cannot be read. */
export const saysTokenIsBad = (fault: unknown): boolean =>
  /^ERR_(JWT_|JWS_|JOSE_ALG_|JOSE_NOT_SUPPORTED|JWKS_NO_MATCHING_KEY)/.test(
    String((fault as { code?: unknown }).code),
  );

const expired = (): DomainError =>
  new DomainError('UNAUTHORIZED', 'The access token is missing, invalid or expired');

/** The token of an `Authorization: Bearer …` header, if there is one. */
export function bearerToken(authorization: string | undefined): string | undefined {
  const match = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '');
  return match?.[1];
}
