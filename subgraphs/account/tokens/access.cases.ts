import { decodeJwt, decodeProtectedHeader } from 'jose';
import { SettableClock } from '../../../common/clock';
import { createTokenVerifier, keysAtHand, type VerifyToken } from '../../../common/tokens';
import type { Claims } from '../../../common/viewer';
import { createAccessTokenIssuer, type IssueAccessToken } from './access';
import { createSigningKey, readSigningKeys, type SigningKeys } from './keys';

const LIFETIME_SECONDS = 900;

const CLAIMS: Claims = {
  user_id: 'user',
  user_number: 7,
  tenant_id: 'tenant',
  org_id: 3,
  username: 'grace@example.com',
  role: 'user',
  user_status: 'Active',
  email_verified: true,
  is_tenant_owner: true,
  features: ['goals'],
  limits: { goals: 10, actions: null },
};

let clock: SettableClock;

beforeEach(() => {
  clock = new SettableClock();
});

const issuer = (keys: SigningKeys): IssueAccessToken =>
  createAccessTokenIssuer({ keys, lifetimeSeconds: LIFETIME_SECONDS, clock });

const verifier = (keys: SigningKeys): VerifyToken =>
  createTokenVerifier(
    keysAtHand(async () => keys.publicKeys()),
    clock,
  );

describe('an access token', () => {
  it('carries the claims, its issuer and its life', async () => {
    const keys = await readSigningKeys(await createSigningKey());
    const token = await issuer(keys)(CLAIMS);
    const now = clock.now().getTime() / 1000;
    expect(decodeJwt(token)).toEqual({
      ...CLAIMS,
      iss: 'purposepath-account',
      iat: now,
      exp: now + LIFETIME_SECONDS,
      jti: expect.any(String),
    });
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', typ: 'JWT', kid: keys.keyId });
  });

  it('is verified with the published keys', async () => {
    const keys = await readSigningKeys(await createSigningKey());
    const { viewer } = await verifier(keys)(await issuer(keys)(CLAIMS));
    expect(viewer).toMatchObject({ userId: 'user', tenantId: 'tenant', orgId: 3, isAdmin: false });
  });

  it('is good to the last second of its life and not longer', async () => {
    const keys = await readSigningKeys(await createSigningKey());
    const verify = verifier(keys);
    const token = await issuer(keys)(CLAIMS);
    clock.advance(LIFETIME_SECONDS - 1);
    await expect(verify(token)).resolves.toBeDefined();
    clock.advance(1);
    await expect(verify(token)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('still verifies when its key has been replaced but is published', async () => {
    const [former, current] = [await createSigningKey(), await createSigningKey()];
    const token = await issuer(await readSigningKeys(former))(CLAIMS);
    const keys = await readSigningKeys(`{"keys":[${current},${former}]}`);
    await expect(verifier(keys)(token)).resolves.toBeDefined();
  });

  it('is refused when its key is not published', async () => {
    const token = await issuer(await readSigningKeys(await createSigningKey()))(CLAIMS);
    const keys = await readSigningKeys(await createSigningKey());
    await expect(verifier(keys)(token)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('differs from another one of the same second', async () => {
    const issue = issuer(await readSigningKeys(await createSigningKey()));
    expect(await issue(CLAIMS)).not.toBe(await issue(CLAIMS));
  });
});
