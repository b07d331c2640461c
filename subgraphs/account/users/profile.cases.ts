import { type SessionAnswer, UPDATE_PROFILE } from '../testing/operations';
import { enterAccount, type TestAccount } from '../testing/start-account';
import { codeOf, dataOf } from '../../common/testing/start-subgraph';

let house: TestAccount;
let session: SessionAnswer;

beforeAll(async () => {
  house = await enterAccount();
});

beforeEach(async () => {
  session = await house.register({ phone: '4930123456' });
});

type Profile = Readonly<Record<string, unknown>>;

const ask = (input: Profile): ReturnType<TestAccount['ask']> =>
  house.ask({ document: UPDATE_PROFILE, variables: { input }, accessToken: session.accessToken });

const update = async (input: Profile): Promise<Profile> =>
  dataOf<{ updateProfile: { user: Profile } }>(await ask(input)).updateProfile.user;

const faults = async (input: Profile): Promise<unknown> => {
  const answer = await ask(input);
  expect(codeOf(answer)).toBe('VALIDATION_ERROR');
  return Object.keys(answer.errors?.[0]?.extensions?.['fields'] as object);
};

describe('updating the profile', () => {
  it('changes what is sent and nothing else', async () => {
    expect(await update({ firstName: ' Ada ', avatarUrl: 'https://pictures.example/ada.png' })).toMatchObject(
      {
        firstName: 'Ada',
        lastName: 'Hopper',
        phone: '4930123456',
        avatarUrl: 'https://pictures.example/ada.png',
      },
    );
  });

  it('removes phone and picture with null', async () => {
    await update({ avatarUrl: 'https://pictures.example/ada.png' });
    expect(await update({ phone: null, avatarUrl: null })).toMatchObject({ phone: null, avatarUrl: null });
  });

  it('does not remove names', async () => {
    expect(await faults({ firstName: null, lastName: null })).toEqual(['firstName', 'lastName']);
  });

  it('merges preferences by key', async () => {
    await update({ preferences: { theme: 'dark', notifications: { email: true, push: true } } });
    const { preferences } = await update({ preferences: { notifications: { email: false }, 'a.b': null } });
    expect(preferences).toEqual({ theme: 'dark', notifications: { email: false }, 'a.b': null });
    expect((await update({ preferences: null }))['preferences']).toEqual(preferences);
  });

  it('keeps preferences that are set at the same time', async () => {
    const keys = ['a', 'b', 'c', 'd'];
    await Promise.all(keys.map((key) => update({ preferences: { [key]: 1 } })));
    expect((await update({}))['preferences']).toEqual({ a: 1, b: 1, c: 1, d: 1 });
  });

  it('bounds the size of all preferences together', async () => {
    await update({ preferences: { a: 'x'.repeat(10_000) } });
    expect(await faults({ preferences: { b: 'x'.repeat(10_000) } })).toEqual(['preferences']);
    await update({ preferences: { a: 'y'.repeat(10_000) } });
  });

  it.each([
    ['firstName', '  '],
    ['lastName', 'x'.repeat(101)],
    ['phone', '+49 30'],
    ['avatarUrl', 'javascript:alert(1)'],
    ['avatarUrl', `https://pictures.example/${'x'.repeat(2048)}`],
  ])('refuses a %s that has not the form', async (member, value) => {
    expect(await faults({ [member]: value })).toEqual([member]);
  });

  it('is logged when something changes, and moves the time of the last change', async () => {
    const { data } = (await house.context()).asPlatform('test');
    const logged = (): Promise<number> =>
      data.changes.count({ tenantId: session.tenant.id, kind: 'profile_updated' });
    house.clock.advance(1);
    const { updatedAt } = await update({});
    expect(await logged()).toBe(0);
    expect((await update({ lastName: 'King' }))['updatedAt']).not.toBe(updatedAt);
    expect(await logged()).toBe(1);
  });

  it('needs a token', async () => {
    const answer = await house.ask({ document: UPDATE_PROFILE, variables: { input: {} } });
    expect(codeOf(answer)).toBe('UNAUTHORIZED');
  });
});
