import { REFRESH } from '../testing/operations';
import { startAccount, type TestAccount } from '../testing/start-account';
import { codeOf, dataOf } from '../../common/testing/start-subgraph';
import { hashOf } from '../tokens/opaque';

const LIFETIME_SECONDS = 30 * 24 * 60 * 60;
const GRACE_SECONDS = 30;

let house: TestAccount;

beforeAll(async () => {
  house = await startAccount({ refreshGraceSeconds: GRACE_SECONDS });
});

afterAll(() => house.stop());

describe('refreshing', () => {
  it('answers with a new pair of the same user', async () => {
    const { user, ...old } = await house.register();
    const pair = await house.refreshed(old.refreshToken);
    expect(pair.refreshToken).not.toBe(old.refreshToken);
    expect(pair.accessToken).not.toBe(old.accessToken);
    expect((await house.verifyToken(pair.accessToken)).viewer.userId).toBe(user.id);
  });

  it('ignores a stale access token', async () => {
    const { refreshToken, accessToken } = await house.register();
    house.clock.advance(901);
    const answer = await house.ask({ document: REFRESH, variables: { refreshToken }, accessToken });
    expect(dataOf(answer)).toMatchObject({ refreshSession: { refreshToken: expect.any(String) } });
  });

  it('tells an unknown token nothing', async () => {
    expect(codeOf(await house.refresh('unknown'))).toBe('INVALID_TOKEN');
  });

  it('tells the current rights of the user', async () => {
    const { refreshToken, accessToken } = await house.register();
    expect((await house.verifyToken(accessToken)).viewer.limits['goals']).toBe(100);
    house.clock.advance(14 * 24 * 60 * 60);
    const pair = await house.refreshed(refreshToken);
    const { viewer } = await house.verifyToken(pair.accessToken);
    expect(viewer.limits['goals']).toBe(10);
    expect(viewer.features).not.toContain('bulkPlanner');
  });

  it('is refused to a user who was deactivated', async () => {
    const { refreshToken, user } = await house.register();
    const { data } = (await house.context()).asPlatform('test');
    await data.users.update({ _id: user.id }, { $set: { status: 'INACTIVE' } });
    expect(codeOf(await house.refresh(refreshToken))).toBe('INVALID_TOKEN');
  });

  it('keeps tokens by their hash only', async () => {
    const { refreshToken } = await house.register();
    const { data } = (await house.context()).asPlatform('test');
    const row = await data.refreshTokens.load(hashOf(refreshToken));
    expect(row).not.toBeNull();
    expect(JSON.stringify(row)).not.toContain(refreshToken);
  });
});

describe('the life of a refresh token', () => {
  it('is 30 days', async () => {
    const { refreshToken } = await house.register();
    house.clock.advance(LIFETIME_SECONDS - 1);
    const next = await house.refreshed(refreshToken);
    house.clock.advance(LIFETIME_SECONDS);
    expect(codeOf(await house.refresh(next.refreshToken))).toBe('INVALID_TOKEN');
  });
});

describe('a refresh token used again', () => {
  it('gives a working pair each time during the grace period', async () => {
    const { refreshToken } = await house.register();
    const first = await house.refreshed(refreshToken);
    house.clock.advance(GRACE_SECONDS - 1);
    const second = await house.refreshed(refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await house.refreshed(first.refreshToken);
    await house.refreshed(second.refreshToken);
  });

  it('gives everybody a working pair when several clients use it at the same time', async () => {
    const { refreshToken } = await house.register();
    const pairs = await Promise.all(Array.from({ length: 4 }, () => house.refreshed(refreshToken)));
    expect(new Set(pairs.map((pair) => pair.refreshToken)).size).toBe(4);
    for (const pair of pairs) await house.refreshed(pair.refreshToken);
  });

  it('does not prolong its grace period', async () => {
    const { refreshToken } = await house.register();
    await house.refreshed(refreshToken);
    house.clock.advance(GRACE_SECONDS - 1);
    await house.refreshed(refreshToken);
    house.clock.advance(1);
    expect(codeOf(await house.refresh(refreshToken))).toBe('INVALID_TOKEN');
  });

  it('after the grace period revokes its family', async () => {
    const { refreshToken, tenant } = await house.register();
    const next = await house.refreshed(refreshToken);
    house.clock.advance(GRACE_SECONDS);
    expect(codeOf(await house.refresh(refreshToken))).toBe('INVALID_TOKEN');
    expect(codeOf(await house.refresh(next.refreshToken))).toBe('INVALID_TOKEN');
    const { data } = (await house.context()).asPlatform('test');
    expect(await data.changes.find({ tenantId: tenant.id, kind: 'session_revoked' })).toHaveLength(1);
  });

  it('after the grace period leaves the other sessions of the user alone', async () => {
    const { refreshToken, user } = await house.register();
    const answer = await house.signIn(user.email);
    const elsewhere = dataOf<{ signIn: { session: { refreshToken: string } } }>(answer).signIn.session;
    await house.refreshed(refreshToken);
    house.clock.advance(GRACE_SECONDS);
    await house.refresh(refreshToken);
    await house.refreshed(elsewhere.refreshToken);
  });
});
