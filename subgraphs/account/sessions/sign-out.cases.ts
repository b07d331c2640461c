import { enterAccount, type TestAccount } from '../testing/start-account';
import { codeOf, dataOf } from '../../common/testing/start-subgraph';

let house: TestAccount;

beforeAll(async () => {
  house = await enterAccount();
});

describe('signing out', () => {
  it('invalidates the named token', async () => {
    const { refreshToken } = await house.register();
    expect(dataOf(await house.signOut(refreshToken))).toEqual({ signOut: { signedOut: true } });
    expect(codeOf(await house.refresh(refreshToken))).toBe('INVALID_TOKEN');
  });

  it('invalidates what the named token was traded for, and what it came from', async () => {
    const { refreshToken: first } = await house.register();
    const { refreshToken: second } = await house.refreshed(first);
    const { refreshToken: third } = await house.refreshed(second);
    await house.signOut(second);
    for (const token of [first, second, third]) {
      expect(codeOf(await house.refresh(token))).toBe('INVALID_TOKEN');
    }
  });

  it('leaves the other sessions of the user alone', async () => {
    const { refreshToken, user } = await house.register();
    const answer = await house.signIn(user.email);
    const elsewhere = dataOf<{ signIn: { session: { refreshToken: string } } }>(answer).signIn.session;
    await house.signOut(refreshToken);
    await house.refreshed(elsewhere.refreshToken);
  });

  it.each(['unknown', ''])('succeeds for a token that names nothing (%j)', async (token) => {
    expect(dataOf(await house.signOut(token))).toEqual({ signOut: { signedOut: true } });
  });

  it('succeeds a second time', async () => {
    const { refreshToken } = await house.register();
    await house.signOut(refreshToken);
    expect(dataOf(await house.signOut(refreshToken))).toEqual({ signOut: { signedOut: true } });
  });
});
