import { newcomer, startAccount, type TestAccount } from '../testing/start-account';
import { REGISTER, REQUEST_PASSWORD_RESET } from '../testing/operations';
import { dataOf } from '../../common/testing/start-subgraph';
import { tokenIn } from '../testing/links';
import type { Mail, MailPort } from './port';

/** A server that can be down. */
class Server implements MailPort {
  readonly place = 'test';
  readonly tried: Mail[] = [];
  readonly sent: Mail[] = [];
  isDown = false;
  isClosed = false;

  async send(mail: Mail): Promise<void> {
    this.tried.push(mail);
    if (this.isDown) throw new Error('the server is down');
    this.sent.push(mail);
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}

const server = new Server();
let house: TestAccount;

beforeAll(async () => {
  house = await startAccount({ emailVerification: true, mailPort: server });
});

afterAll(() => house.stop());

beforeEach(() => {
  server.isDown = false;
  server.tried.length = 0;
  server.sent.length = 0;
});

async function register(email: string): Promise<void> {
  dataOf(await house.ask({ document: REGISTER, variables: { input: newcomer({ email }) } }));
}

async function askForReset(email: string): Promise<unknown> {
  return house.ask({ document: REQUEST_PASSWORD_RESET, variables: { email } });
}

/** Everything that is due has been tried. */
const settle = (): Promise<unknown> => house.mailsTo('nobody');

const orders = async (): Promise<number> =>
  (await house.context()).asPlatform('test').data.mailOrders.count({});

it('a mail is sent once, and nothing is left of its order', async () => {
  await register('once@example.com');
  await settle();
  await settle();
  expect(server.tried).toHaveLength(1);
  expect(await orders()).toBe(0);
});

it('a mail that cannot be sent fails nothing, and is tried again later and later until it is out', async () => {
  server.isDown = true;
  await register('patient@example.com');
  await settle();
  expect(server.tried).toHaveLength(1);
  for (const pause of [30, 60, 120]) {
    const tries = server.tried.length;
    house.clock.advance(pause - 1);
    await settle();
    expect(server.tried).toHaveLength(tries);
    house.clock.advance(1);
    await settle();
    expect(server.tried).toHaveLength(tries + 1);
  }
  server.isDown = false;
  house.clock.advance(240);
  await settle();
  expect(server.sent.map(({ to }) => to)).toEqual(['patient@example.com']);
  expect(await orders()).toBe(0);
});

it('each try has a token of its own, and only that of the mail that is out works', async () => {
  server.isDown = true;
  await register('late@example.com');
  await settle();
  server.isDown = false;
  house.clock.advance(30);
  await settle();
  const [lost, arrived] = server.tried.map(tokenIn);
  expect(await house.confirmationStatus(lost ?? '')).toBe('NOT_FOUND');
  expect(await house.confirmationStatus(arrived ?? '')).toBe('VALID');
});

it('a mail that can never be sent is given up after eleven tries', async () => {
  server.isDown = true;
  await register('hopeless@example.com');
  for (let tries = 0; tries < 15; tries += 1) {
    await settle();
    house.clock.advance(24 * 60 * 60);
  }
  expect(server.tried).toHaveLength(11);
  expect(await orders()).toBe(0);
});

it('asking again and again for a mail that is not out yet makes it one mail', async () => {
  await register('eager@example.com');
  await settle();
  server.isDown = true;
  for (let times = 0; times < 3; times += 1) {
    await askForReset('eager@example.com');
    await settle();
  }
  server.isDown = false;
  house.clock.advance(30);
  await settle();
  expect(server.sent.map(({ subject }) => subject)).toEqual([
    'Confirm your e-mail address',
    'Choose a new password',
  ]);
});

it('known and unknown addresses leave the same order, and only the known one gets a mail', async () => {
  await register('known@example.com');
  await settle();
  server.sent.length = 0;
  const [known, unknown] = [await askForReset('known@example.com'), await askForReset('unknown@example.com')];
  expect(unknown).toEqual(known);
  await settle();
  expect(server.sent.map(({ to }) => to)).toEqual(['known@example.com']);
  expect(await orders()).toBe(0);
});

it('no database holds what a link would hold', async () => {
  await register('secret@example.com');
  await settle();
  const token = tokenIn(server.sent[0]);
  const { data } = (await house.context()).asPlatform('test');
  const stored = [await data.mailTokens.find({}), await data.mailOrders.find({})];
  expect(JSON.stringify(stored)).toContain('secret@example.com');
  expect(JSON.stringify(stored)).not.toContain(token);
});

it('more mails than are sent at once all go out', async () => {
  const addresses = Array.from({ length: 23 }, (_, index) => `many-${index}@example.com`);
  await Promise.all(addresses.map(register));
  await settle();
  expect(server.sent.map(({ to }) => to).sort()).toEqual(addresses.sort());
});

it('the way out is closed when the house stops', async () => {
  const closing = new Server();
  const other = await startAccount({ mailPort: closing });
  expect(closing.isClosed).toBe(false);
  await other.stop();
  expect(closing.isClosed).toBe(true);
});
