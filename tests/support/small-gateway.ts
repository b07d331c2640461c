/** A gateway on a free port over a supergraph of one small service, for what does not depend on the project's graph. */
import { systemClock } from '../../common/clock';
import { silentLogger } from '../../common/log';
import { createLocalTransport, type Transport } from '../../gateway/federation';
import { compose } from '../../gateway/federation/testing/kit';
import { createMetrics } from '../../gateway/operations/metrics';
import { createGateway, createGraph, type GatewayOptions } from '../../gateway/server';

export interface SmallGateway {
  readonly url: string;
  /** The value of a metric with these labels as GET /metrics tells it; undefined where it is not there. */
  metric(name: string, labels?: Readonly<Record<string, string>>): Promise<number | undefined>;
  stop(): Promise<void>;
}

export interface SmallGatewayOptions {
  /** One field that is 42 and one that fails, where absent. */
  readonly supergraph?: string;
  readonly transport?: () => Transport;
  readonly timeout?: number;
  readonly suggestions?: boolean;
  /** Who calls; nobody where absent. */
  readonly callerOf?: GatewayOptions['callerOf'];
  readonly isCollapsing?: boolean;
}

const SUPERGRAPH = compose({
  only: { typeDefs: 'type Query { answer: Int fail: Int } type Mutation { act: Int }' },
});

/** Every field is 42, save the one that fails. */
const answering = (): Transport =>
  createLocalTransport(async ({ query }) =>
    query.includes('fail')
      ? { data: { fail: null }, errors: [{ message: 'No', path: ['fail'] }] }
      : { data: { answer: 42, act: 42 } },
  );

export async function startSmallGateway(options: SmallGatewayOptions = {}): Promise<SmallGateway> {
  const log = silentLogger;
  const metrics = createMetrics();
  const graph = createGraph(options.supergraph ?? SUPERGRAPH, {
    transport: options.transport ?? answering,
    log,
    metrics,
    isCollapsing: options.isCollapsing ?? false,
  });
  const app = await createGateway({
    graph: () => graph,
    callerOf: options.callerOf ?? (async () => ({ headers: {} })),
    timeout: options.timeout ?? 30_000,
    suggestions: options.suggestions ?? true,
    health: { service: 'Test', version: '0', environment: 'test', components: [], clock: systemClock },
    doors: [],
    corsOrigins: ['*'],
    log,
    metrics,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, metric: readMetric(url), stop: () => app.close() };
}

/** Reads single values from GET /metrics of a gateway. */
export function readMetric(url: string): SmallGateway['metric'] {
  return async (name, labels = {}) => {
    const text = await (await fetch(`${url}/metrics`)).text();
    const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    const line = text
      .split('\n')
      .find(
        (candidate) =>
          /^[^{ ]*/.exec(candidate)?.[0] === name && wanted.every((part) => candidate.includes(part)),
      );
    return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ')));
  };
}
