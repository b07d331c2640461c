import { SIGN_IN, type SessionAnswer } from '../testing/operations';
import { enterAccount, PASSWORD, type TestAccount } from '../testing/start-account';
import { codeOf, dataOf } from '../../common/testing/start-subgraph';

let house: TestAccount;

beforeAll(async () => {
  house = await enterAccount();
});

const sessionOf = (answer: Awaited<ReturnType<TestAccount['signIn']>>): SessionAnswer =>
  dataOf<{ signIn: { session: SessionAnswer } }>(answer).signIn.session;

async function setStatus(userId: string, status: string): Promise<void> {
  const { data } = (await house.context()).asPlatform('test');
  await data.users.update({ _id: userId }, { $set: { status } });
}

describe('signing in', () => {
  it('answers with tokens, the user and its tenant', async () => {
    const { user, tenant } = await house.register();
    const session = sessionOf(await house.signIn(user.email));
    expect(session).toMatchObject({ user: { id: user.id }, tenant: { id: tenant.id, orgId: tenant.orgId } });
    expect((await house.verifyToken(session.accessToken)).viewer).toMatchObject({
      userId: user.id,
      userNumber: user.number,
      tenantId: tenant.id,
      orgId: tenant.orgId,
      isAdmin: false,
    });
    expect((await house.refreshed(session.refreshToken)).accessToken).toEqual(expect.any(String));
  });

  it('compares the address without case', async () => {
    const { user } = await house.register({ email: 'Mixed@Example.com' });
    expect(sessionOf(await house.signIn(' mIXED@example.COM ')).user.id).toBe(user.id);
  });

  it('gives one answer to an unknown address and a wrong password', async () => {
    const { user } = await house.register();
    const wrong = await house.signIn(user.email, 'wrong horse');
    const unknown = await house.signIn('nobody@example.com');
    expect(codeOf(wrong)).toBe('INVALID_CREDENTIALS');
    expect(unknown).toEqual(wrong);
  });

  it('is refused to a user who was deactivated', async () => {
    const { user } = await house.register();
    await setStatus(user.id, 'INACTIVE');
    const answer = await house.signIn(user.email);
    expect(answer.errors?.[0]).toMatchObject({
      message: 'This user is deactivated',
      extensions: { code: 'FORBIDDEN' },
    });
    expect(codeOf(await house.signIn(user.email, 'wrong horse'))).toBe('INVALID_CREDENTIALS');
  });

  it.each([
    ['a stale', async () => 'not.a.token'],
    ["another tenant's", async () => (await house.register()).accessToken],
  ])('is not disturbed by %s Authorization header', async (_, token) => {
    const { user, tenant } = await house.register();
    const variables = { email: user.email, password: PASSWORD };
    const answer = await house.ask({ document: SIGN_IN, variables, accessToken: await token() });
    expect(sessionOf(answer)).toMatchObject({ user: { id: user.id, tenant: { id: tenant.id } }, tenant });
  });

  it('removes what has expired of the older sessions of the user', async () => {
    const { user } = await house.register();
    house.clock.advance(31 * 24 * 60 * 60);
    await house.signIn(user.email);
    const { data } = (await house.context()).asPlatform('test');
    expect(await data.sessions.count({ userId: user.id })).toBe(1);
    expect(await data.refreshTokens.count({ userId: user.id })).toBe(1);
  });
});
