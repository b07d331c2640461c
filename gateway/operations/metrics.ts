/**
 * What the person on call asks: how much, how fast, how often not. Prometheus text at GET /metrics. Each gateway has a
 * registry of its own. Labels hold what the project itself has named (routes, services, limits, outcomes), never what
 * a caller has: neither users nor tenants, nor names of operations.
 */
import type { FastifyPluginAsync } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { TalliedCounter, TalliedHistogram } from './tallies';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Where a request went that no route has taken. */
const NO_ROUTE = 'none';

export interface AnsweredRequest {
  readonly method: string;
  /** The template of the route, not the address. */
  readonly route: string | undefined;
  readonly status: number;
  readonly seconds: number;
}

export type FetchOutcome = 'answered' | 'errors' | 'unreachable' | 'aborted';

export interface Metrics {
  answered(request: AnsweredRequest): void;
  /** What became of a GraphQL request. */
  operation(kind: string, outcome: string): void;
  /** A request that asked for more than a limit allows. */
  refusal(limit: string): void;
  /** A subgraph was asked. */
  fetched(service: string, outcome: FetchOutcome, seconds: number): void;
  /** An operation was looked up among the prepared ones. */
  lookup(isHit: boolean): void;
  /** A changed supergraph was taken, or refused. */
  supergraph(isTaken: boolean): void;
  /** Everything, as Prometheus reads it. */
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const http = httpMetrics(registry);
  const graph = graphMetrics(registry);
  const supergraph = supergraphMetrics(registry);
  return {
    answered: ({ method, route = NO_ROUTE, status, seconds }) =>
      http.note(seconds, method, route, `${Math.floor(status / 100)}xx`),
    operation: (kind, outcome) => graph.operations.count(kind, outcome),
    refusal: (limit) => graph.refusals.inc({ limit }),
    fetched: (service, outcome, seconds) => graph.fetches.note(seconds, service, outcome),
    lookup: (isHit) => graph.lookups.count(isHit ? 'hit' : 'miss'),
    supergraph: (isTaken) => {
      supergraph.swaps.inc({ outcome: isTaken ? 'success' : 'failure' });
      supergraph.upToDate.set(isTaken ? 1 : 0);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

const httpMetrics = (registry: Registry): TalliedHistogram<'method' | 'route' | 'status'> =>
  new TalliedHistogram({
    name: 'http_request_duration_seconds',
    help: 'Requests, by method, route and class of status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });

interface GraphMetrics {
  readonly operations: TalliedCounter<'kind' | 'outcome'>;
  readonly refusals: Counter<'limit'>;
  readonly fetches: TalliedHistogram<'service' | 'outcome'>;
  readonly lookups: TalliedCounter<'result'>;
}

function graphMetrics(registry: Registry): GraphMetrics {
  const registers = [registry];
  return {
    operations: new TalliedCounter({
      name: 'graphql_operations_total',
      help: 'GraphQL requests, by kind of operation and what became of them',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    refusals: new Counter({
      name: 'graphql_refusals_total',
      help: 'Requests that asked for too much, by limit; of REST requests those that took too long',
      labelNames: ['limit'],
      registers,
    }),
    fetches: new TalliedHistogram({
      name: 'subgraph_request_duration_seconds',
      help: 'Requests to subgraphs, by service and outcome',
      labelNames: ['service', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    lookups: new TalliedCounter({
      name: 'prepared_operation_lookups_total',
      help: 'Operations that were found prepared (hit), or were prepared (miss)',
      labelNames: ['result'],
      registers,
    }),
  };
}

interface SupergraphMetrics {
  readonly swaps: Counter<'outcome'>;
  readonly upToDate: Gauge;
}

function supergraphMetrics(registry: Registry): SupergraphMetrics {
  const upToDate = new Gauge({
    name: 'supergraph_up_to_date',
    help: '1 while the newest supergraph is served, 0 while it is refused and the one before it is',
    registers: [registry],
  });
  upToDate.set(1);
  const swaps = new Counter({
    name: 'supergraph_swaps_total',
    help: 'Changes of the supergraph, by whether they were taken',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return { swaps, upToDate };
}

export function metricsPlugin(metrics: Metrics): FastifyPluginAsync {
  return async (app) => {
    app.get('/metrics', { config: { isUrgent: true } }, async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.text()),
    );
  };
}
