import { SettableClock } from '../../../common/clock';
import { GOOGLE_CLIENT_ID, startGoogle, type TestGoogle } from '../testing/google';
import { createGoogleVerifier, type VerifyGoogleToken } from './token';

const clock = new SettableClock();
let google: TestGoogle;
let verify: VerifyGoogleToken;

beforeAll(async () => {
  google = await startGoogle();
  verify = createGoogleVerifier({ clientId: GOOGLE_CLIENT_ID, jwksUrl: google.jwksUrl, clock });
});

afterAll(() => google.stop());

const ADA = {
  sub: '1',
  email: 'ada@example.com',
  email_verified: true,
  given_name: 'Ada',
  family_name: 'Lovelace',
  picture: 'https://pictures.example/ada.png',
};

describe("Google's ID token", () => {
  it('says who somebody is', async () => {
    expect(await verify(await google.idToken(clock, ADA))).toEqual({
      subject: '1',
      email: 'ada@example.com',
      firstName: 'Ada',
      lastName: 'Lovelace',
      picture: 'https://pictures.example/ada.png',
    });
  });

  it.each(['https://accounts.google.com', 'accounts.google.com'])('may come from %s', async (iss) => {
    expect(await verify(await google.idToken(clock, { ...ADA, iss }))).toMatchObject({ subject: '1' });
  });

  it.each([false, 'false', undefined])('says no address where it is verified: %p', async (email_verified) => {
    const { email_verified: _verified, ...claims } = ADA;
    const given = email_verified === undefined ? claims : { ...claims, email_verified };
    expect(await verify(await google.idToken(clock, given))).toMatchObject({ email: null });
  });

  it.each([
    [{ given_name: 'Plato' }, 'Plato', ''],
    [{ name: 'Plato of Athens' }, 'Plato of Athens', ''],
    [{ email: 'plato@example.com', email_verified: true }, 'plato', ''],
    [{}, 'Somebody', ''],
    [{ given_name: 'x'.repeat(200), family_name: 'y'.repeat(200) }, 'x'.repeat(100), 'y'.repeat(100)],
  ])('of %j has names all the same', async (claims, firstName, lastName) => {
    expect(await verify(await google.idToken(clock, { sub: '2', ...claims }))).toMatchObject({
      firstName,
      lastName,
    });
  });

  it('has no picture where it names none that can be shown', async () => {
    const token = await google.idToken(clock, { ...ADA, picture: 'javascript:alert(1)' });
    expect(await verify(token)).toMatchObject({ picture: null });
  });

  it.each([
    ['made for somebody else', async () => google.idToken(clock, { ...ADA, aud: 'another.client' })],
    ['from another issuer', async () => google.idToken(clock, { ...ADA, iss: 'https://evil.example' })],
    ['signed by a stranger', async () => google.idToken(clock, ADA, { isForged: true })],
    ['of nobody', async () => google.idToken(clock, { ...ADA, sub: '' })],
    [
      'without a subject',
      async () => google.idToken(clock, { email: 'ada@example.com', email_verified: true }),
    ],
    ['too old', async () => google.idToken(clock, { ...ADA, exp: clock.now().getTime() / 1000 })],
    ['no token', async () => 'not.a.token'],
    ['unsigned', async () => unsigned()],
  ])('is refused when it is %s', async (_, token) => {
    await expect(token().then(verify)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  });

  it('is always refused where no client is configured', async () => {
    const closed = createGoogleVerifier({ clientId: undefined, jwksUrl: google.jwksUrl, clock });
    await expect(google.idToken(clock, ADA).then(closed)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  });

  it('is not called bad where the keys of Google cannot be read', async () => {
    const jwksUrl = 'http://127.0.0.1:1/certs';
    const lonely = createGoogleVerifier({ clientId: GOOGLE_CLIENT_ID, jwksUrl, clock });
    await expect(google.idToken(clock, ADA).then(lonely)).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
  });
});

const unsigned = (): string =>
  [{ alg: 'none' }, { ...ADA, iss: 'accounts.google.com', aud: GOOGLE_CLIENT_ID, exp: 4_000_000_000 }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.') + '.';
