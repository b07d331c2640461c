/** The engine alone over any supergraph, reached at the addresses that it carries; nobody is asked who they are. */
import type { FastifyInstance } from 'fastify';
import { systemClock } from '../../common/clock';
import type { Config } from '../../common/config';
import type { Logger } from '../../common/log';
import { projectVersion } from '../../common/project';
import { createStreamingTransport, shareTransports } from '../../gateway/federation';
import { createMetrics } from '../../gateway/operations/metrics';
import { serveSupergraph } from '../../gateway/operations/supergraph';
import { createGateway, createGraph, endStreams } from '../../gateway/server';

export interface EngineAlone {
  /** The file of the supergraph. */
  readonly file: string;
  /** Names of the headers that go on to the subgraphs; `authorization` where there are none. */
  readonly forward: readonly string[];
  readonly config: Config;
  readonly log: Logger;
}

export async function engineAlone({ file, forward, config, log }: EngineAlone): Promise<FastifyInstance> {
  const names = forward.length > 0 ? forward.map((name) => name.toLowerCase()) : ['authorization'];
  const metrics = createMetrics();
  const { transport, opened } = shareTransports((_service, url) => createStreamingTransport({ url }));
  const supergraph = serveSupergraph({
    file,
    isWatched: config.supergraphWatch,
    make: (text) => createGraph(text, { transport, log, metrics, isCollapsing: config.collapseQueries }),
    retire: endStreams,
    log,
    metrics,
  });
  const app = await createGateway({
    graph: supergraph.current,
    callerOf: async ({ headers }) => {
      const forwarded: Record<string, string> = {};
      for (const name of names) {
        const value = headers[name];
        if (typeof value === 'string') forwarded[name] = value;
      }
      return { headers: forwarded };
    },
    health: {
      service: 'PurposePath Gateway',
      version: projectVersion,
      environment: config.environment,
      components: [supergraph.component],
      clock: systemClock,
    },
    log,
    metrics,
    corsOrigins: config.corsOrigins,
    timeout: config.requestTimeoutSeconds * 1000,
    suggestions: config.environment !== 'production',
    doors: [],
  });
  app.addHook('onClose', async () => {
    supergraph.close();
    await Promise.all(opened().map((open) => open.close()));
  });
  return app;
}
