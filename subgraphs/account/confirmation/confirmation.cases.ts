import { CONFIRM_EMAIL, REGISTER, RESEND_CONFIRMATION, REQUEST_PASSWORD_RESET } from '../testing/operations';
import { tokenIn } from '../testing/links';
import { newcomer, startAccount, type TestAccount } from '../testing/start-account';
import { codeOf, dataOf } from '../../common/testing/start-subgraph';

const DAY_SECONDS = 24 * 60 * 60;

let house: TestAccount;

beforeAll(async () => {
  house = await startAccount({ emailVerification: true });
});

afterAll(() => house.stop());

/** Registers, and answers the address with the token of the mail. */
async function pending(): Promise<{ email: string; token: string }> {
  const input = newcomer();
  dataOf(await house.ask({ document: REGISTER, variables: { input } }));
  const email = String(input['email']);
  return { email, token: await lastToken(email) };
}

const lastToken = async (email: string): Promise<string> => tokenIn((await house.mailsTo(email)).at(-1));

const confirm = (token: string): ReturnType<TestAccount['ask']> =>
  house.ask({ document: CONFIRM_EMAIL, variables: { token } });

async function user(email: string): Promise<unknown> {
  return (await house.context()).asPlatform('test').data.users.findOne({ emailKey: email });
}

describe('confirming an address', () => {
  it('makes a user who can sign in', async () => {
    const { email, token } = await pending();
    expect(codeOf(await house.signIn(email))).toBe('EMAIL_NOT_VERIFIED');
    expect(dataOf(await confirm(token))).toEqual({ confirmEmail: { confirmed: true } });
    expect(dataOf(await house.signIn(email))).toMatchObject({
      signIn: { session: { user: { status: 'ACTIVE', emailVerified: true } } },
    });
  });

  it('is in the log of the tenant', async () => {
    const { email, token } = await pending();
    await confirm(token);
    const { data } = (await house.context()).asPlatform('test');
    const { id, tenantId } = (await user(email)) as { id: string; tenantId: string };
    expect(await data.changes.find({ tenantId, kind: 'email_confirmed' })).toMatchObject([
      { actorId: id, subject: { type: 'user', id } },
    ]);
  });

  it('works once, also when it is tried several times at once', async () => {
    const { token } = await pending();
    const answers = await Promise.all([1, 2, 3].map(() => confirm(token)));
    expect(answers.map(codeOf).sort()).toEqual(['INVALID_TOKEN', 'INVALID_TOKEN', undefined]);
  });

  it('does not bring back a user who was deactivated', async () => {
    const { email, token } = await pending();
    const { data } = (await house.context()).asPlatform('test');
    await data.users.update({ emailKey: email }, { $set: { status: 'INACTIVE' } });
    await confirm(token);
    expect(await user(email)).toMatchObject({ status: 'INACTIVE', emailVerified: true });
  });

  it('says nothing of an address that the user has not had when it was mailed', async () => {
    const { email, token } = await pending();
    const { data } = (await house.context()).asPlatform('test');
    const moved = { email: `new-${email}`, emailKey: `new-${email}` };
    await data.users.update({ emailKey: email }, { $set: moved });
    expect(codeOf(await confirm(token))).toBe('INVALID_TOKEN');
    expect(await user(moved.emailKey)).toMatchObject({ emailVerified: false });
    expect(await house.confirmationStatus(token)).toBe('VALID');
  });

  it('takes no token of another kind of mail, and none that it does not know', async () => {
    const { email } = await pending();
    await house.ask({ document: REQUEST_PASSWORD_RESET, variables: { email } });
    const token = await lastToken(email);
    expect(codeOf(await confirm(token))).toBe('INVALID_TOKEN');
    expect(await house.confirmationStatus(token)).toBe('NOT_FOUND');
    expect(codeOf(await confirm('unknown'))).toBe('INVALID_TOKEN');
  });
});

describe('the token of a confirmation mail', () => {
  it('can be looked at as often as one likes', async () => {
    const { token } = await pending();
    expect(await house.confirmationStatus(token)).toBe('VALID');
    expect(await house.confirmationStatus(token)).toBe('VALID');
    await confirm(token);
    expect(await house.confirmationStatus(token)).toBe('USED');
  });

  it('works for a day and not longer', async () => {
    const { token } = await pending();
    house.clock.advance(DAY_SECONDS - 1);
    expect(await house.confirmationStatus(token)).toBe('VALID');
    house.clock.advance(1);
    expect(await house.confirmationStatus(token)).toBe('EXPIRED');
    expect(codeOf(await confirm(token))).toBe('INVALID_TOKEN');
  });

  it('is still told as spent when it has expired too', async () => {
    const { token } = await pending();
    await confirm(token);
    house.clock.advance(DAY_SECONDS);
    expect(await house.confirmationStatus(token)).toBe('USED');
  });
});

describe('asking for the mail again', () => {
  const resend = (email: string): ReturnType<TestAccount['ask']> =>
    house.ask({ document: RESEND_CONFIRMATION, variables: { email } });

  it('mails a new link, which replaces the old one', async () => {
    const { email, token } = await pending();
    expect(dataOf(await resend(email.toUpperCase()))).toEqual({
      resendEmailConfirmation: { requested: true },
    });
    const next = await lastToken(email);
    expect(next).not.toBe(token);
    expect(await house.confirmationStatus(token)).toBe('NOT_FOUND');
    expect(dataOf(await confirm(next))).toEqual({ confirmEmail: { confirmed: true } });
  });

  it('mails nothing to who is confirmed, and says so to nobody', async () => {
    const { email, token } = await pending();
    await confirm(token);
    expect(await resend(email)).toEqual(await resend('nobody@example.com'));
    expect(await house.mailsTo(email)).toHaveLength(1);
    expect(await house.mailsTo('nobody@example.com')).toEqual([]);
  });
});
