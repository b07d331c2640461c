/**
 * ID tokens of Google: who somebody is, in the words of Google. Source: account.yaml, endpoint loginWithGoogle; Google's
 * "Verify the Google ID token on your server side" for issuers and claims.
 */
import { createRemoteJWKSet, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../../common/clock';
import { DomainError } from '../../../common/errors';
import { saysTokenIsBad } from '../../../common/tokens';

const ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];

const claims = z.object({
  sub: z.string().min(1),
  email: z.string().optional(),
  // Google has been seen to send it as a text.
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
  name: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  picture: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .optional()
    .catch(undefined),
});

/** A Google account. */
export interface GoogleAccount {
  /** Never changes, unlike the address. */
  readonly subject: string;
  /** Null unless Google vouches that it is the bearer's. */
  readonly email: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly picture: string | null;
}

/** Whose token it is. Throws INVALID_TOKEN, and SERVICE_UNAVAILABLE when Google's keys cannot be read. */
export type VerifyGoogleToken = (idToken: string) => Promise<GoogleAccount>;

export interface GoogleOptions {
  readonly clientId: string | undefined;
  readonly jwksUrl: string;
  readonly clock: Clock;
}

export function createGoogleVerifier({ clientId, jwksUrl, clock }: GoogleOptions): VerifyGoogleToken {
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  return async (idToken) => {
    // Without a client there is nobody whom a token could be made for.
    if (clientId === undefined) throw new DomainError('INVALID_TOKEN');
    const parsed = claims.safeParse(await readPayload(idToken, keys, clientId, clock));
    if (!parsed.success) throw new DomainError('INVALID_TOKEN');
    return accountOf(parsed.data);
  };
}

async function readPayload(
  idToken: string,
  keys: JWTVerifyGetKey,
  audience: string,
  clock: Clock,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(idToken, keys, {
      issuer: ISSUERS,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'sub'],
      currentDate: clock.now(),
    });
    return payload;
  } catch (fault) {
    if (saysTokenIsBad(fault)) throw new DomainError('INVALID_TOKEN');
    throw new DomainError('SERVICE_UNAVAILABLE', 'The keys of Google cannot be read; try again later');
  }
}

const LONGEST_NAME = 100;

function accountOf(token: z.infer<typeof claims>): GoogleAccount {
  const email = token.email_verified === true ? (token.email ?? null) : null;
  const firstName = token.given_name || token.name || email?.split('@')[0] || 'Somebody';
  return {
    subject: token.sub,
    email,
    firstName: firstName.slice(0, LONGEST_NAME),
    lastName: (token.family_name ?? '').slice(0, LONGEST_NAME),
    picture: token.picture ?? null,
  };
}
