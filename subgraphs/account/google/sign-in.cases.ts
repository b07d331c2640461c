import type { JWTPayload } from 'jose';
import { GOOGLE_CLIENT_ID, startGoogle, type TestGoogle } from '../testing/google';
import { REGISTER, type SessionAnswer, SIGN_IN_WITH_GOOGLE } from '../testing/operations';
import { newcomer, startAccount, type TestAccount } from '../testing/start-account';
import { codeOf, dataOf } from '../../common/testing/start-subgraph';

let google: TestGoogle;
let house: TestAccount;

beforeAll(async () => {
  google = await startGoogle();
  house = await startAccount({
    emailVerification: true,
    development: true,
    googleClientId: GOOGLE_CLIENT_ID,
    googleJwksUrl: google.jwksUrl,
  });
});

afterAll(async () => {
  await house.stop();
  await google.stop();
});

let accounts = 0;

/** The claims of a Google account that nobody has seen yet. */
function account(claims: JWTPayload = {}): JWTPayload & { sub: string; email: string } {
  accounts += 1;
  const email = `google-${accounts}@example.com`;
  return {
    sub: `sub-${accounts}`,
    email,
    email_verified: true,
    given_name: 'Ada',
    family_name: 'King',
    ...claims,
  };
}

const ask = async (claims: JWTPayload): ReturnType<TestAccount['ask']> =>
  house.ask({
    document: SIGN_IN_WITH_GOOGLE,
    variables: { idToken: await google.idToken(house.clock, claims) },
  });

const signIn = async (claims: JWTPayload): Promise<SessionAnswer> =>
  dataOf<{ signInWithGoogle: { session: SessionAnswer } }>(await ask(claims)).signInWithGoogle.session;

const platform = async (): Promise<ReturnType<Awaited<ReturnType<TestAccount['context']>>['asPlatform']>> =>
  (await house.context()).asPlatform('test');

const avatarOf = async (userId: string): Promise<string | null | undefined> =>
  (await (await platform()).data.users.load(userId))?.avatarUrl;

const registered = (email: string): Promise<SessionAnswer> =>
  house.register({ email, skipVerification: true });

describe('a Google account that nobody has seen', () => {
  it('becomes a user who owns a tenant, confirmed and signed in', async () => {
    const claims = account();
    const session = await signIn(claims);
    expect(session).toMatchObject({
      user: {
        email: claims.email,
        name: 'Ada King',
        status: 'ACTIVE',
        emailVerified: true,
        isTenantOwner: true,
      },
      tenant: { name: "Ada's organisation" },
    });
    await house.refreshed(session.refreshToken);
  });

  it('has no password that could be guessed', async () => {
    const { user } = await signIn(account());
    expect(codeOf(await house.signIn(user.email, ''))).toBe('VALIDATION_ERROR');
    expect(codeOf(await house.signIn(user.email))).toBe('INVALID_CREDENTIALS');
  });

  it('may have no address, or one that Google does not vouch for', async () => {
    const { email: _email, ...nameless } = account();
    for (const claims of [nameless, account({ email_verified: false })]) {
      const { user } = await signIn(claims);
      expect(user).toMatchObject({ email: null, emailVerified: false, status: 'ACTIVE' });
    }
  });

  it('becomes one user when it signs in several times at once', async () => {
    const claims = account();
    const sessions = await Promise.all([1, 2, 3, 4].map(() => signIn(claims)));
    expect(new Set(sessions.map(({ user }) => user.id)).size).toBe(1);
  });
});

describe('a Google account that is known', () => {
  it('is the same user, whatever its address is now', async () => {
    const claims = account();
    const first = await signIn(claims);
    const second = await signIn({ ...claims, email: 'moved@example.com', email_verified: false });
    expect(second.user).toMatchObject({ id: first.user.id, email: claims.email });
    expect(second.tenant.id).toBe(first.tenant.id);
  });

  it('brings its picture where the user has none, and leaves one that is there', async () => {
    const claims = account();
    const { user } = await signIn(claims);
    expect(await avatarOf(user.id)).toBeNull();
    await signIn({ ...claims, picture: 'https://pictures.example/1.png' });
    await signIn({ ...claims, picture: 'https://pictures.example/2.png' });
    expect(await avatarOf(user.id)).toBe('https://pictures.example/1.png');
  });

  it('is refused when its user was deactivated', async () => {
    const claims = account();
    const { user } = await signIn(claims);
    await (await platform()).data.users.update({ _id: user.id }, { $set: { status: 'INACTIVE' } });
    expect(codeOf(await ask(claims))).toBe('FORBIDDEN');
  });
});

describe('a user with the same address', () => {
  it('is linked where both have confirmed it, and can go on with the password', async () => {
    const claims = account();
    const { user } = await registered(claims.email);
    const session = await signIn({ ...claims, picture: 'https://pictures.example/ada.png' });
    expect(session.user.id).toBe(user.id);
    expect(await avatarOf(user.id)).toBe('https://pictures.example/ada.png');
    dataOf(await house.signIn(claims.email));
    const { data } = await platform();
    expect(await data.changes.count({ tenantId: session.tenant.id, kind: 'identity_linked' })).toBe(1);
  });

  it('is not linked where Google does not vouch for the address', async () => {
    const claims = account();
    const { user } = await registered(claims.email);
    const session = await signIn({ ...claims, email_verified: false });
    expect(session.user.id).not.toBe(user.id);
    expect(session.user.email).toBeNull();
  });

  it('is not linked where the user never confirmed the address and is active', async () => {
    const claims = account();
    const { user } = await registered(claims.email);
    await (await platform()).data.users.update({ _id: user.id }, { $set: { emailVerified: false } });
    const session = await signIn(claims);
    expect(session.user.id).not.toBe(user.id);
    expect(session.user.email).toBeNull();
  });

  it('who still had to confirm it is confirmed, and the password of whoever registered is gone', async () => {
    const claims = account();
    const input = newcomer({ email: claims.email });
    dataOf(await house.ask({ document: REGISTER, variables: { input } }));
    expect(codeOf(await house.signIn(claims.email))).toBe('EMAIL_NOT_VERIFIED');
    expect((await signIn(claims)).user).toMatchObject({ status: 'ACTIVE', emailVerified: true });
    expect(codeOf(await house.signIn(claims.email))).toBe('INVALID_CREDENTIALS');
  });

  it('is refused when it was deactivated', async () => {
    const claims = account();
    const { user } = await registered(claims.email);
    await (await platform()).data.users.update({ _id: user.id }, { $set: { status: 'INACTIVE' } });
    expect(codeOf(await ask(claims))).toBe('FORBIDDEN');
  });
});
