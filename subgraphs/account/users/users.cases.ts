import { provisionTenant } from '../provision';
import { ENTITIES, type SessionAnswer, VIEWER } from '../testing/operations';
import { enterAccount, newcomer, type TestAccount } from '../testing/start-account';
import { codeOf, dataOf } from '../../common/testing/start-subgraph';

const USER = 'query ($id: ID!) { user(id: $id) { id name email avatarUrl } }';

let house: TestAccount;
let session: SessionAnswer;
let stranger: SessionAnswer;

beforeAll(async () => {
  house = await enterAccount();
  session = await house.register();
  stranger = await house.register({ firstName: 'Alan', lastName: 'Turing' });
});

const entities = async (references: object[], accessToken = session.accessToken): Promise<unknown> =>
  dataOf<{ _entities: unknown }>(
    await house.ask({ document: ENTITIES, variables: { references }, accessToken }),
  )._entities;

describe('the viewer', () => {
  it('is the user that the token names', async () => {
    const { id, number, email } = session.user;
    expect(dataOf(await house.ask({ document: VIEWER, accessToken: session.accessToken }))).toEqual({
      viewer: {
        id,
        number,
        email,
        name: 'Grace Hopper',
        isTenantOwner: true,
        tenant: { id: session.tenant.id, orgId: session.tenant.orgId },
      },
    });
  });

  it('needs a token', async () => {
    expect(codeOf(await house.ask({ document: VIEWER }))).toBe('UNAUTHORIZED');
  });

  it('has to sign in again when the user is gone', async () => {
    const gone = await house.register();
    const { data } = (await house.context()).asPlatform('test');
    await data.users.remove({ _id: gone.user.id }, house.clock.now());
    expect(codeOf(await house.ask({ document: VIEWER, accessToken: gone.accessToken }))).toBe('UNAUTHORIZED');
  });
});

describe('a user by id', () => {
  const ask = async (id: string): Promise<unknown> =>
    dataOf(await house.ask({ document: USER, variables: { id }, accessToken: session.accessToken }));

  it('is found in the tenant of the caller, with or without a prefix', async () => {
    const expected = {
      user: { id: session.user.id, name: 'Grace Hopper', email: session.user.email, avatarUrl: null },
    };
    expect(await ask(session.user.id)).toEqual(expected);
    expect(await ask(`user_${session.user.id}`)).toEqual(expected);
  });

  it.each([
    ['of another tenant', () => stranger.user.id],
    ['whom nobody knows', () => 'unknown'],
  ])('is null for one %s', async (_, id) => {
    expect(await ask(id())).toEqual({ user: null });
  });
});

describe('a user that another subgraph refers to', () => {
  it('is found by id and by number', async () => {
    const { id, number } = session.user;
    const references = [
      { __typename: 'User', id },
      { __typename: 'User', number },
    ];
    expect(await entities(references)).toEqual([
      { name: 'Grace Hopper', number },
      { name: 'Grace Hopper', number },
    ]);
  });

  it('is null when it belongs to another tenant', async () => {
    const { id, number } = stranger.user;
    const references = [
      { __typename: 'User', id },
      { __typename: 'User', number },
    ];
    expect(await entities(references)).toEqual([null, null]);
  });
});

describe('a user who does not own the tenant', () => {
  it('sees the tenant all the same', async () => {
    const { email } = newcomer();
    const member = {
      email: email as string,
      password: 'correct horse',
      firstName: 'Joan',
      lastName: 'Clarke',
    };
    const owner = { ...member, email: `owner-${member.email}` };
    const { tenant } = await provisionTenant(await house.context(), { owner, members: [member] });
    const answer = dataOf<{ signIn: { session: SessionAnswer } }>(await house.signIn(member.email));
    expect(answer.signIn.session).toMatchObject({
      user: { isTenantOwner: false },
      tenant: { id: tenant.id },
    });
  });
});
