import type { Answer } from '../harness/call';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { contract, type Kit } from '../harness/kit';
import { mailedLink, mailedToken, mailsTo } from '../harness/mail';
import { login, newEmail } from '../harness/people';

const HOUR_SECONDS = 60 * 60;
const NEW_PASSWORD = 'quite another one';
const FRONTENDS = 'https://app.example,https://beta.example/app';

const forgot = (kit: Kit, email: string, headers: Record<string, string> = {}): Promise<Answer> =>
  kit.anonymous('forgotPassword', { body: { email }, headers });

const reset = (kit: Kit, token: string, newPassword = NEW_PASSWORD): Promise<Answer> =>
  kit.anonymous('resetPassword', { body: { token, newPassword } });

async function tokenFor(kit: Kit, email: string): Promise<string> {
  await forgot(kit, email);
  return mailedToken(kit, email);
}

contract('account/password', (kit) => {
  rowsOfEveryEndpoint(kit, 'forgotPassword', 'resetPassword');

  describe('a forgotten password', () => {
    kit.it(['forgotPassword.200', 'forgotPassword.rules.1'], 'brings a mail with a link', async () => {
      const { email } = await kit.tenant();
      expectSuccess(await forgot(kit, email), 'forgotPassword');
      const link = await mailedLink(kit, email);
      expect(link.pathname).toBe('/reset-password');
      expect(link.searchParams.get('token')).toMatch(/^[\w-]{22}$/);
    });

    kit.it('forgotPassword.rules.2', 'looks the same whether somebody has the address or not', async () => {
      const { email } = await kit.tenant();
      const [known, unknown] = [await forgot(kit, email), await forgot(kit, newEmail())];
      expect({ status: unknown.status, body: unknown.body }).toEqual({ status: 200, body: known.body });
    });

    kit.it(
      ['forgotPassword.rules.3', 'forgotPassword.twin.email'],
      'takes the address as username',
      async () => {
        const { email } = await kit.tenant();
        expectSuccess(await kit.anonymous('forgotPassword', { body: { username: email } }), 'forgotPassword');
        expect(await mailsTo(kit, email)).toHaveLength(1);
      },
    );

    kit.it('forgotPassword.422.VALIDATION_ERROR', 'names an address that is missing or no text', async () => {
      expectInvalid(await kit.anonymous('forgotPassword', { body: {} }), 'email');
      expectInvalid(await kit.anonymous('forgotPassword', { body: { username: 7 } }), 'username');
    });
  });

  describe('the link of a mail', () => {
    kit.it(
      ['account.headers.X-Frontend-Base-Url.rules.1', 'account.headers.X-Frontend-Base-Url.rules.2'],
      'leads where the caller wants among the configured pages, and to the first of them otherwise',
      () =>
        kit.elsewhere({ env: { FRONTEND_URLS: FRONTENDS } }, async (there) => {
          const { email } = await there.tenant();
          const leadsTo = async (base?: string): Promise<string> => {
            await forgot(there, email, base === undefined ? {} : { 'x-frontend-base-url': base });
            return (await mailedLink(there, email)).href;
          };
          expect(await leadsTo()).toMatch(/^https:\/\/app\.example\/reset-password\?/);
          expect(await leadsTo('https://beta.example')).toMatch(
            /^https:\/\/beta\.example\/app\/reset-password\?/,
          );
          for (const base of ['https://evil.example', 'https://app.example@evil.example', 'nonsense', '']) {
            expect(await leadsTo(base)).toMatch(/^https:\/\/app\.example\/reset-password\?/);
          }
        }),
    );
  });

  describe('a new password', () => {
    kit.it('resetPassword.200', 'takes the place of the old one', async () => {
      const tenant = await kit.tenant();
      expectSuccess(await reset(kit, await tokenFor(kit, tenant.email)), 'resetPassword');
      expectError(await login(kit, tenant), 401, 'INVALID_CREDENTIALS');
      expectSuccess(await login(kit, { ...tenant, password: NEW_PASSWORD }), 'login');
    });

    kit.it(
      ['resetPassword.rules.1', 'resetPassword.twin.newPassword'],
      'is taken in either spelling',
      async () => {
        const tenant = await kit.tenant();
        const token = await tokenFor(kit, tenant.email);
        const body = { token, new_password: NEW_PASSWORD };
        expectSuccess(await kit.anonymous('resetPassword', { body }), 'resetPassword');
        expectSuccess(await login(kit, { ...tenant, password: NEW_PASSWORD }), 'login');
      },
    );

    kit.it('resetPassword.422.VALIDATION_ERROR', 'is named when it is too weak or missing', async () => {
      const token = await tokenFor(kit, (await kit.tenant()).email);
      expectInvalid(await reset(kit, token, '1234567'), 'newPassword');
      expectInvalid(
        await kit.anonymous('resetPassword', { body: { token, new_password: '1234567' } }),
        'new_password',
      );
      expectInvalid(await kit.anonymous('resetPassword', { body: {} }), 'token', 'newPassword');
      expect((await reset(kit, token, '12345678')).status).toBe(200);
    });

    kit.it(
      ['resetPassword.400.INVALID_TOKEN', 'account.tokens.mailTokens.resetPassword'],
      'needs a token that is neither unknown nor spent nor older than an hour',
      async () => {
        const { email } = await kit.tenant();
        const spent = await tokenFor(kit, email);
        expect((await reset(kit, spent)).status).toBe(200);
        const inTime = await tokenFor(kit, email);
        kit.clock.advance(HOUR_SECONDS - 1);
        expect((await reset(kit, inTime)).status).toBe(200);
        const expired = await tokenFor(kit, email);
        kit.clock.advance(HOUR_SECONDS);
        for (const token of [spent, expired, 'unknown', '']) {
          expectError(await reset(kit, token), 400, 'INVALID_TOKEN');
        }
      },
    );
  });
});
