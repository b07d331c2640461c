/** Access tokens: signed, short-lived, verifiable by every service. Source: account.yaml, tokens.access. */
import { SignJWT } from 'jose';
import type { Clock } from '../../../common/clock';
import { newId } from '../../../common/ids';
import { TOKEN_ALGORITHM, TOKEN_ISSUER } from '../../../common/tokens';
import type { Claims } from '../../../common/viewer';
import type { SigningKeys } from './keys';

/** Makes a token that says this, from now on and for its short life. */
export type IssueAccessToken = (claims: Claims) => Promise<string>;

export interface AccessTokenOptions {
  readonly keys: SigningKeys;
  readonly lifetimeSeconds: number;
  readonly clock: Clock;
}

export function createAccessTokenIssuer(options: AccessTokenOptions): IssueAccessToken {
  const { keys, lifetimeSeconds, clock } = options;
  return (claims) => {
    const issuedAt = Math.floor(clock.now().getTime() / 1000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, typ: 'JWT', kid: keys.keyId })
      .setIssuer(TOKEN_ISSUER)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .setJti(newId()) // every refresh answers with a new token, even within one second
      .sign(keys.privateKey);
  };
}
