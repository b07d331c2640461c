import { REGISTER } from '../testing/operations';
import { newcomer, startAccount, type TestAccount } from '../testing/start-account';
import { codeOf, dataOf } from '../../common/testing/start-subgraph';

interface Pending {
  readonly register: { readonly session: object | null; readonly pending: object | null };
}

async function register(house: TestAccount, input: Record<string, unknown>): Promise<Pending['register']> {
  const answer = await house.ask({ document: REGISTER, variables: { input } });
  return dataOf<Pending>(answer).register;
}

describe('where addresses must be confirmed', () => {
  let house: TestAccount;

  beforeAll(async () => {
    house = await startAccount({ emailVerification: true });
  });

  afterAll(() => house.stop());

  it('registering answers what is waiting, and no tokens', async () => {
    expect(await register(house, newcomer())).toEqual({
      session: null,
      pending: {
        requiresEmailVerification: true,
        tenant: { id: expect.any(String), name: "Grace's organisation" },
      },
    });
  });

  it('nobody skips that outside development', async () => {
    expect(await register(house, newcomer({ skipVerification: true }))).toMatchObject({ session: null });
  });

  it('signing in waits for the confirmation', async () => {
    await register(house, newcomer({ email: 'waiting@example.com' }));
    expect(codeOf(await house.signIn('waiting@example.com'))).toBe('EMAIL_NOT_VERIFIED');
  });

  it('a wrong password does not tell that somebody is waiting', async () => {
    await register(house, newcomer({ email: 'secret@example.com' }));
    expect(codeOf(await house.signIn('secret@example.com', 'wrong horse'))).toBe('INVALID_CREDENTIALS');
  });
});

describe('where addresses must be confirmed, in development', () => {
  let house: TestAccount;

  beforeAll(async () => {
    house = await startAccount({ emailVerification: true, development: true });
  });

  afterAll(() => house.stop());

  it('registering can skip that', async () => {
    expect(await register(house, newcomer({ skipVerification: true }))).toMatchObject({
      session: { user: { status: 'ACTIVE', emailVerified: true } },
      pending: null,
    });
  });

  it('registering does not skip that unasked', async () => {
    expect(await register(house, newcomer())).toMatchObject({ session: null, pending: {} });
  });
});
