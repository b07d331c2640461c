/** Answers in parts as bytes, and what becomes of a request whose client leaves or reads no parts. */
import { startBookshop, type BookshopGateway } from './gateway';

let gateway: BookshopGateway;

beforeEach(async () => {
  gateway = await startBookshop();
});

afterEach(() => gateway.stop());

const APOLLO = 'multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9';
const URQL =
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';
const LATER = '{ book(id: "a") { title ... @defer(label: "L") { verdict } } }';

function post(query: string, accept = APOLLO, options: RequestInit = {}): Promise<Response> {
  return fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
    ...options,
  });
}

const part = (payload: string): string =>
  `\r\n---\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${payload}`;

const INITIAL = '{"data":{"book":{"title":"Title a"}},"hasNext":true}';
const REST = '{"incremental":[{"path":["book"],"label":"L","data":{"verdict":"Fine a"}}],"hasNext":false}';

it.each([
  ['Apollo Client', APOLLO],
  ['urql', URQL],
  ['the form alone', 'multipart/mixed; deferSpec="20220824"'],
])('are multipart/mixed to the byte, for the Accept header of %s', async (_client, accept) => {
  const response = await post(LATER, accept);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  expect(await response.text()).toBe(`${part(INITIAL)}${part(REST)}\r\n-----\r\n`);
});

it('are announced by id and said to be complete, for a client that names the newer form', async () => {
  const response = await post(
    '{ shelf { top { ... @defer(label: "L") { verdict } } } }',
    'multipart/mixed;incrementalSpec=v0.2,application/json',
  );
  expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; incrementalSpec=v0.2');
  const [, initial, rest] = (await response.text())
    .split('\r\n---')
    .map((text) => JSON.parse(text.split('\r\n\r\n')[1] ?? 'null') as unknown);
  expect(initial).toEqual({
    data: { shelf: { top: [{}, null, {}] } },
    pending: [
      { id: '1', path: ['shelf', 'top', 0], label: 'L' },
      { id: '2', path: ['shelf', 'top', 2], label: 'L' },
    ],
    hasNext: true,
  });
  expect(rest).toEqual({
    incremental: [{ id: '1', data: { verdict: 'Fine a' } }],
    completed: [
      { id: '1' },
      { id: '2', errors: [expect.objectContaining({ path: ['shelf', 'top', 2, 'verdict'] })] },
    ],
    hasNext: false,
  });
});

it('are sent as they are ready, each with where it ends', async () => {
  const release = gateway.hold('verdict');
  const { body } = await post(LATER);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text === `${part(INITIAL)}\r\n---`) release();
  }
  expect(text).toBe(`${part(INITIAL)}${part(REST)}\r\n-----\r\n`);
});

it.each([
  ['no parts', 'application/json'],
  ['everything', '*/*'],
  ['no parts for certain', 'application/json, multipart/mixed;q=0'],
  ['another form of parts', 'multipart/mixed;deferSpec=20991231, application/json'],
  ['parts of subscriptions', 'multipart/mixed;boundary=graphql;subscriptionSpec=1.0, application/json'],
])('are not for a client that reads %s: it has the whole at once', async (_case, accept) => {
  const response = await post(LATER, accept);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.text()).toBe('{"data":{"book":{"title":"Title a","verdict":"Fine a"}}}');
});

it.each([
  ['nothing is deferred', '{ book(id: "a") { title } }', '{"data":{"book":{"title":"Title a"}}}'],
  ['nothing is left to come', '{ book(id: "none") { ... @defer { verdict } } }', '{"data":{"book":null}}'],
])('are not made where %s', async (_case, query, body) => {
  const response = await post(query);
  expect(response.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  expect(await response.text()).toBe(body);
});

it('are not made of a request that is refused', async () => {
  const response = await post('{ book(id: "a") { ... @defer { nothing } } }');
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
});

it('are no longer made for a client that has left', async () => {
  gateway.hold('verdict');
  const leave = new AbortController();
  const { body } = await post(LATER, APOLLO, { signal: leave.signal });
  await body?.getReader().read();
  await gateway.asked('verdict');
  const signal = gateway.requests.find(({ service }) => service === 'reviews')?.context.signal;
  const isStopped = new Promise<void>((resolve) =>
    signal?.addEventListener('abort', { handleEvent: resolve }),
  );
  leave.abort();
  await isStopped;
});

it('count as one operation when the last is sent, with the errors of all', async () => {
  await (await post(LATER)).text();
  await (await post('{ book(id: "bad") { title ... @defer { rating } } }')).text();
  const count = (outcome: string): Promise<number | undefined> =>
    gateway.metric('graphql_operations_total', { kind: 'query', outcome });
  expect([await count('answered'), await count('partial')]).toEqual([1, 1]);
});

it('are one reader’s, also where identical queries are collapsed', async () => {
  await gateway.stop();
  gateway = await startBookshop({ isCollapsing: true });
  const answers = await Promise.all([post(LATER), post(LATER)]);
  for (const answer of answers) expect(await answer.text()).toContain(REST);
  expect(gateway.requests.filter(({ service }) => service === 'reviews')).toHaveLength(2);
});

it('end with an error when they take too long', async () => {
  await gateway.stop();
  gateway = await startBookshop({ timeout: 1000 });
  await (await post(LATER)).text(); // it is prepared now: the first part will be there in time
  gateway.hold('verdict');
  const text = await (await post(LATER)).text();
  expect(text.startsWith(`${part(INITIAL)}\r\n---\r\n`)).toBe(true);
  expect(text).toMatch(/"code":"REQUEST_TIMEOUT".*"hasNext":false\}\r\n-----\r\n$/);
  expect(await gateway.metric('graphql_refusals_total', { limit: 'time' })).toBe(1);
});
