import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectError, expectSuccess } from '../harness/expect';
import { contract } from '../harness/kit';
import { login, type Profile, register, REGISTERED, person, type Session } from '../harness/people';

contract('account/users', (kit) => {
  rowsOfEveryEndpoint(kit, 'getUserProfile', 'getUserById');

  kit.it(
    ['getUserProfile.200', 'getUserProfile.rules.1'],
    "the profile is the caller's, as it was at the sign-in",
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const profile = expectSuccess<Profile>(await kit.as(tenant, 'getUserProfile'), 'getUserProfile');
      const session = expectSuccess<Session>(await login(kit, tenant), 'login');
      expect(profile).toEqual(session.user);
      expect(profile).toMatchObject({
        userId: tenant.userId,
        email: tenant.email,
        tenantId: tenant.tenantId,
      });
      expect(profile.userId).not.toBe(other.userId);
    },
  );

  kit.it(
    ['getUserById.200', 'getUserById.rules.1'],
    'a user of the tenant is shown with the names, and not with the whole profile',
    async () => {
      const session = expectSuccess<Session>(await register(kit, person()), 'register', REGISTERED);
      const { user, tenant, accessToken: token } = session;
      const answer = await kit.as({ ...(await kit.tenant()), token, tenantId: tenant.id }, 'getUserById', {
        params: { id: user.userId },
      });
      expect(expectSuccess(answer, 'getUserById')).toMatchObject({
        userId: user.userId,
        email: user.email,
        firstName: 'Grace',
        lastName: 'Hopper',
        avatarUrl: null,
      });
    },
  );

  kit.it(
    'getUserById.404.RESOURCE_NOT_FOUND',
    'a user of another tenant looks like none at all',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const theirs = await kit.as(tenant, 'getUserById', { params: { id: other.userId } });
      const { error } = expectError(theirs, 404, 'RESOURCE_NOT_FOUND');
      const nobody = await kit.as(tenant, 'getUserById', { params: { id: 'nobody' } });
      expect(expectError(nobody, 404, 'RESOURCE_NOT_FOUND').error).toBe(error);
    },
  );

  it('the fixed paths below /user go before the alias', async () => {
    const tenant = await kit.tenant();
    const answer = await kit.as(tenant, 'getUserById', { path: '/user/profile' });
    expectSuccess(answer, 'getUserProfile');
  });
});
