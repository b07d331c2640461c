/** Google for the tests of one file: open it before the house starts. */
import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { GOOGLE_CLIENT_ID, startGoogle, type TestGoogle } from '../../../subgraphs/account/testing/google';
import type { Kit } from './kit';
import { newEmail } from './people';

let google: TestGoogle | undefined;

/** Starts publishing keys, unless they are published; answers the settings of a house that believes them. */
export async function openGoogle(): Promise<Record<string, string>> {
  google ??= await startGoogle();
  return { GOOGLE_CLIENT_ID, GOOGLE_JWKS_URL: google.jwksUrl };
}

export async function closeGoogle(): Promise<void> {
  const open = google;
  google = undefined;
  await open?.stop();
}

/** The claims of a Google account that nobody has seen yet. */
export const googleAccount = (more: JWTPayload = {}): JWTPayload => ({
  sub: randomUUID(),
  email: newEmail(),
  email_verified: true,
  given_name: 'Ada',
  family_name: 'King',
  ...more,
});

/** An ID token as Google gives it to a client, fresh by the clock of the house. */
export async function idToken(kit: Kit, claims: JWTPayload): Promise<string> {
  if (!google) throw new Error('Google is not open');
  return google.idToken(kit.clock, claims);
}
