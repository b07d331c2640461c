/** Two gateways over one MongoDB, each with a server of its own: a request is done once, whoever of them gets it. */
import fastify, { type FastifyInstance } from 'fastify';
import { MongoClient } from 'mongodb';
import type { AddressInfo } from 'node:net';
import { silentLogger } from '../../common/log';
import { type Idempotency, MongoStore, restPlugin } from '../../gateway/rest';
import { hold } from '../../gateway/rest/idempotency/shop.fixture';
import { compile, type Compiled, inProcess } from '../../gateway/rest/testing/kit';
import { startTestMongo, type TestMongo } from '../support/mongo';
import { rest, type RestAnswer } from '../support/rest';

const DOCUMENTS = `
mutation Add($body: AddBookInput!) @rest(method: POST, path: "/books", status: 201, pick: ["addBook.book"]) {
  addBook(input: $body) { book { id title } } }
mutation SignIn($body: SignInInput!) @rest(method: POST, path: "/sign-in", pick: ["signIn.session"]) {
  signIn(input: $body) { session { accessToken } } }`;

const DATABASE = 'two_gateway';
const SECRET_TOKEN = 'token-that-nobody-may-read';

interface Gateway {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly store: MongoStore;
}

let mongo: TestMongo;
let gateways: readonly [Gateway, Gateway];
let graph: Compiled;
let count = 0;

async function startGateway(): Promise<Gateway> {
  const store = new MongoStore(mongo.uri, DATABASE);
  const idempotency: Idempotency = inProcess({ store, log: silentLogger, timeout: 30_000 });
  graph = compile(DOCUMENTS, { idempotency });
  const app = fastify();
  await app.register(restPlugin(graph.api, { mount: 'base' }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/shop/api/v1`, app, store };
}

beforeAll(async () => {
  mongo = await startTestMongo();
  gateways = [await startGateway(), await startGateway()];
  // The graph behind both is one; the last compiled says what it answers.
  graph.roots['addBook'] = () => ({ book: { id: `b${(count += 1)}`, title: 'Mosses' } });
  graph.roots['signIn'] = () => ({ session: { accessToken: SECRET_TOKEN } });
});

afterAll(async () => {
  await Promise.all(gateways.map(({ app, store }) => app.close().then(() => store.close())));
  await mongo.stop();
});

const BODY = { title: 'Mosses', shelfNumber: 4 };

const add = (gateway: Gateway, key: string, body: object = BODY): Promise<RestAnswer> =>
  rest(gateway.url, 'POST /books', { token: 'good', body, headers: { 'idempotency-key': key } });

it('answer what the other has done, and refuse another request under its key', async () => {
  const [one, two] = gateways;
  const first = await add(one, 'a');
  expect(first).toMatchObject({ status: 201, body: { success: true, data: { title: 'Mosses' } } });
  const again = await add(two, 'a', { shelfNumber: 4, title: 'Mosses' });
  expect({ status: again.status, body: again.body }).toEqual({ status: 201, body: first.body });
  expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
  const other = await add(two, 'a', { title: 'Ferns' });
  expect(other).toMatchObject({ status: 422, body: { code: 'VALIDATION_ERROR' } });
});

it('do a request once that comes to both many times at the same moment', async () => {
  const before = count;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_none, index) => add(gateways[index % 2] as Gateway, 'b')),
  );
  expect(count).toBe(before + 1);
  const done = answers.filter(({ status }) => status === 201);
  expect(done.length).toBeGreaterThan(0);
  for (const { body } of done) expect(body).toEqual(done[0]?.body);
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'REQUEST_IN_PROGRESS' } });
    expect(answer.headers.get('retry-after')).toBe('1');
  }
});

it('say to the other that a request is running', async () => {
  const [one, two] = gateways;
  const { begun, finish } = hold(graph);
  const first = add(one, 'c');
  await begun;
  expect((await add(two, 'c')).status).toBe(409);
  finish();
  const { body } = await first;
  expect((await add(two, 'c')).body).toEqual(body);
});

it('leave nothing in the database that can be read: neither key nor caller, body nor answer', async () => {
  const body = { email: 'ada.lovelace@example.com' };
  const headers = { 'idempotency-key': 'key-of-ada' };
  const signIn = (gateway: Gateway): Promise<RestAnswer> =>
    rest(gateway.url, 'POST /sign-in', { body, headers });
  for (const gateway of gateways) {
    expect((await signIn(gateway)).body).toMatchObject({ data: { accessToken: SECRET_TOKEN } });
  }
  const client = new MongoClient(mongo.uri);
  try {
    const rows = client.db(DATABASE).collection('idempotencyKeys').find({}, { raw: true });
    const stored = (await rows.toArray()).map((row) =>
      Buffer.from(row as unknown as Buffer).toString('latin1'),
    );
    expect(stored).toContainEqual(expect.stringContaining('answer'));
    const readable = new RegExp(`${SECRET_TOKEN}|accessToken|key-of-ada|ada.lovelace|tenant-1|user-1|Mosses`);
    for (const text of stored) expect(text).not.toMatch(readable);
  } finally {
    await client.close();
  }
});
