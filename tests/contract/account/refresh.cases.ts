import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { contract, type Kit } from '../harness/kit';
import { mailedToken } from '../harness/mail';
import { login, refresh, type Session, signInAgain, type TokenPair } from '../harness/people';

const DAY_SECONDS = 24 * 60 * 60;
const GRACE_SECONDS = 30;

const pairOf = async (kit: Kit, refreshToken: string): Promise<TokenPair> =>
  expectSuccess<TokenPair>(await refresh(kit, refreshToken), 'refreshToken');

const expectSpent = async (kit: Kit, refreshToken: string): Promise<void> =>
  void expectError(await refresh(kit, refreshToken), 401, 'INVALID_TOKEN');

contract('account/refresh', (kit) => {
  rowsOfEveryEndpoint(kit, 'refreshToken');

  describe('refreshing', () => {
    kit.it(
      ['refreshToken.200', 'refreshToken.rules.2', 'account.tokens.rotation.1'],
      'answers with a new pair, both tokens in both spellings',
      async () => {
        const tenant = await kit.tenant();
        const pair = await pairOf(kit, tenant.refreshToken);
        expect(pair.accessToken).not.toBe(tenant.token);
        expect(pair.refreshToken).not.toBe(tenant.refreshToken);
      },
    );

    kit.it('refreshToken.rules.1', 'lets a client repeat what an expired token was refused for', async () => {
      const tenant = await kit.tenant();
      kit.clock.advance(901);
      expectError(await kit.as(tenant, 'listGoals'), 401, 'UNAUTHORIZED');
      const { accessToken } = await pairOf(kit, tenant.refreshToken);
      expectSuccess(await kit.as({ ...tenant, token: accessToken }, 'listGoals'), 'listGoals');
    });

    kit.it('refreshToken.rules.3', 'needs no other header, and ignores stale ones', async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      kit.clock.advance(901);
      const body = { refreshToken: tenant.refreshToken };
      const answer = await kit.as(other, 'refreshToken', { body });
      const { accessToken } = expectSuccess<TokenPair>(answer, 'refreshToken');
      expectSuccess(await kit.as({ ...tenant, token: accessToken }, 'getUserProfile'), 'getUserProfile');
    });

    kit.it('refreshToken.twin.refreshToken', 'takes the token in either spelling', async () => {
      const { refreshToken } = await kit.tenant();
      const answer = await kit.anonymous('refreshToken', { body: { refresh_token: refreshToken } });
      expectSuccess(answer, 'refreshToken');
    });

    kit.it('account.tokens.refresh', 'works for thirty days and not longer', async () => {
      const tenant = await kit.tenant();
      kit.clock.advance(30 * DAY_SECONDS - 1);
      const { refreshToken } = await pairOf(kit, tenant.refreshToken);
      kit.clock.advance(30 * DAY_SECONDS);
      await expectSpent(kit, refreshToken);
    });
  });

  describe('a spent refresh token', () => {
    kit.it(
      'account.tokens.rotation.4',
      'works for thirty seconds more, several times; then it revokes its whole family',
      async () => {
        const tenant = await kit.tenant();
        const first = await pairOf(kit, tenant.refreshToken);
        kit.clock.advance(GRACE_SECONDS - 1);
        const second = await pairOf(kit, tenant.refreshToken);
        const third = await pairOf(kit, tenant.refreshToken);
        expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
        kit.clock.advance(1);
        await expectSpent(kit, tenant.refreshToken);
        for (const { refreshToken } of [first, second, third]) await expectSpent(kit, refreshToken);
      },
    );

    it('may be sent several times at once', async () => {
      const tenant = await kit.tenant();
      const pairs = await Promise.all([1, 2, 3, 4].map(() => pairOf(kit, tenant.refreshToken)));
      for (const { refreshToken } of pairs) await pairOf(kit, refreshToken);
    });

    it('leaves the other sessions of its user alone', async () => {
      const tenant = await kit.tenant();
      const other = await signInAgain(kit, tenant);
      await pairOf(kit, tenant.refreshToken);
      kit.clock.advance(GRACE_SECONDS);
      await expectSpent(kit, tenant.refreshToken);
      await pairOf(kit, other.refreshToken);
    });

    it('does not make its grace period longer by being used', async () => {
      const tenant = await kit.tenant();
      await pairOf(kit, tenant.refreshToken);
      kit.clock.advance(GRACE_SECONDS - 10);
      await pairOf(kit, tenant.refreshToken);
      kit.clock.advance(10);
      await expectSpent(kit, tenant.refreshToken);
    });

    it('has no grace where none is configured', () =>
      kit.elsewhere({ env: { REFRESH_GRACE_SECONDS: '0' } }, async (there) => {
        const tenant = await there.tenant();
        await pairOf(there, tenant.refreshToken);
        await expectSpent(there, tenant.refreshToken);
      }));
  });

  describe('refusing', () => {
    kit.it(
      'refreshToken.401.INVALID_TOKEN',
      'says the same of unknown, revoked and expired tokens',
      async () => {
        const [revoked, expired] = [await kit.tenant(), await kit.tenant()];
        await kit.anonymous('logout', { query: { refreshToken: revoked.refreshToken } });
        kit.clock.advance(30 * DAY_SECONDS);
        const answers = [
          await refresh(kit, 'no-such-token'),
          await refresh(kit, revoked.refreshToken),
          await refresh(kit, expired.refreshToken),
        ];
        const [first] = answers.map((answer) => expectError(answer, 401, 'INVALID_TOKEN'));
        for (const { body } of answers) expect(body).toEqual(first);
      },
    );

    it('is what a token in the place of the other kind gets', async () => {
      const tenant = await kit.tenant();
      await expectSpent(kit, tenant.token);
    });

    it('is what a deactivated user gets', async () => {
      const tenant = await kit.tenant();
      const { data } = await kit.inside('account', tenant);
      await data.users.update({ _id: tenant.userId }, { $set: { status: 'INACTIVE' } });
      await expectSpent(kit, tenant.refreshToken);
    });

    kit.it('refreshToken.422.VALIDATION_ERROR', 'names a token that is missing or no text', async () => {
      expectInvalid(await kit.anonymous('refreshToken', { body: {} }), 'refreshToken');
      expectInvalid(await kit.anonymous('refreshToken'), 'refreshToken');
      expectInvalid(await kit.anonymous('refreshToken', { body: { refresh_token: 5 } }), 'refresh_token');
    });
  });

  kit.it('account.tokens.rotation.5', 'a password reset revokes every token of the user', async () => {
    const [tenant, other] = [await kit.tenant(), await kit.tenant()];
    const again = await signInAgain(kit, tenant);
    await kit.anonymous('forgotPassword', { body: { email: tenant.email } });
    const body = { token: await mailedToken(kit, tenant.email), newPassword: 'quite another one' };
    expect((await kit.anonymous('resetPassword', { body })).status).toBe(200);
    await expectSpent(kit, tenant.refreshToken);
    await expectSpent(kit, again.refreshToken);
    await pairOf(kit, other.refreshToken);
  });

  kit.it(
    'account.tokens.rotation.2',
    'signing out invalidates the token that it names and no other',
    async () => {
      const tenant = await kit.tenant();
      const other = expectSuccess<Session>(await login(kit, tenant), 'login');
      await kit.anonymous('logout', { query: { refreshToken: tenant.refreshToken } });
      await expectSpent(kit, tenant.refreshToken);
      await pairOf(kit, other.refreshToken);
    },
  );
});
