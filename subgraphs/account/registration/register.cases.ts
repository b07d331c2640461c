import { REGISTER, type SessionAnswer, VIEWER } from '../testing/operations';
import { enterAccount, newcomer, PASSWORD, type TestAccount } from '../testing/start-account';
import { codeOf, dataOf } from '../../common/testing/start-subgraph';

let house: TestAccount;

beforeAll(async () => {
  house = await enterAccount();
});

const register = (input: Record<string, unknown>, accessToken?: string): ReturnType<TestAccount['ask']> =>
  house.ask({ document: REGISTER, variables: { input }, accessToken });

describe('registering', () => {
  it('creates a user who owns a tenant of its own, and signs it in', async () => {
    const session = await house.register({
      email: 'Ada@Example.com',
      firstName: ' Ada ',
      lastName: 'Lovelace',
    });
    expect(session).toMatchObject({
      user: {
        email: 'Ada@Example.com',
        name: 'Ada Lovelace',
        status: 'ACTIVE',
        emailVerified: true,
        isTenantOwner: true,
        tenant: { id: session.tenant.id },
      },
      tenant: { name: "Ada's organisation" },
    });
    expect(dataOf(await house.ask({ document: VIEWER, accessToken: session.accessToken }))).toMatchObject({
      viewer: { id: session.user.id },
    });
  });

  it('leaves the business foundation to be written', async () => {
    expect((await house.register()).tenant).toMatchObject({
      foundation: {
        businessName: null,
        vision: null,
        purpose: null,
        coreValues: [],
        targetMarket: null,
        valueProposition: null,
      },
    });
  });

  it('numbers users and organisations in ascending order', async () => {
    const [first, second] = [await house.register(), await house.register()];
    expect(second.user.number).toBe(first.user.number + 1);
    expect(second.tenant.orgId).toBe(first.tenant.orgId + 1);
  });

  it('gives everybody another number when many register at the same time', async () => {
    const sessions = await Promise.all(Array.from({ length: 8 }, () => house.register()));
    expect(new Set(sessions.map(({ user }) => user.number)).size).toBe(8);
    expect(new Set(sessions.map(({ tenant }) => tenant.orgId)).size).toBe(8);
  });

  it('is in the log of the new tenant', async () => {
    const { user, tenant } = await house.register();
    const { data } = (await house.context()).asPlatform('test');
    expect(await data.changes.find({ tenantId: tenant.id })).toMatchObject([
      { seq: 1, kind: 'user_registered', actorId: user.id, subject: { type: 'user', id: user.id } },
    ]);
  });

  it('never keeps the password with the user, nor anywhere in the clear', async () => {
    const { user } = await house.register();
    const { data } = (await house.context()).asPlatform('test');
    expect(JSON.stringify(await data.users.load(user.id))).not.toMatch(/argon2|password/i);
    const credentials = await data.credentials.load(user.id);
    expect(credentials?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(credentials)).not.toContain(PASSWORD);
  });

  it('is not disturbed by a token of somebody else', async () => {
    const other = await house.register();
    const answer = await register(newcomer(), other.accessToken);
    const { session } = dataOf<{ register: { session: SessionAnswer } }>(answer).register;
    expect(session.user.tenant.id).toBe(session.tenant.id);
    expect(session.tenant.id).not.toBe(other.tenant.id);
  });
});

describe('an address that is taken', () => {
  it('is refused however it is spelled', async () => {
    await register(newcomer({ email: 'taken@example.com' }));
    const answer = await register(newcomer({ email: 'Taken@Example.COM' }));
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'EMAIL_ALREADY_EXISTS',
      fields: { email: 'This e-mail address is already registered' },
    });
  });

  it('leaves nothing behind of the registration that was refused', async () => {
    const { data } = (await house.context()).asPlatform('test');
    const counts = (): Promise<number[]> =>
      Promise.all(
        [data.users, data.tenants, data.foundations, data.sessions].map((records) => records.count({})),
      );
    await register(newcomer({ email: 'once@example.com' }));
    const before = await counts();
    await register(newcomer({ email: 'once@example.com' }));
    expect(await counts()).toEqual(before);
  });

  it('goes to one user only when two register it at the same time', async () => {
    const inputs = [newcomer({ email: 'race@example.com' }), newcomer({ email: 'RACE@example.com' })];
    const answers = await Promise.all(inputs.map((input) => register(input)));
    expect(answers.map(codeOf).toSorted()).toEqual(['EMAIL_ALREADY_EXISTS', undefined]);
    const { data } = (await house.context()).asPlatform('test');
    expect(await data.users.count({ emailKey: 'race@example.com' })).toBe(1);
  });
});

describe('what cannot be registered', () => {
  it.each([
    ['email', 'nobody'],
    ['password', 'short'],
    ['firstName', ' '],
    ['lastName', 'x'.repeat(101)],
    ['phone', '+49 30 1234567'],
  ])('names the member %s', async (member, value) => {
    const answer = await register(newcomer({ [member]: value }));
    expect(codeOf(answer)).toBe('VALIDATION_ERROR');
    expect(Object.keys(answer.errors?.[0]?.extensions?.['fields'] as object)).toEqual([member]);
  });
});
