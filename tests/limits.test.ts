/** What a stranger may ask of the gateway: each limit over real HTTP, with its error and its metric. */
import { parse, print } from 'graphql';
import { readFileSync } from 'node:fs';
import { systemClock } from '../common/clock';
import { readConfig } from '../common/config';
import { silentLogger } from '../common/log';
import { projectFile } from '../common/project';
import type { Viewer } from '../common/viewer';
import {
  createLocalTransport,
  DEFAULT_LIMITS,
  type Engine,
  LIMIT_NAMES,
  type StopSignal,
  type Transport,
} from '../gateway/federation';
import { measure } from '../gateway/federation/limits/measure';
import { compose } from '../gateway/federation/testing/kit';
import { compileRest, MemoryStore } from '../gateway/rest';
import { identify, inProcess } from '../gateway/rest/testing/kit';
import { createGraph } from '../gateway/server';
import { createMetrics } from '../gateway/operations/metrics';
import { assembleGateway } from '../scripts/house/gateway';
import { readMetric, type SmallGateway, startSmallGateway } from './support/small-gateway';

const MODERN = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };

const gateways: SmallGateway[] = [];

async function start(options: Parameters<typeof startSmallGateway>[0] = {}): Promise<SmallGateway> {
  const gateway = await startSmallGateway(options);
  gateways.push(gateway);
  return gateway;
}

afterEach(async () => {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.stop()));
});

const post = (url: string, body: unknown, headers = MODERN): Promise<Response> =>
  fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });

const repeat = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

it.each([
  ['tokens', `{ ${repeat(6000, () => 'a b')} }`],
  ['depth', `${'{ a '.repeat(60)} ${'}'.repeat(60)}`],
  ['rootFields', `{ ${repeat(60, () => 'answer')} }`],
  [
    'fields',
    `{ ${repeat(20, (n) => `...F${n}`)} } ${repeat(20, (n) => `fragment F${n} on Query { a { ${repeat(250, () => 'a')} } }`)}`,
  ],
  ['aliases', `{ a { ${repeat(600, (n) => `x${n}: b`)} } }`],
  ['valueDepth', `{ a(x: ${'['.repeat(9)}${']'.repeat(9)}) }`],
  ['directives', `{ a { b ${repeat(300, () => '@include(if: true)')} } }`],
])('too many %s are refused with a clean error and counted', async (limit, query) => {
  const { url, metric } = await start();
  const response = await post(url, { query });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    errors: [
      {
        message: expect.any(String),
        extensions: { code: 'OPERATION_LIMIT_EXCEEDED', limit, most: expect.any(Number) },
      },
    ],
  });
  expect(await metric('graphql_refusals_total', { limit })).toBe(1);
});

it('a plan that is too large for the given variables only is refused with a clean error and counted', async () => {
  const supergraph = compose({
    stock: {
      typeDefs:
        'type Query { a: A } type A { good(n: Int): Good } type Good @key(fields: "id") { id: ID! weight: Int }',
    },
    post: {
      typeDefs: `type Good @key(fields: "id") { id: ID! weight: Int @external postage: Int @requires(fields: "weight") }`,
    },
  });
  const { url, metric } = await start({ supergraph });
  const query = `query ($far: Boolean!) {
    a @include(if: $far) { ${repeat(250, (n) => `a${n}: good(n: ${n}) { postage }`)} }
    near: a @skip(if: $far) { good { weight } }
  }`;
  expect((await post(url, { query, variables: { far: false } })).status).toBe(200);
  const response = await post(url, { query, variables: { far: true } });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'OPERATION_LIMIT_EXCEEDED', limit: 'planSize' } }],
  });
  expect(await metric('graphql_refusals_total', { limit: 'planSize' })).toBe(1);
});

it('several operations in one request are refused with a clear error and counted', async () => {
  const { url, metric } = await start();
  const response = await post(url, [{ query: '{ answer }' }, { query: '{ answer }' }]);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.stringContaining('one operation'), extensions: { code: 'BAD_REQUEST' } }],
  });
  expect(await metric('graphql_refusals_total', { limit: 'batching' })).toBe(1);
});

it('a body that is too large is refused as GraphQL and counted', async () => {
  const { url, metric } = await start();
  const response = await post(url, { query: `{ answer } # ${'x'.repeat(1024 * 1024)}` });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
  expect(await metric('graphql_refusals_total', { limit: 'bodySize' })).toBe(1);
});

/** Never answers, like a subgraph that hangs. */
const hangs = (signals: (StopSignal | undefined)[]): Transport =>
  createLocalTransport((request) => {
    signals.push(request.context.signal);
    return new Promise(() => undefined);
  });

describe('a request that takes too long', () => {
  it.each([
    ['504 for clients of the new media type', MODERN, 504],
    ['200 for older ones, for the request was a good one', { ...MODERN, accept: 'application/json' }, 200],
  ])('is given up: %s', async (_case, headers, status) => {
    const signals: (StopSignal | undefined)[] = [];
    const { url, metric } = await start({ transport: () => hangs(signals), timeout: 500 });
    const response = await post(url, { query: '{ answer }' }, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TIMEOUT' } }] });
    expect(await metric('graphql_refusals_total', { limit: 'time' })).toBe(1);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });
});

describe('a REST request that takes too long', () => {
  const standard = { success: false, error: expect.any(String), code: 'REQUEST_TIMEOUT' };

  it.each([
    ['traction', '/traction/api/v1/goals', standard],
    ['account', '/account/api/v1/users/1', standard],
    ['workstream', '/api/workstream/stats?org_id=1', { status: 504, error: expect.any(String) }],
  ])('is given up with 504 in the form of %s, and counted', async (_service, path, body) => {
    const signals: (AbortSignal | undefined)[] = [];
    const { app } = await assembleGateway({
      config: { ...readConfig([], { LEGACY_PORTS: 'off' }), requestTimeoutSeconds: 0.5 },
      transport: () => hangs(signals),
      verifyToken: async () => ({ viewer: { tenantId: 't', orgId: 1 } as Viewer, expiresAt: new Date() }),
      publicKeys: async () => ({ keys: [] }),
      components: [],
      clock: systemClock,
      log: silentLogger,
      keys: { store: new MemoryStore(), secret: 'of a test' },
    });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    try {
      const response = await fetch(`${url}${path}`, { headers: { authorization: 'Bearer t' } });
      expect(response.status).toBe(504);
      expect(await response.json()).toMatchObject(body);
      expect(await readMetric(url)('graphql_refusals_total', { limit: 'time' })).toBe(1);
      expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
    } finally {
      await app.close();
    }
  });
});

describe('suggestions', () => {
  const messageFor = async (suggestions: boolean): Promise<unknown> => {
    const { url } = await start({ suggestions });
    const body = (await (await post(url, { query: '{ answr }' })).json()) as {
      errors: { message: string }[];
    };
    return body.errors[0]?.message;
  };

  it('help in development', async () => {
    expect(await messageFor(true)).toBe('Cannot query field "answr" on type "Query". Did you mean "answer"?');
  });

  it('name nothing in production that was not asked for', async () => {
    expect(await messageFor(false)).toBe('Cannot query field "answr" on type "Query".');
  });
});

describe('the budget: every REST document is below half of every limit', () => {
  const supergraph = readFileSync(projectFile('schema', 'supergraph.graphql'), 'utf8');
  const log = silentLogger;
  const transport = () => createLocalTransport(async () => ({ data: null }));
  const { engine } = createGraph(supergraph, { transport, log, metrics: createMetrics() });
  const half = Object.fromEntries(
    LIMIT_NAMES.map((name) => [name, DEFAULT_LIMITS[name] / 2]),
  ) as typeof DEFAULT_LIMITS;
  const documents: Parameters<Engine['prepare']>[] = [];
  const folder = projectFile('schema', 'rest');
  const prepare: Engine['prepare'] = (document, options) => {
    documents.push([document, options]);
    return engine.prepare(document, options);
  };
  const timeout = 30_000;
  const idempotency = inProcess({ log, timeout });
  compileRest({ engine: { ...engine, prepare }, folder, identify, idempotency, log, timeout });

  it.each(documents.map(([document, options]) => [options?.operationName, document, options] as const))(
    '%s',
    (_name, document, options) => {
      expect(() => parse(print(document), { maxTokens: half.tokens })).not.toThrow();
      for (const [name, count] of Object.entries(measure(document))) {
        expect(count).toBeLessThanOrEqual(half[name as keyof typeof half]);
      }
      expect(() => engine.prepare(document, { ...options, mostFetches: half.planSize })).not.toThrow();
    },
  );
});
