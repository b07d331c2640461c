/** A gateway over the live graph: real HTTP at its door, its subgraphs in the process or over HTTP. */
import { createHandler as createQueryHandler } from 'graphql-http/lib/use/http';
import { createHandler as createStreamHandler } from 'graphql-sse/lib/use/http';
import type { GraphQLSchema } from 'graphql';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../common/clock';
import { silentLogger } from '../../common/log';
import {
  createEngine,
  createOperationCache,
  createStreamingTransport,
  type Engine,
  type HttpTransport,
} from '../../gateway/federation';
import { createLiveGraph, type LiveGraph, localTransport } from '../../gateway/federation/testing/live-graph';
import type { SetAlarm } from '../../gateway/federation/transports/alarm';
import { createMetrics } from '../../gateway/operations/metrics';
import { identityHeaders } from '../../gateway/security/identity';
import { createGateway, failure } from '../../gateway/server';

export interface LiveGateway {
  readonly graph: LiveGraph;
  readonly engine: Engine;
  /** The address of the streams. */
  readonly url: string;
  /** Resolves when so many subscriptions have begun. */
  begun(count: number): Promise<void>;
  /** Kills a subgraph and starts it again at the same address; its feed goes on meanwhile. */
  restart(service: string, meanwhile: () => void): Promise<void>;
  /** Lets the time pass in which something must come from subgraphs over HTTP. */
  fallSilent(): void;
  /** Lets the time pass in which identities are valid. */
  expire(): void;
  stop(): Promise<void>;
}

/** Of every identity, in milliseconds. */
const LIFETIME = 900_000;

export async function startLiveGateway(way: 'local' | 'http', log = silentLogger): Promise<LiveGateway> {
  const graph = createLiveGraph();
  const servers = new Map<string, SubgraphProcess>();
  if (way === 'http') {
    for (const [name, schema] of Object.entries(graph.schemas))
      servers.set(name, await startSubgraph(schema));
  }
  const transports: HttpTransport[] = [];
  const [silences, expiries] = [createAlarms(), createAlarms()];
  const processes = new Map<string, AbortController>();
  const processOf = (service: string): AbortController => {
    const known = processes.get(service) ?? new AbortController();
    processes.set(service, known);
    return known;
  };
  // A subgraph that is gone is opened again when it is back: the test sets the pace.
  let isBack = Promise.resolve();
  const engine = createEngine({
    supergraph: graph.supergraph((service) => servers.get(service)?.url ?? `http://${service}.test`),
    failure,
    setAlarm: expiries.set,
    wait: () => isBack,
    transport: (service, url) => {
      if (way === 'local') return localTransport(graph, service, () => processOf(service).signal);
      const transport = createStreamingTransport({ url, setAlarm: silences.set });
      transports.push(transport);
      return transport;
    },
  });
  const counted = countSubscriptions(engine);
  const operations = createOperationCache(counted.engine, { max: 100 });
  const app = await createGateway({
    graph: () => ({ engine: counted.engine, operations }),
    callerOf: async (request) => {
      const { authorization } = identityHeaders(request);
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const failure = { message: 'The access token has expired', extensions: { code: 'UNAUTHORIZED' } };
      return { headers, expiry: { milliseconds: LIFETIME, failure } };
    },
    health: { service: 'live', version: '0', environment: 'test', components: [], clock: systemClock },
    log,
    corsOrigins: ['*'],
    metrics: createMetrics(),
    timeout: 30_000,
    suggestions: true,
    doors: [],
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    graph,
    engine,
    url: `${address}/graphql/stream`,
    begun: counted.begun,
    restart: async (service, meanwhile) => {
      const server = servers.get(service);
      let back: () => void = () => undefined;
      isBack = new Promise((resolve) => (back = resolve));
      if (server) await server.kill();
      else processOf(service).abort(new Error('The process has died'));
      meanwhile();
      if (server) await server.start();
      else processes.delete(service);
      back();
    },
    fallSilent: silences.ring,
    expire: expiries.ring,
    stop: async () => {
      await app.close();
      await Promise.all(transports.map((transport) => transport.close()));
      await Promise.all([...servers.values()].map((server) => server.kill()));
    },
  };
}

/** Alarms that ring when the test says so. */
function createAlarms(): { readonly set: SetAlarm; readonly ring: () => void } {
  const alarms = new Set<() => void>();
  return {
    set: (_milliseconds, ring) => {
      alarms.add(ring);
      return () => alarms.delete(ring);
    },
    ring: () => alarms.forEach((ring) => ring()),
  };
}

function countSubscriptions(engine: Engine): Pick<LiveGateway, 'engine' | 'begun'> {
  let count = 0;
  let changed: () => void = () => undefined;
  return {
    engine: {
      ...engine,
      subscribe: async (operation, request) => {
        const result = await engine.subscribe(operation, request);
        count += 1;
        changed();
        return result;
      },
    },
    begun: async (wanted) => {
      while (count < wanted) await new Promise<void>((resolve) => (changed = resolve));
    },
  };
}

interface SubgraphProcess {
  readonly url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** A subgraph as others write them: the reference implementations of both protocols at one address. */
async function startSubgraph(schema: GraphQLSchema): Promise<SubgraphProcess> {
  const contextOf = (authorization: unknown): Record<string, unknown> => ({ authorization });
  const answer = createQueryHandler({
    schema,
    context: ({ headers }) => contextOf('authorization' in headers ? headers.authorization : undefined),
  });
  const stream = createStreamHandler({ schema, context: ({ raw }) => contextOf(raw.headers.authorization) });
  const listen = async (port: number): Promise<Server> => {
    const server = createServer((request, response) => {
      const serve = request.headers.accept === 'text/event-stream' ? stream : answer;
      void serve(request, response);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    kill: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
    start: async () => {
      server = await listen(port);
    },
  };
}
