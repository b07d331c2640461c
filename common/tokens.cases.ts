import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import { SettableClock } from './clock';
import { bearerToken, createTokenVerifier, keysAt, keysAtHand, TOKEN_ISSUER } from './tokens';

const CLAIMS = {
  user_id: 'u1',
  user_number: 7,
  tenant_id: 't1',
  org_id: 3,
  username: 'ada@example.com',
  role: 'admin',
  user_status: 'Active',
  email_verified: true,
  is_tenant_owner: true,
  features: ['goals'],
  limits: { goals: 10, actions: null },
};

async function issuer(clock: SettableClock) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const jwks: JSONWebKeySet = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'EdDSA' }] };
  const issue = (claims: object = CLAIMS, iss = TOKEN_ISSUER): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
      .setIssuer(iss)
      .setExpirationTime(Math.floor(clock.now().getTime() / 1000) + 900)
      .sign(privateKey);
  return { issue, jwks };
}

describe('a token', () => {
  it('says who calls, in the words of the code', async () => {
    const clock = new SettableClock();
    const { issue, jwks } = await issuer(clock);
    const { viewer } = await createTokenVerifier(
      keysAtHand(async () => jwks),
      clock,
    )(await issue());
    expect(viewer).toEqual({
      userId: 'u1',
      userNumber: 7,
      tenantId: 't1',
      orgId: 3,
      isAdmin: true,
      features: ['goals'],
      limits: { goals: 10, actions: null },
    });
  });

  it('is refused from the second on in which it expires, although it was verified before', async () => {
    const clock = new SettableClock();
    const { issue, jwks } = await issuer(clock);
    const verify = createTokenVerifier(
      keysAtHand(async () => jwks),
      clock,
    );
    const token = await issue();
    clock.advance(899);
    await expect(verify(token)).resolves.toBeDefined();
    clock.advance(1);
    await expect(verify(token)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('is refused when somebody else signed it, for another issuer, with missing claims, or changed on the way', async () => {
    const clock = new SettableClock();
    const [ours, theirs] = [await issuer(clock), await issuer(clock)];
    const verify = createTokenVerifier(
      keysAtHand(async () => ours.jwks),
      clock,
    );
    const good = await ours.issue();
    const [head, , signature] = good.split('.');
    const changed = Buffer.from(JSON.stringify({ ...CLAIMS, tenant_id: 't2', iss: TOKEN_ISSUER, exp: 9e9 }));
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${changed.toString('base64url')}.`;
    const bad = [
      await theirs.issue(),
      await ours.issue(CLAIMS, 'somebody-else'),
      await ours.issue({ user_id: 'u1' }),
      `${head}.${changed.toString('base64url')}.${signature}`,
      unsigned,
      'nonsense',
    ];
    for (const token of bad) await expect(verify(token)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('is not called bad while the keys cannot be read: the caller must not sign in again for that', async () => {
    const clock = new SettableClock();
    const { issue } = await issuer(clock);
    const verify = createTokenVerifier(keysAt('http://127.0.0.1:9/jwks.json'), clock);
    await expect(verify(await issue())).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});

it.each([
  ['Bearer abc', 'abc'],
  ['bearer  abc ', 'abc'],
  ['Basic abc', undefined],
  ['Bearer', undefined],
  ['Bearer a b', undefined],
  [undefined, undefined],
])('the token of the header %p is %p', (header, token) => {
  expect(bearerToken(header)).toBe(token);
});
