/** GET /metrics, as Prometheus reads it, after real requests. */
import { createLocalTransport } from '../gateway/federation';
import { graphql } from './support/graphql';
import { type SmallGateway, type SmallGatewayOptions, startSmallGateway } from './support/small-gateway';

let gateway: SmallGateway;

const start = async (options: SmallGatewayOptions = {}): Promise<void> => {
  gateway = await startSmallGateway(options);
};

afterEach(() => gateway.stop());

it('needs no token, and tells of the process too', async () => {
  await start();
  const response = await fetch(`${gateway.url}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(await gateway.metric('process_resident_memory_bytes')).toBeGreaterThan(0);
});

it('counts HTTP requests by route, method and class of status, never by address', async () => {
  await start();
  await fetch(`${gateway.url}/nothing/here?access_token=secret`);
  await fetch(`${gateway.url}/graphql?query={answer}`);
  const count = 'http_request_duration_seconds_count';
  expect(await gateway.metric(count, { method: 'GET', route: 'none', status: '4xx' })).toBe(1);
  expect(await gateway.metric(count, { method: 'GET', route: '/graphql', status: '2xx' })).toBe(1);
  expect(await (await fetch(`${gateway.url}/metrics`)).text()).not.toMatch(/secret|nothing/);
});

it.each([
  ['query', 'answered', '{ answer }'],
  ['query', 'partial', '{ answer fail }'],
  ['mutation', 'answered', 'mutation { act }'],
  ['query', 'refused', 'query ($on: Boolean!) { answer @skip(if: $on) }'],
  ['unknown', 'refused', '{ nothing }'],
])(
  'counts a GraphQL request by its kind (%s) and what became of it (%s): %s',
  async (kind, outcome, query) => {
    await start();
    await graphql(gateway.url, query);
    expect(await gateway.metric('graphql_operations_total', { kind, outcome })).toBe(1);
  },
);

it.each([
  ['query', 'answered', '{ answer }'],
  ['query', 'partial', '{ answer fail }'],
  ['unknown', 'refused', '{ nothing }'],
])('counts what comes through the door of streams alike: %s, %s: %s', async (kind, outcome, query) => {
  await start();
  await streamed(query);
  expect(await gateway.metric('graphql_operations_total', { kind, outcome })).toBe(1);
});

it('counts what a limit has refused at the door of streams', async () => {
  await start();
  await streamed(`{ ${Array.from({ length: 51 }, (_none, index) => `a${index}: answer`).join(' ')} }`);
  expect(await gateway.metric('graphql_refusals_total', { limit: 'rootFields' })).toBe(1);
});

async function streamed(query: string): Promise<void> {
  const response = await fetch(`${gateway.url}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await response.text();
}

it('measures requests to subgraphs by service and outcome', async () => {
  await start();
  await graphql(gateway.url, '{ answer }');
  await graphql(gateway.url, '{ fail }');
  const count = 'subgraph_request_duration_seconds_count';
  expect(await gateway.metric(count, { service: 'only', outcome: 'answered' })).toBe(1);
  expect(await gateway.metric(count, { service: 'only', outcome: 'errors' })).toBe(1);
});

it('tells a subgraph that cannot be reached from one that answers with errors', async () => {
  await start({ transport: () => createLocalTransport(() => Promise.reject(new Error('gone'))) });
  await graphql(gateway.url, '{ answer }');
  const labels = { service: 'only', outcome: 'unreachable' };
  expect(await gateway.metric('subgraph_request_duration_seconds_count', labels)).toBe(1);
});

it('counts operations that were found prepared, and those that were not', async () => {
  await start();
  for (const query of ['{ answer }', '{ answer }', '{ fail }']) await graphql(gateway.url, query);
  expect(await gateway.metric('prepared_operation_lookups_total', { result: 'hit' })).toBe(1);
  expect(await gateway.metric('prepared_operation_lookups_total', { result: 'miss' })).toBe(2);
});

it('two gateways in one process do not count for each other', async () => {
  await start();
  const other = await startSmallGateway();
  await graphql(other.url, '{ answer }');
  await other.stop();
  expect(await gateway.metric('graphql_operations_total')).toBeUndefined();
});
