import type { Answer } from '../harness/call';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { contract, type Kit } from '../harness/kit';
import { mailedLink, mailedToken, mailsTo } from '../harness/mail';
import { login, newEmail, person, type Session } from '../harness/people';

const DAY_SECONDS = 24 * 60 * 60;
const env = { EMAIL_VERIFICATION: 'on', FRONTEND_URLS: 'https://app.example,https://beta.example' };
const FROM_BETA = { 'x-frontend-base-url': 'https://beta.example' };

type Newcomer = Record<'email' | 'password', string>;

async function pending(kit: Kit, headers: Record<string, string> = {}): Promise<Newcomer> {
  const body = person() as Newcomer;
  const answer = await kit.anonymous('register', { body, headers });
  expect(answer.body).toMatchObject({ data: { requiresEmailVerification: true } });
  return body;
}

const confirm = (kit: Kit, token: string): Promise<Answer> =>
  kit.anonymous('confirmEmail', { body: { token } });

const resend = (kit: Kit, email: string, headers: Record<string, string> = {}): Promise<Answer> =>
  kit.anonymous('resendConfirmation', { query: { email }, headers });

const statusOf = async (kit: Kit, token: string): Promise<string> =>
  expectSuccess<{ status: string }>(
    await kit.anonymous('validateEmailToken', { query: { token } }),
    'validateEmailToken',
  ).status;

contract(
  'account/confirmation',
  (kit) => {
    rowsOfEveryEndpoint(kit, 'resendConfirmation', 'confirmEmail', 'validateEmailToken');

    kit.it(
      ['account.emailVerification.2', 'validateEmailToken.200', 'validateEmailToken.rules.1'],
      'whoever registers gets a mail, looks at its token, confirms with it, and signs in',
      async () => {
        const newcomer = await pending(kit);
        const [mail, ...others] = await mailsTo(kit, newcomer.email);
        expect({ subject: mail?.subject, others }).toEqual({
          subject: 'Confirm your e-mail address',
          others: [],
        });
        const link = await mailedLink(kit, newcomer.email);
        expect(link.href).toMatch(/^https:\/\/app\.example\/confirm-email\?token=/);
        const token = link.searchParams.get('token') ?? '';
        expectError(await login(kit, newcomer), 403, 'EMAIL_NOT_VERIFIED');
        for (const look of [1, 2]) expect([look, await statusOf(kit, token)]).toEqual([look, 'valid']);
        expect((await confirm(kit, token)).status).toBe(200);
        expect(await statusOf(kit, token)).toBe('used');
        const { user } = expectSuccess<Session>(await login(kit, newcomer), 'login');
        expect(user).toMatchObject({ status: 'Active', emailVerified: true });
      },
    );

    kit.it(
      ['account.headers.X-Frontend-Base-Url.sentOn.1', 'account.headers.X-Frontend-Base-Url.sentOn.2'],
      'the links lead back to the page that the mail was asked for on',
      async () => {
        const { email } = await pending(kit, FROM_BETA);
        expect((await mailedLink(kit, email)).origin).toBe('https://beta.example');
        await resend(kit, email);
        expect((await mailedLink(kit, email)).origin).toBe('https://app.example');
        await resend(kit, email, FROM_BETA);
        expect((await mailedLink(kit, email)).origin).toBe('https://beta.example');
      },
    );

    describe('asking for the mail again', () => {
      kit.it(
        ['resendConfirmation.200', 'resendConfirmation.rules.1', 'resendConfirmation.query.email'],
        'by a POST without a body mails a new link, which replaces the old one',
        async () => {
          const { email } = await pending(kit);
          const first = await mailedToken(kit, email);
          expectSuccess(await resend(kit, email), 'resendConfirmation');
          const second = await mailedToken(kit, email);
          expect([await statusOf(kit, first), await statusOf(kit, second)]).toEqual(['not_found', 'valid']);
        },
      );

      kit.it(
        ['resendConfirmation.rules.2', 'account.emailVerification.4'],
        'always succeeds, and mails those only who still have to confirm',
        async () => {
          const [waiting, active, nobody] = [await pending(kit), await kit.tenant(), newEmail()];
          const addresses = [waiting.email, active.email, nobody];
          const answers = await Promise.all(addresses.map((email) => resend(kit, email)));
          const counts = await Promise.all(
            addresses.map(async (email) => (await mailsTo(kit, email)).length),
          );
          expect(counts).toEqual([2, 0, 0]);
          const [first] = answers;
          for (const { status, body } of answers) {
            expect({ status, body }).toEqual({ status: 200, body: first?.body });
          }
        },
      );

      kit.it(
        ['resendConfirmation.rules.3', 'resendConfirmation.twin.email'],
        'takes the address as username',
        async () => {
          const { email } = await pending(kit);
          await mailsTo(kit, email);
          const answer = await kit.anonymous('resendConfirmation', { query: { username: email } });
          expect(answer.status).toBe(200);
          expect(await mailsTo(kit, email)).toHaveLength(2);
        },
      );

      kit.it('resendConfirmation.422.VALIDATION_ERROR', 'names the address when none is sent', async () => {
        expectInvalid(await kit.anonymous('resendConfirmation'), 'email');
      });
    });

    describe('confirming', () => {
      kit.it(
        ['confirmEmail.200', 'confirmEmail.rules.1'],
        'makes a pending user an active one, once',
        async () => {
          const newcomer = await pending(kit);
          const token = await mailedToken(kit, newcomer.email);
          expectSuccess(await confirm(kit, token), 'confirmEmail');
          expectError(await confirm(kit, token), 400, 'INVALID_TOKEN');
          const { user } = expectSuccess<Session>(await login(kit, newcomer), 'login');
          expect(user).toMatchObject({ status: 'Active', emailVerified: true });
        },
      );

      kit.it(
        ['confirmEmail.400.INVALID_TOKEN', 'validateEmailToken.rules.2', 'validateEmailToken.query.token'],
        'needs a token that is neither unknown nor spent nor expired; looking at such a one succeeds',
        async () => {
          const [spent, expired] = [
            await mailedToken(kit, (await pending(kit)).email),
            await mailedToken(kit, (await pending(kit)).email),
          ];
          await confirm(kit, spent);
          kit.clock.advance(DAY_SECONDS);
          const states = { [spent]: 'used', [expired]: 'expired', unknown: 'not_found' };
          for (const [token, state] of Object.entries(states)) {
            expect(await statusOf(kit, token)).toBe(state);
            expectError(await confirm(kit, token), 400, 'INVALID_TOKEN');
          }
        },
      );

      kit.it('account.tokens.mailTokens.confirmEmail', 'is possible for a day', async () => {
        const token = await mailedToken(kit, (await pending(kit)).email);
        kit.clock.advance(DAY_SECONDS - 1);
        expect(await statusOf(kit, token)).toBe('valid');
        expect((await confirm(kit, token)).status).toBe(200);
      });

      kit.it(
        ['confirmEmail.422.VALIDATION_ERROR', 'validateEmailToken.422.VALIDATION_ERROR'],
        'names a token that is missing or no text',
        async () => {
          expectInvalid(await kit.anonymous('confirmEmail', { body: {} }), 'token');
          expectInvalid(await kit.anonymous('confirmEmail', { body: { token: 5 } }), 'token');
          expectInvalid(await kit.anonymous('validateEmailToken'), 'token');
        },
      );
    });
  },
  { env },
);
