import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { contract } from '../harness/kit';
import { claimsOf, login, newEmail, person, type Session } from '../harness/people';

contract('account/login', (kit) => {
  rowsOfEveryEndpoint(kit, 'login');

  describe('signing in', () => {
    kit.it(
      ['login.200', 'login.rules.1', 'login.rules.2'],
      'gives both tokens in both spellings, the user and the tenant',
      async () => {
        const tenant = await kit.tenant();
        const session = expectSuccess<Session>(await login(kit, tenant), 'login');
        expect(session.user).toMatchObject({ userId: tenant.userId, email: tenant.email });
        expect(session.tenant).toMatchObject({ id: tenant.tenantId, orgId: tenant.orgId });
        expect(claimsOf(session.accessToken)).toMatchObject({ user_id: tenant.userId });
        const fresh = { ...tenant, token: session.accessToken };
        expect((await kit.as(fresh, 'getUserProfile')).status).toBe(200);
      },
    );

    it('compares the address without case', async () => {
      const tenant = await kit.tenant();
      const session = await login(kit, { ...tenant, email: tenant.email.toUpperCase() });
      expect(expectSuccess<Session>(session, 'login').user.email).toBe(tenant.email);
    });

    it('does not compare the password without case', async () => {
      const tenant = await kit.tenant();
      const answer = await login(kit, { ...tenant, password: tenant.password.toUpperCase() });
      expectError(answer, 401, 'INVALID_CREDENTIALS');
    });

    kit.it(['login.rules.3', 'login.twin.email'], 'takes the address as username', async () => {
      const { email, password } = await kit.tenant();
      expectSuccess(await kit.anonymous('login', { body: { username: email, password } }), 'login');
    });

    kit.it('account.spelling.precedence', 'prefers the canonical spelling where both are sent', async () => {
      const { email, password } = await kit.tenant();
      const preferred = { username: newEmail(), email, password };
      expectSuccess(await kit.anonymous('login', { body: preferred }), 'login');
      const other = { username: email, email: newEmail(), password };
      expectError(await kit.anonymous('login', { body: other }), 401, 'INVALID_CREDENTIALS');
    });

    kit.it('login.rules.4', 'ignores the token and the tenant of the last session', async () => {
      const [tenant, last] = [await kit.tenant(), await kit.tenant()];
      kit.clock.advance(901);
      const { email, password } = tenant;
      const answer = await kit.as(last, 'login', { body: { email, password } });
      expect(expectSuccess<Session>(answer, 'login').tenant.id).toBe(tenant.tenantId);
    });
  });

  describe('refusing a sign-in', () => {
    kit.it(
      'login.401.INVALID_CREDENTIALS',
      'looks the same for an unknown address and a wrong password',
      async () => {
        const tenant = await kit.tenant();
        const wrong = await login(kit, { ...tenant, password: `${tenant.password}!` });
        const unknown = await login(kit, { ...tenant, email: newEmail() });
        expectError(wrong, 401, 'INVALID_CREDENTIALS');
        expect({ status: unknown.status, body: unknown.body }).toEqual({ status: 401, body: wrong.body });
      },
    );

    kit.it(
      ['login.403.EMAIL_NOT_VERIFIED', 'account.emailVerification.3'],
      'says that the address is not confirmed, to whoever knows the password only',
      () =>
        kit.elsewhere({ env: { EMAIL_VERIFICATION: 'on' } }, async (there) => {
          const body = person() as { email: string; password: string };
          await there.anonymous('register', { body });
          expectError(await login(there, body), 403, 'EMAIL_NOT_VERIFIED');
          expectError(await login(there, { ...body, password: 'another one' }), 401, 'INVALID_CREDENTIALS');
        }),
    );

    kit.it('login.403.FORBIDDEN', 'says that the user is deactivated', async () => {
      const tenant = await kit.tenant();
      const { data } = await kit.inside('account', tenant);
      await data.users.update({ _id: tenant.userId }, { $set: { status: 'INACTIVE' } });
      expectError(await login(kit, tenant), 403, 'FORBIDDEN');
    });

    kit.it(
      'login.422.VALIDATION_ERROR',
      'names every member that is missing or of a wrong type',
      async () => {
        expectInvalid(await kit.anonymous('login', { body: {} }), 'email', 'password');
        expectInvalid(await kit.anonymous('login'), 'email', 'password');
        expectInvalid(
          await kit.anonymous('login', { body: { email: 1, password: [] } }),
          'email',
          'password',
        );
        expectInvalid(await kit.anonymous('login', { body: { email: '', password: 'x' } }), 'email');
        expectInvalid(await kit.anonymous('login', { body: { email: null, password: 'x' } }), 'email');
      },
    );

    kit.it('account.spelling.validationErrors', 'names a member as the caller spelled it', async () => {
      expectInvalid(await kit.anonymous('login', { body: { username: 7, password: 'x' } }), 'username');
    });
  });
});
