import type { JWTPayload } from 'jose';
import type { Answer } from '../harness/call';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { closeGoogle, googleAccount, idToken, openGoogle } from '../harness/google';
import { contract, type Kit } from '../harness/kit';
import { login, type Session } from '../harness/people';

const env: Record<string, string> = {};

beforeAll(async () => void Object.assign(env, await openGoogle()));
afterAll(closeGoogle);

const ask = async (kit: Kit, claims: JWTPayload): Promise<Answer> =>
  kit.anonymous('loginWithGoogle', { body: { token: await idToken(kit, claims) } });

const signIn = async (kit: Kit, claims: JWTPayload): Promise<Session> =>
  expectSuccess<Session>(await ask(kit, claims), 'loginWithGoogle');

contract(
  'account/google',
  (kit) => {
    rowsOfEveryEndpoint(kit, 'loginWithGoogle');

    kit.it(
      ['loginWithGoogle.200', 'loginWithGoogle.rules.1'],
      'signing in with Google answers as signing in with a password does',
      async () => {
        const tenant = await kit.tenant();
        const byPassword = expectSuccess<Session>(await login(kit, tenant), 'login');
        const byGoogle = await signIn(kit, googleAccount({ email: tenant.email }));
        expect(Object.keys(byGoogle).sort()).toEqual(Object.keys(byPassword).sort());
        expect({ user: byGoogle.user, tenant: byGoogle.tenant }).toEqual({
          user: byPassword.user,
          tenant: byPassword.tenant,
        });
        const profile = await kit.as({ ...tenant, token: byGoogle.accessToken }, 'getUserProfile');
        expectSuccess(profile, 'getUserProfile');
      },
    );

    kit.it(
      'loginWithGoogle.rules.2',
      'an unknown Google account becomes the owner of a new tenant, a known one is whom it was before',
      async () => {
        const claims = googleAccount();
        const first = await signIn(kit, claims);
        expect(first.user).toMatchObject({
          email: claims['email'],
          firstName: 'Ada',
          lastName: 'King',
          status: 'Active',
          emailVerified: true,
          isTenantOwner: true,
        });
        const second = await signIn(kit, claims);
        expect(second.user.userId).toBe(first.user.userId);
        expect(second.tenant).toEqual(first.tenant);
        expect((await signIn(kit, googleAccount())).tenant.id).not.toBe(first.tenant.id);
      },
    );

    kit.it('loginWithGoogle.rules.3', 'the picture is taken where the user has none', async () => {
      const tenant = await kit.tenant();
      const claims = googleAccount({ email: tenant.email, picture: 'https://pictures.example/1.png' });
      expect((await signIn(kit, claims)).user).toMatchObject({ avatarUrl: 'https://pictures.example/1.png' });
      const later = { ...claims, picture: 'https://pictures.example/2.png' };
      expect((await signIn(kit, later)).user).toMatchObject({ avatarUrl: 'https://pictures.example/1.png' });
    });

    kit.it(
      ['loginWithGoogle.rules.4', 'account.emailVerification.6'],
      'a Google account may have no address',
      async () => {
        const { email: _email, ...claims } = googleAccount();
        const { status, body } = await ask(kit, claims);
        const user = { email: null, emailVerified: false, email_verified: false, status: 'Active' };
        expect({ status, body }).toMatchObject({ status: 200, body: { success: true, data: { user } } });
      },
    );

    kit.it(
      'loginWithGoogle.401.INVALID_TOKEN',
      'what Google does not vouch for here and now is refused',
      async () => {
        const old = await idToken(kit, googleAccount());
        kit.clock.advance(3600);
        const others = await idToken(kit, googleAccount({ aud: 'another.client' }));
        for (const token of ['no.such.token', old, others, (await kit.tenant()).token]) {
          const answer = await kit.anonymous('loginWithGoogle', { body: { token } });
          expectError(answer, 401, 'INVALID_TOKEN');
        }
      },
    );

    it('every token is refused where sign-in with Google is not configured', () =>
      kit.elsewhere({ env: {} }, async (there) => {
        expectError(await ask(there, googleAccount()), 401, 'INVALID_TOKEN');
      }));

    kit.it(
      'loginWithGoogle.422.VALIDATION_ERROR',
      'a token that is missing or no text is named',
      async () => {
        expectInvalid(await kit.anonymous('loginWithGoogle', { body: {} }), 'token');
        expectInvalid(await kit.anonymous('loginWithGoogle', { body: { token: 1 } }), 'token');
      },
    );
  },
  { env },
);
