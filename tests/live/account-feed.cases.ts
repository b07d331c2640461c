/** What Account tells of users: nothing of what concerns the safety of an account. Source: schema/account.graphql. */
import { mailedToken } from '../contract/harness/mail';
import { graphql } from '../support/graphql';
import { startTestHouse, type TestHouse, type TestTenant } from '../support/house';
import type { Reader } from './clients';
import { FEEDS, next, person, type Person, several } from './house-feeds';

describe.each(['local', 'http'] as const)('over %s', (transport) => {
  let house: TestHouse;
  let tenant: TestTenant;
  let ada: Person;
  const readers: Reader[] = [];

  beforeAll(async () => {
    house = await startTestHouse({ transport, env: { EMAIL_VERIFICATION: 'on' } });
  });

  afterAll(() => house.stop());

  beforeEach(async () => {
    tenant = await house.newTenant();
    ada = person(house, tenant, readers);
  });

  afterEach(() => {
    for (const reader of readers.splice(0)) reader.close();
  });

  /** A refresh token that comes back when it is spent revokes its session. */
  async function stealSession(): Promise<void> {
    const refresh =
      'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { accessToken } }';
    const { refreshToken } = tenant;
    await ada.act(refresh, { refreshToken });
    house.clock.advance(60);
    await expect(ada.act(refresh, { refreshToken })).rejects.toThrow('INVALID_TOKEN');
  }

  it('Account tells that a new user has confirmed the address', async () => {
    const user = { email: `${tenant.userId}@example.com`, password: 'long enough' };
    await ada.act(
      'mutation ($input: RegisterInput!) { register(input: $input) { pending { requiresEmailVerification } } }',
      {
        ...user,
        firstName: 'Grace',
        lastName: 'Hopper',
      },
    );
    await ada.act('mutation ($input: ConfirmEmailInput!) { confirmEmail(input: $input) { confirmed } }', {
      token: await mailedToken({ house }, user.email),
    });
    const { signIn } = await ada.act<{ signIn: { session: { accessToken: string } } }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }',
      user,
    );
    const grace = person(house, { token: signIn.session.accessToken }, readers);
    const name = 'Grace Hopper';
    expect(await several(grace.follow(FEEDS.accountActivity, { after: '0' }), 2)).toMatchObject([
      { cursor: '1', kind: 'USER_REGISTERED', user: { name }, author: { name } },
      { cursor: '2', kind: 'EMAIL_CONFIRMED', user: { name }, author: { name } },
    ]);
  });

  it('Account tells what happens to users, and nothing of what concerns the safety of an account', async () => {
    const feed = ada.follow(FEEDS.accountActivity, { after: '0' });
    const [name, createdBy] = ['Ada Lovelace', tenant.userId];
    expect(await next(feed)).toEqual({
      cursor: '1',
      kind: 'USER_REGISTERED',
      description: expect.any(String),
      user: { id: createdBy, name },
      createdBy,
      createdAt: house.clock.now().toISOString(),
      author: { name },
    });

    await stealSession();
    const reset = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { reset } }';
    const ask = 'mutation ($input: MailLinkInput!) { requestPasswordReset(input: $input) { requested } }';
    await ada.act(ask, { email: tenant.email });
    await ada.act(reset, { token: await mailedToken({ house }, tenant.email), newPassword: 'another one' });
    const rename = 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }';
    await ada.act(rename, { firstName: 'Augusta Ada' });
    const position = '{ accountPosition }';
    const { data } = await graphql<{ accountPosition: string }>(house.url, position, {}, tenant.token);
    const { cursor, ...event } = await next(feed);
    expect(event).toMatchObject({ kind: 'PROFILE_UPDATED', user: { name: 'Augusta Ada Lovelace' } });
    // The revoked session and the new password stand in the log between the two.
    expect([cursor, data?.accountPosition]).toEqual(['4', '4']);
  });
});
