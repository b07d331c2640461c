import { provisionTenant } from './provision';
import { enterAccount, PASSWORD, type TestAccount } from './testing/start-account';
import { dataOf } from '../common/testing/start-subgraph';
import type { SessionAnswer } from './testing/operations';

let house: TestAccount;

beforeAll(async () => {
  house = await enterAccount();
});

const person = (email: string): { email: string; password: string; firstName: string; lastName: string } => ({
  email,
  password: PASSWORD,
  firstName: 'Mary',
  lastName: 'Jackson',
});

describe('a tenant that is set up', () => {
  it('has its name, its people and what is known of the business', async () => {
    const { tenant, owner, members } = await provisionTenant(await house.context(), {
      name: 'Northwind Coffee',
      owner: { ...person('mary@example.com'), isPlatformAdmin: true },
      members: [person('dorothy@example.com'), person('katherine@example.com')],
      foundation: { businessName: 'Northwind Coffee', coreValues: ['Craft', 'Honesty'] },
    });
    expect(tenant).toMatchObject({ name: 'Northwind Coffee', ownerId: owner.id });
    expect(members.map(({ tenantId }) => tenantId)).toEqual([tenant.id, tenant.id]);

    const answer = await house.signIn('mary@example.com');
    const { session } = dataOf<{ signIn: { session: SessionAnswer } }>(answer).signIn;
    expect(session.tenant).toMatchObject({
      foundation: { businessName: 'Northwind Coffee', coreValues: ['Craft', 'Honesty'], vision: null },
    });
    expect((await house.verifyToken(session.accessToken)).viewer.isAdmin).toBe(true);
  });

  it('is not there at all when one of its people has a taken address', async () => {
    const context = await house.context();
    await provisionTenant(context, { owner: person('occupied@example.com') });
    const { data } = context.asPlatform('test');
    const before = await data.users.count({});
    const request = { owner: person('new@example.com'), members: [person('occupied@example.com')] };
    await expect(provisionTenant(context, request)).rejects.toMatchObject({ code: 'EMAIL_ALREADY_EXISTS' });
    expect(await data.users.count({})).toBe(before);
  });

  it('signs nobody in unless asked to', async () => {
    const context = await house.context();
    const { owner, refreshToken } = await provisionTenant(context, { owner: person('quiet@example.com') });
    expect(refreshToken).toBeUndefined();
    expect(await context.asPlatform('test').data.sessions.count({ userId: owner.id })).toBe(0);
  });
});
