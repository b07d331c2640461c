/** A gateway over the bookshop, whose fields can be held back: real HTTP at its door. */
import { systemClock } from '../../common/clock';
import { silentLogger } from '../../common/log';
import { createLocalTransport, type SubgraphRequest } from '../../gateway/federation';
import { type Bookshop, createBookshop } from '../../gateway/federation/testing/bookshop';
import { compose, handlerOf } from '../../gateway/federation/testing/kit';
import { createMetrics } from '../../gateway/operations/metrics';
import { createGateway, createGraph } from '../../gateway/server';
import { readMetric, type SmallGateway } from '../support/small-gateway';

export interface BookshopGateway extends SmallGateway, Pick<Bookshop, 'hold' | 'asked'> {
  /** What the subgraphs have been asked. */
  readonly requests: readonly SubgraphRequest[];
}

export async function startBookshop({
  timeout = 30_000,
  isCollapsing = false,
} = {}): Promise<BookshopGateway> {
  const { subgraphs, hold, asked } = createBookshop();
  const requests: SubgraphRequest[] = [];
  const log = silentLogger;
  const metrics = createMetrics();
  const handlers = new Map(Object.entries(subgraphs).map(([name, subgraph]) => [name, handlerOf(subgraph)]));
  const graph = createGraph(compose(subgraphs), {
    transport: (service) =>
      createLocalTransport(async (request) => {
        requests.push(request);
        return (await handlers.get(service)?.(request)) ?? { data: null };
      }),
    log,
    metrics,
    isCollapsing,
  });
  const app = await createGateway({
    graph: () => graph,
    callerOf: async () => ({ headers: {} }),
    timeout,
    suggestions: true,
    health: { service: 'Test', version: '0', environment: 'test', components: [], clock: systemClock },
    doors: [],
    corsOrigins: ['*'],
    log,
    metrics,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    hold,
    asked,
    requests,
    metric: readMetric(url),
    stop: async () => {
      const closed = app.close();
      // Clients of this process may hold connections open that they have never used.
      app.server.closeAllConnections();
      await closed;
    },
  };
}
