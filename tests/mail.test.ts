/** Mail over a real mail server, through the whole house. */
import { readMail } from '../subgraphs/account/testing/eml';
import { tokenIn } from '../subgraphs/account/testing/links';
import { startSmtp, type TestSmtp } from '../subgraphs/account/testing/smtp';
import { startTestHouse, type TestHouse } from './support/house';
import { mailroomOf } from './support/mailroom';
import { rest } from './support/rest';

const AUTH = '/account/api/v1/auth';
const ADA = { email: 'ada@example.com', password: 'long enough', firstName: 'Ada', lastName: 'King' };

let server: TestSmtp;
let house: TestHouse;

beforeAll(async () => {
  server = await startSmtp();
  house = await startTestHouse({
    env: {
      EMAIL_VERIFICATION: 'on',
      SMTP_URL: `smtp://user:p%40ss@127.0.0.1:${server.port}`,
      MAIL_FROM: 'PurposePath <hello@purposepath.example>',
      FRONTEND_URLS: 'https://app.purposepath.example',
    },
  });
});

afterAll(async () => {
  await house.stop();
  await server.stop();
});

const register = (body: object): ReturnType<typeof rest> =>
  rest(house.url, `POST ${AUTH}/register`, { body });

const settle = async (): Promise<void> => (await mailroomOf(house)).finish();

it('a newcomer confirms the address by the mail that arrives, and signs in', async () => {
  expect(await register(ADA)).toMatchObject({
    status: 200,
    body: { data: { requiresEmailVerification: true } },
  });
  await settle();
  const mail = readMail(server.received[0] ?? '');
  expect(mail).toMatchObject({ from: 'PurposePath <hello@purposepath.example>', to: ADA.email });
  expect(mail.text).toContain('\nhttps://app.purposepath.example/confirm-email?token=');
  const token = tokenIn(mail);
  const { body } = await rest(house.url, `GET ${AUTH}/confirm-email/validate?token=${token}`);
  expect(body).toEqual({ success: true, data: { status: 'valid' } });
  expect((await rest(house.url, `POST ${AUTH}/confirm-email`, { body: { token } })).status).toBe(200);
  expect(await rest(house.url, `POST ${AUTH}/login`, { body: ADA })).toMatchObject({
    status: 200,
    body: { data: { user: { email: ADA.email, status: 'Active', emailVerified: true } } },
  });
});

it('a server that is away fails no registration, and gets the mail when it is back', async () => {
  const { port, received } = server;
  const before = received.length;
  await server.stop();
  const body = { ...ADA, email: 'patient@example.com' };
  expect((await register(body)).status).toBe(200);
  await settle();
  server = await startSmtp(port);
  expect(received).toHaveLength(before);
  house.clock.advance(30);
  await settle();
  expect(server.received.map((mail) => readMail(mail).to)).toEqual(['patient@example.com']);
});
