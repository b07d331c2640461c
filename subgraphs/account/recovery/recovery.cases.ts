import { REQUEST_PASSWORD_RESET, RESET_PASSWORD, type SessionAnswer } from '../testing/operations';
import { tokenIn } from '../testing/links';
import { enterAccount, PASSWORD, type TestAccount } from '../testing/start-account';
import { codeOf, dataOf } from '../../common/testing/start-subgraph';

const HOUR_SECONDS = 60 * 60;
const NEW_PASSWORD = 'battery staple';

let house: TestAccount;

beforeAll(async () => {
  house = await enterAccount();
});

const request = (email: string, frontendUrl?: string): ReturnType<TestAccount['ask']> =>
  house.ask({ document: REQUEST_PASSWORD_RESET, variables: { email, frontendUrl } });

const reset = (token: string, newPassword = NEW_PASSWORD): ReturnType<TestAccount['ask']> =>
  house.ask({ document: RESET_PASSWORD, variables: { token, newPassword } });

async function mailedToken(email: string): Promise<string> {
  dataOf(await request(email));
  return tokenIn((await house.mailsTo(email)).at(-1));
}

describe('resetting a password', () => {
  it('lets the user in with the new one only', async () => {
    const { user } = await house.register();
    expect(dataOf(await reset(await mailedToken(user.email)))).toEqual({ resetPassword: { reset: true } });
    expect(codeOf(await house.signIn(user.email, PASSWORD))).toBe('INVALID_CREDENTIALS');
    dataOf(await house.signIn(user.email, NEW_PASSWORD));
  });

  it('ends every session of the user, and of nobody else', async () => {
    const [first, other] = [await house.register(), await house.register()];
    const answer = dataOf<{ signIn: { session: SessionAnswer } }>(await house.signIn(first.user.email));
    const next = await house.refreshed(first.refreshToken);
    await reset(await mailedToken(first.user.email));
    for (const { refreshToken } of [first, next, answer.signIn.session]) {
      expect(codeOf(await house.refresh(refreshToken))).toBe('INVALID_TOKEN');
    }
    await house.refreshed(other.refreshToken);
  });

  it('is in the log of the tenant', async () => {
    const { user, tenant } = await house.register();
    await reset(await mailedToken(user.email));
    const { data } = (await house.context()).asPlatform('test');
    expect(await data.changes.find({ tenantId: tenant.id, kind: 'password_reset' })).toMatchObject([
      { actorId: user.id, subject: { type: 'user', id: user.id } },
    ]);
  });

  it('happens once per mail, also when it is tried several times at once', async () => {
    const { user } = await house.register();
    const token = await mailedToken(user.email);
    const answers = await Promise.all([1, 2, 3].map(() => reset(token)));
    expect(answers.map(codeOf).sort()).toEqual(['INVALID_TOKEN', 'INVALID_TOKEN', undefined]);
    expect(codeOf(await reset(token))).toBe('INVALID_TOKEN');
  });

  it('is possible for an hour and not longer', async () => {
    const { user } = await house.register();
    const token = await mailedToken(user.email);
    house.clock.advance(HOUR_SECONDS);
    expect(codeOf(await reset(token))).toBe('INVALID_TOKEN');
    const inTime = await mailedToken(user.email);
    house.clock.advance(HOUR_SECONDS - 1);
    dataOf(await reset(inTime));
  });

  it('works by the newest mail only', async () => {
    const { user } = await house.register();
    const [older, newer] = [await mailedToken(user.email), await mailedToken(user.email)];
    expect(codeOf(await reset(older))).toBe('INVALID_TOKEN');
    dataOf(await reset(newer));
  });

  it('refuses a password that is too short, and leaves the link as it is', async () => {
    const { user } = await house.register();
    const token = await mailedToken(user.email);
    const answer = await reset(token, '1234567');
    expect(codeOf(answer)).toBe('VALIDATION_ERROR');
    expect(answer.errors?.[0]?.extensions?.['fields']).toHaveProperty('newPassword');
    dataOf(await reset(token, '12345678'));
  });
});

describe('the mail', () => {
  it('leads to the frontend that is configured, wherever the caller wants it to lead', async () => {
    const { user } = await house.register();
    await request(user.email, 'https://evil.example');
    const [mail] = await house.mailsTo(user.email);
    expect(mail?.text).toMatch(/^https:\/\/app\.example\/reset-password\?token=/m);
    expect(JSON.stringify(mail)).not.toContain('evil');
  });

  it('goes to the address as its owner spells it, however the caller does', async () => {
    const { user } = await house.register({ email: 'Mixed.Case@Example.com' });
    await request(' mixed.case@example.COM ');
    expect(await house.mailsTo(user.email)).toHaveLength(1);
  });

  it('is not sent to a user who was deactivated', async () => {
    const { user } = await house.register();
    const { data } = (await house.context()).asPlatform('test');
    await data.users.update({ _id: user.id }, { $set: { status: 'INACTIVE' } });
    expect(dataOf(await request(user.email))).toEqual({ requestPasswordReset: { requested: true } });
    expect(await house.mailsTo(user.email)).toEqual([]);
  });
});
