/** Google as tests need it: keys at an address, and ID tokens that they sign. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { Clock } from '../../../common/clock';

export const GOOGLE_CLIENT_ID = 'purposepath.apps.googleusercontent.com';

const KEY_ID = 'google-1';

export interface TestGoogle {
  readonly jwksUrl: string;
  /** A token that Google vouches for, issued now; claims that are given go before the usual ones. */
  idToken(clock: Clock, claims: JWTPayload, signing?: Signing): Promise<string>;
  stop(): Promise<void>;
}

export interface Signing {
  /** Whether somebody else signs in the name of Google. */
  readonly isForged?: boolean;
}

export async function startGoogle(): Promise<TestGoogle> {
  const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...ours.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`,
    idToken: (clock, claims, { isForged = false } = {}) => {
      const now = Math.floor(clock.now().getTime() / 1000);
      const usual = { iss: 'https://accounts.google.com', aud: GOOGLE_CLIENT_ID, iat: now, exp: now + 3600 };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: KEY_ID })
        .sign(isForged ? strangers.privateKey : ours.privateKey);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
