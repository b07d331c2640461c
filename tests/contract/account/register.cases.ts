import type { Answer } from '../harness/call';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { contract, type Kit } from '../harness/kit';
import {
  claimsOf,
  login,
  newEmail,
  PENDING,
  person,
  register,
  REGISTERED,
  type Session,
} from '../harness/people';

const withVerification = { env: { EMAIL_VERIFICATION: 'on' } };

const sessionOf = (answer: Answer): Session => expectSuccess<Session>(answer, 'register', REGISTERED);

const pendingOf = (answer: Answer): { tenantId: string; requiresEmailVerification: boolean } =>
  expectSuccess(answer, 'register', PENDING);

const registered = async (kit: Kit, more: object): Promise<Session> =>
  sessionOf(await register(kit, person(more)));

contract('account/register', (kit) => {
  rowsOfEveryEndpoint(kit, 'register');

  describe('registering', () => {
    kit.it(
      ['register.200.1', 'register.rules.1', 'account.emailVerification.1'],
      'creates a user and the tenant that the user owns, and signs in',
      async () => {
        const body = person({ phone: '4915112345678' });
        const { user, tenant, accessToken } = sessionOf(await register(kit, body));
        expect(user).toMatchObject({
          email: body['email'],
          firstName: 'Grace',
          lastName: 'Hopper',
          phone: '4915112345678',
          avatarUrl: null,
          preferences: {},
          status: 'Active',
          isTenantOwner: true,
          tenantId: tenant.id,
        });
        expect(claimsOf(accessToken)).toMatchObject({ user_id: user.userId, tenant_id: tenant.id });
        const again = await login(kit, body as { email: string; password: string });
        expect(expectSuccess<Session>(again, 'login').tenant).toEqual(tenant);
      },
    );

    it('gives every user and every tenant numbers of their own', async () => {
      const [one, two] = [await registered(kit, {}), await registered(kit, {})];
      expect(one.tenant.id).not.toBe(two.tenant.id);
      expect(one.tenant.orgId).not.toBe(two.tenant.orgId);
      expect(one.user.userNumber).not.toBe(two.user.userNumber);
    });

    kit.it(
      ['register.200.2', 'register.rules.2', 'account.emailVerification.7'],
      'answers with what is waiting where the address must be confirmed first, as configured',
      async () => {
        const body = person();
        sessionOf(await kit.anonymous('register', { body }));
        await kit.elsewhere(withVerification, async (there) => {
          const pending = pendingOf(await there.anonymous('register', { body }));
          expect(pending).toMatchObject({ requiresEmailVerification: true });
          expect(pending.tenantId).not.toBe('');
        });
      },
    );

    kit.it(
      'account.emailVerification.5',
      'skips the confirmation with X-E2E-Test: true and nothing else',
      () =>
        kit.elsewhere(withVerification, async (there) => {
          const { user } = sessionOf(await register(there, person()));
          expect(user.status).toBe('Active');
          for (const value of ['false', '']) {
            pendingOf(
              await there.anonymous('register', { body: person(), headers: { 'x-e2e-test': value } }),
            );
          }
        }),
    );

    it('does not skip it outside development, without an error', () =>
      kit.elsewhere({ env: { NODE_ENV: 'test' } }, async (there) => {
        for (const value of ['true', '1']) {
          const headers = { 'x-e2e-test': value };
          pendingOf(await there.anonymous('register', { body: person(), headers }));
        }
      }));

    kit.it(
      ['register.twin.firstName', 'register.twin.lastName'],
      'takes the names in either spelling',
      async () => {
        const body = { email: newEmail(), password: 'long enough', first_name: 'Alan', last_name: 'Turing' };
        expect(sessionOf(await register(kit, body)).user).toMatchObject({
          firstName: 'Alan',
          lastName: 'Turing',
        });
      },
    );

    kit.it('register.rules.4', 'takes a username and stays with the address', async () => {
      const body = person({ username: 'grace.hopper' });
      const { accessToken } = sessionOf(await register(kit, body));
      expect(claimsOf(accessToken)['username']).toBe(body['email']);
    });
  });

  describe('an address that is taken', () => {
    kit.it('register.409.EMAIL_ALREADY_EXISTS', 'is refused, with a message beside the field', async () => {
      const body = person();
      await register(kit, body);
      const { errors } = expectError(await register(kit, body), 409, 'EMAIL_ALREADY_EXISTS');
      expect(errors).toEqual({ email: expect.stringMatching(/\S/) as string });
    });

    it('is given to one of several who ask at the same time', async () => {
      const body = person();
      const answers = await Promise.all([1, 2, 3].map(() => register(kit, body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    });

    it('is taken in any case', async () => {
      const { email, ...rest } = person();
      await register(kit, { email, ...rest });
      const answer = await register(kit, { ...rest, email: String(email).toUpperCase() });
      expectError(answer, 409, 'EMAIL_ALREADY_EXISTS');
    });
  });

  describe('members', () => {
    const refused = async (more: object, ...members: string[]): Promise<void> =>
      expectInvalid(await register(kit, person(more)), ...members);

    kit.it(
      'register.422.VALIDATION_ERROR',
      'that are missing or of a wrong type are named all at once',
      async () => {
        expectInvalid(await register(kit, {}), 'email', 'password', 'firstName', 'lastName');
        await refused(
          { email: 1, password: 2, firstName: 3, lastName: {} },
          'email',
          'password',
          'firstName',
          'lastName',
        );
      },
    );

    it('are named as the caller spelled them', async () => {
      const body = { email: newEmail(), password: 'long enough', first_name: '', last_name: 'T' };
      expectInvalid(await register(kit, body), 'first_name');
    });

    kit.it('register.rules.3', 'accept a phone number of digits only', async () => {
      await refused({ phone: '+49 151 1234' }, 'phone');
      expect((await registered(kit, { phone: '49151123456' })).user.phone).toBe('49151123456');
    });

    kit.it('register.rules.5', 'are limited as documented, border included', async () => {
      const name = (length: number): string => 'n'.repeat(length);
      await registered(kit, { password: name(8), firstName: name(100), lastName: name(1), phone: '1234567' });
      await registered(kit, { firstName: name(1), lastName: name(100), phone: '123456789012345' });
      await refused({ password: name(7) }, 'password');
      await refused({ firstName: name(101), lastName: name(101) }, 'firstName', 'lastName');
      await refused({ firstName: '', lastName: '   ' }, 'firstName', 'lastName');
      await refused({ phone: '123456' }, 'phone');
      await refused({ phone: '1234567890123456' }, 'phone');
    });

    it('accept an address of 254 characters that is well formed', async () => {
      const long = (length: number): string => {
        const unique = newEmail().split('@')[0] ?? '';
        const domain = `${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}.example`;
        return `${unique}${'x'.repeat(length - unique.length - domain.length - 1)}@${domain}`;
      };
      expect((await registered(kit, { email: long(254) })).user.email).toHaveLength(254);
      await refused({ email: long(255) }, 'email');
      for (const email of ['grace', 'grace@', '@example.com', 'grace hopper@example.com', 'grace@example']) {
        await refused({ email }, 'email');
      }
    });
  });
});
