/** Puts the project's gateway together: engine, identity, REST documents, pages, health. */
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import type { Clock } from '../../common/clock';
import type { Config } from '../../common/config';
import type { Logger } from '../../common/log';
import { projectFile, projectVersion } from '../../common/project';
import type { VerifyToken } from '../../common/tokens';
import type { Transport } from '../../gateway/federation';
import type { HealthComponent } from '../../gateway/operations/health';
import { createMetrics } from '../../gateway/operations/metrics';
import { pagesPlugin } from '../../gateway/pages/plugin';
import { compileRest, type RestApi, restFrameworkErrors, restPlugin } from '../../gateway/rest';
import { createIdentify } from '../../gateway/security/identity';
import { createGateway, createGraph, createHttpServer, type HttpOptions } from '../../gateway/server';

export interface GatewayParts {
  readonly config: Config;
  readonly transport: (service: string, url: string) => Transport;
  readonly verifyToken: VerifyToken;
  readonly publicKeys: () => Promise<JSONWebKeySet>;
  readonly components: readonly HealthComponent[];
  readonly clock: Clock;
  readonly log: Logger;
  /** Where the REST documents lie; the project's own where absent. */
  readonly restFolder?: string;
  readonly supergraph?: string;
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
  const supergraph = parts.supergraph ?? readFileSync(projectFile('schema', 'supergraph.graphql'), 'utf8');
  const metrics = createMetrics();
  const graph = createGraph(supergraph, { transport: parts.transport, log, metrics });
  const identify = createIdentify(parts.verifyToken);
  const rest = compileRest({
    engine: graph.engine,
    folder: parts.restFolder ?? projectFile('schema', 'rest'),
    identify,
    log,
  });
  const isDevelopment = config.environment === 'development';

  const http = { log, metrics, corsOrigins: config.corsOrigins, frameworkErrors: restFrameworkErrors(rest) };

  const app = await createGateway({
    ...http,
    graph: () => graph,
    timeout: config.requestTimeoutSeconds * 1000,
    suggestions: config.environment !== 'production',
    forward: async ({ headers }) => {
      if (headers.authorization === undefined) return {};
      return (await identify({ authorization: headers.authorization, tenant: text(headers['x-tenant-id']) }))
        .forward;
    },
    health: {
      service: 'PurposePath Gateway',
      version: projectVersion,
      environment: config.environment,
      components: parts.components,
      clock,
    },
    doors: [
      async (server) => void (await server.register(restPlugin(rest, { mount: 'base' }))),
      async (server) => void (await server.register(pagesPlugin({ isDevelopment }))),
      async (server) => void server.get('/.well-known/jwks.json', async () => parts.publicKeys()),
    ],
  });
  return { app, rest, legacy: config.legacyPorts ? await legacyServers(rest, http) : [] };
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

const text = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
