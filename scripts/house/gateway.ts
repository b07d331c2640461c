/** Puts the project's gateway together: engine, identity, REST documents, pages, health. */
import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import type { Clock } from '../../common/clock';
import type { Config } from '../../common/config';
import type { Logger } from '../../common/log';
import { projectFile, projectVersion } from '../../common/project';
import { scalars } from '../../common/scalars';
import type { VerifyToken } from '../../common/tokens';
import { shareTransports, type Transport } from '../../gateway/federation';
import type { Graph } from '../../gateway/graphql/plugin';
import type { HealthComponent } from '../../gateway/operations/health';
import { createMetrics, type Metrics } from '../../gateway/operations/metrics';
import { serveSupergraph } from '../../gateway/operations/supergraph';
import { pagesPlugin } from '../../gateway/pages/plugin';
import {
  compileRest,
  type Idempotency,
  IdempotencyKeys,
  type IdempotencyOptions,
  type RestApi,
  restFrameworkErrors,
  restPlugin,
} from '../../gateway/rest';
import { createIdentify, type Identify, identityHeaders } from '../../gateway/security/identity';
import {
  createGateway,
  createGraph,
  createHttpServer,
  endStreams,
  type HttpOptions,
} from '../../gateway/server';
import { checkRoutes, livingRest } from './living-rest';

export interface GatewayParts {
  readonly config: Config;
  readonly transport: (service: string, url: string) => Transport;
  readonly verifyToken: VerifyToken;
  readonly publicKeys: () => Promise<JSONWebKeySet>;
  readonly components: readonly HealthComponent[];
  /** What makes repeated REST requests one; closed by whoever gives it. */
  readonly keys: Pick<IdempotencyOptions, 'store' | 'secret'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where the REST documents lie; the project's own where absent. */
  readonly restFolder?: string;
  /** The project's own where absent. */
  readonly supergraphFile?: string;
  /** Whether a changed supergraph is taken while the gateway runs; not where the subgraphs are part of the process. */
  readonly watch?: boolean;
}

export interface LegacyServer {
  readonly service: string;
  readonly port: number;
  readonly app: FastifyInstance;
}

export interface AssembledGateway {
  readonly app: FastifyInstance;
  /** One server per service that has a legacy port; not listening yet. */
  readonly legacy: readonly LegacyServer[];
  readonly rest: RestApi;
}

/** Throws with every fault of the REST documents and of the supergraph. */
export async function assembleGateway(parts: GatewayParts): Promise<AssembledGateway> {
  const { config, clock, log } = parts;
  const metrics = createMetrics();
  const identify = createIdentify(parts.verifyToken, clock);
  const timeout = config.requestTimeoutSeconds * 1000;
  const idempotency = new IdempotencyKeys({ ...parts.keys, clock, log, timeout });
  const supergraph = serveSupergraph({
    file: parts.supergraphFile ?? projectFile('schema', 'supergraph.graphql'),
    isWatched: parts.watch ?? false,
    make: generations({ ...parts, identify, idempotency, metrics }),
    retire: ({ graph }) => endStreams(graph),
    log,
    metrics,
  });
  const rest = livingRest(() => supergraph.current().rest);
  const isDevelopment = config.environment === 'development';

  const http = { log, metrics, corsOrigins: config.corsOrigins, frameworkErrors: restFrameworkErrors(rest) };

  const app = await createGateway({
    ...http,
    graph: () => supergraph.current().graph,
    timeout,
    suggestions: config.environment !== 'production',
    callerOf: async (request) => {
      const given = identityHeaders(request);
      if (given.authorization === undefined) return { headers: {} };
      const { forward, expiry } = await identify(given);
      return { headers: forward, expiry };
    },
    health: {
      service: 'PurposePath Gateway',
      version: projectVersion,
      environment: config.environment,
      components: [...parts.components, supergraph.component],
      clock,
    },
    doors: [
      async (server) => void (await server.register(restPlugin(rest, { mount: 'base' }))),
      async (server) => void server.get('/openapi.json', async () => rest.openApi()),
      async (server) => void (await server.register(pagesPlugin({ isDevelopment }))),
      async (server) => void server.get('/.well-known/jwks.json', async () => parts.publicKeys()),
    ],
  });
  app.addHook('onClose', async () => supergraph.close());
  return { app, rest, legacy: config.legacyPorts ? await legacyServers(rest, http) : [] };
}

/** What serves of one supergraph: its graph, and the REST documents compiled against it. */
interface Generation {
  readonly graph: Graph;
  readonly rest: RestApi;
}

interface GenerationParts extends GatewayParts {
  readonly identify: Identify;
  readonly idempotency: Idempotency;
  readonly metrics: Metrics;
}

/** A supergraph that some REST document does not fit is refused as a whole: the legacy callers come first. */
function generations(all: GenerationParts): (supergraph: string) => Generation {
  const { identify, idempotency, metrics, ...parts } = all;
  const { transport } = shareTransports(parts.transport);
  const { log } = parts;
  const folder = parts.restFolder ?? projectFile('schema', 'rest');
  let first: RestApi | undefined;
  return (supergraph) => {
    const isCollapsing = parts.config.collapseQueries;
    const graph = createGraph(supergraph, { transport, log, metrics, isCollapsing, scalars });
    const rest = compileRest({
      engine: graph.engine,
      folder,
      identify,
      idempotency,
      log,
      timeout: parts.config.requestTimeoutSeconds * 1000,
      onTimeout: () => metrics.refusal('time'),
    });
    first ??= rest;
    checkRoutes(first, rest);
    return { graph, rest };
  };
}

async function legacyServers(rest: RestApi, http: HttpOptions): Promise<LegacyServer[]> {
  const servers: LegacyServer[] = [];
  for (const { name, legacyPort } of rest.services) {
    if (legacyPort === undefined) continue;
    const app = await createHttpServer(http);
    await app.register(restPlugin(rest, { mount: { legacy: name } }));
    servers.push({ service: name, port: legacyPort, app });
  }
  return servers;
}
