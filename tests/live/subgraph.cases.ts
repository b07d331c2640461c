/** A subgraph's subscriptions over HTTP: for the gateway only, with what the project's transport sends. */
import type { FastifyInstance } from 'fastify';
import { type ExecutionResult, execute, parse } from 'graphql';
import { SettableClock } from '../../common/clock';
import { silentLogger } from '../../common/log';
import type { StreamRequest, Transport } from '../../gateway/federation';
import { createLiveGraph, type LiveGraph } from '../../gateway/federation/testing/live-graph';
import { createSignedTransport, httpWays, localWays } from '../../scripts/house/ways';
import { followEvents } from '../../subgraphs/common/events';
import { createSubgraphServer } from '../../subgraphs/common/server';
import type { RunningSubgraph, SubgraphAnswer } from '../../subgraphs/common/subgraph';

const clock = new SettableClock();
const gatewayKey = 'k'.repeat(32);
let graph: LiveGraph;
let app: FastifyInstance;
let url: string;
let transport: Required<Transport> & { close(): Promise<void> };

beforeEach(async () => {
  graph = createLiveGraph();
  app = await createSubgraphServer(overHttp(graph), { gatewayKey, clock, log: silentLogger });
  url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  transport = createSignedTransport(url, { gatewayKey, clock }) as typeof transport;
});

afterEach(async () => {
  await transport.close();
  await app.close();
});

/** A subgraph without a database: its schema is the live graph's. */
function overHttp({ schemas }: LiveGraph): RunningSubgraph {
  const schema = schemas['activity'] as NonNullable<(typeof schemas)[string]>;
  const plain = (result: ExecutionResult): SubgraphAnswer =>
    JSON.parse(JSON.stringify(result)) as SubgraphAnswer;
  return {
    name: 'activity',
    schema,
    answer: async ({ document, variables }) =>
      plain(await execute({ schema, document, variableValues: variables })),
    subscribe: ({ document, variables }) =>
      followEvents(async () => ({ schema, document, variableValues: variables }), plain),
    context: async () => ({ isSignedIn: false }),
    present: (error) => error.toJSON(),
    ping: async () => undefined,
    stop: async () => undefined,
  };
}

function request(query: string, variables = {}): StreamRequest {
  const context = { headers: { authorization: 'Bearer me' } };
  return {
    service: 'activity',
    kind: 'subscription' as never,
    query,
    document: parse(query),
    operationName: undefined,
    variables,
    context,
  };
}

async function open(query: string, variables = {}): Promise<AsyncIterator<unknown>> {
  const opened = await transport.subscribe(request(query, variables));
  if (!(Symbol.asyncIterator in opened)) throw new Error(JSON.stringify(opened));
  return opened[Symbol.asyncIterator]();
}

const MOVED = 'subscription ($after: ID) { goalMoved(after: $after) { cursor } }';

it('sends events to the gateway, from the position that it names, until all is said', async () => {
  for (const id of ['a', 'b']) graph.feed.publish(id);
  const events = await open(MOVED, { after: '1' });
  expect((await events.next()).value).toEqual({ data: { goalMoved: { cursor: '2' } } });
  graph.feed.end();
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

it('says where its events begin, so that none is lost before the first', async () => {
  graph.feed.isPlaced = true;
  graph.feed.publish('a');
  const events = await open(MOVED);
  expect((await events.next()).value).toEqual({ position: '1' });
});

it('answers nobody else', async () => {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: MOVED }) });
  expect(response.status).toBe(401);
  expect(graph.feed.begun).toEqual([]);
});

it('says why it refuses', async () => {
  expect(await transport.subscribe(request('subscription { refused }'))).toMatchObject({
    errors: [{ message: 'Not for you' }],
  });
  expect(await transport.subscribe(request('subscription { nothing }'))).toHaveProperty('errors');
});

it('breaks its streams when it stops or fails, for that is no end of them', async () => {
  const [stopped, failed] = [await open(MOVED), await open('subscription { goalTitle }')];
  graph.feed.end(new Error('The database is gone'));
  await expect(failed.next()).rejects.toThrow();
  await expect(stopped.next()).rejects.toThrow();
  const last = await open(MOVED);
  const closed = app.close();
  await expect(last.next()).rejects.toThrow();
  await closed;
});

it('closes the source when nobody at the gateway follows it any more', async () => {
  const stop = new AbortController();
  const sent = request(MOVED);
  await transport.subscribe({ ...sent, context: { ...sent.context, signal: stop.signal } });
  expect(graph.feed.open).toBe(1);
  stop.abort();
  await graph.feed.readBy(0);
});

it.each(['local', 'http'])('breaks its streams when it is stopped and reached by %s', async (way) => {
  const subgraphs = new Map([['traction', overHttp(graph)]] as const);
  const ways =
    way === 'local'
      ? localWays(subgraphs)
      : await httpWays(subgraphs, { gatewayKey, clock, log: silentLogger });
  const reached = ways.transport('traction') as Required<Transport>;
  const opened = (await reached.subscribe(request(MOVED))) as AsyncIterable<unknown>;
  const waiting = opened[Symbol.asyncIterator]().next();
  const stopped = ways.stop('traction');
  await expect(waiting).rejects.toThrow();
  await stopped;
  await graph.feed.readBy(0);
  await expect(reached.subscribe(request(MOVED))).rejects.toThrow();
  await expect(reached.execute(request('{ latest }'))).rejects.toThrow();
});
