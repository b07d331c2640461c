import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectInvalid, expectSuccess } from '../harness/expect';
import { contract, type Tenant } from '../harness/kit';
import type { Profile } from '../harness/people';

contract('account/profile', (kit) => {
  rowsOfEveryEndpoint(kit, 'updateUserProfile');

  const update = async (tenant: Tenant, body: object): Promise<Profile> =>
    expectSuccess<Profile>(await kit.as(tenant, 'updateUserProfile', { body }), 'updateUserProfile');

  const refused = async (body: object, ...members: string[]): Promise<void> =>
    expectInvalid(await kit.as(await kit.tenant(), 'updateUserProfile', { body }), ...members);

  const PICTURE = 'https://pictures.example/ada.png';

  kit.it(
    ['updateUserProfile.200', 'updateUserProfile.rules.1'],
    'changes what is sent, and never the address',
    async () => {
      const tenant = await kit.tenant();
      const before = expectSuccess<Profile>(await kit.as(tenant, 'getUserProfile'), 'getUserProfile');
      const body = { firstName: 'Augusta', phone: '4930123456', email: 'new@example.com' };
      const changed = await update(tenant, body);
      expect(changed).toMatchObject({ firstName: 'Augusta', phone: '4930123456', lastName: before.lastName });
      expect(changed.email).toBe(tenant.email);
      const after = expectSuccess<Profile>(await kit.as(tenant, 'getUserProfile'), 'getUserProfile');
      expect(after).toEqual(changed);
    },
  );

  kit.it(
    [
      'updateUserProfile.twin.firstName',
      'updateUserProfile.twin.lastName',
      'updateUserProfile.twin.avatarUrl',
    ],
    'takes every member in either spelling',
    async () => {
      const body = { first_name: 'Augusta', last_name: 'King', avatar_url: PICTURE };
      const expected = { firstName: 'Augusta', lastName: 'King', avatarUrl: PICTURE };
      expect(await update(await kit.tenant(), body)).toMatchObject(expected);
      expect(await update(await kit.tenant(), expected)).toMatchObject(expected);
    },
  );

  kit.it('updateUserProfile.rules.2', 'null clears phone and picture, and is refused for names', async () => {
    const tenant = await kit.tenant();
    await update(tenant, { phone: '4930123456', avatarUrl: PICTURE });
    const cleared = { phone: null, avatarUrl: null };
    expect(await update(tenant, cleared)).toMatchObject(cleared);
    await refused({ firstName: null, last_name: null }, 'firstName', 'last_name');
  });

  kit.it('updateUserProfile.rules.3', 'merges preferences by key and keeps unknown ones', async () => {
    const tenant = await kit.tenant();
    await update(tenant, { preferences: { theme: 'dark', language: 'en' } });
    const preferences = { language: 'de', ourOwn: { deep: [1, null] } };
    expect(await update(tenant, { preferences })).toMatchObject({
      preferences: { theme: 'dark', language: 'de', ourOwn: { deep: [1, null] } },
    });
  });

  kit.it('updateUserProfile.422.VALIDATION_ERROR', 'names every member that is not acceptable', async () => {
    await refused(
      { firstName: ' ', lastName: 'x'.repeat(101), phone: '+49', avatarUrl: 'picture.png', preferences: [] },
      'firstName',
      'lastName',
      'phone',
      'avatarUrl',
      'preferences',
    );
    await refused({ first_name: 7, avatar_url: 'javascript:alert(1)' }, 'first_name', 'avatar_url');
    await refused({ preferences: { large: 'x'.repeat(20_000) } }, 'preferences');
  });
});
