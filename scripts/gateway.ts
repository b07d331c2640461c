/**
 * `npm run gateway [-- --port N]`: the whole gateway, subgraphs over HTTP.
 * `npm run gateway -- --supergraph FILE [--port N] [--forward NAME]…`: the engine alone over any supergraph.
 */
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import { systemClock } from '../common/clock';
import { type Config, readConfig } from '../common/config';
import { createLogger, type Logger } from '../common/log';
import { projectVersion } from '../common/project';
import { createTokenVerifier, keysAt } from '../common/tokens';
import { createStreamingTransport } from '../gateway/federation';
import { createGateway, createProjectEngine } from '../gateway/server';
import { assembleGateway } from './house/gateway';
import { readGatewayKey, refuseUnsharedSecrets } from './house/secrets';
import { SUBGRAPHS } from './house/subgraphs';
import { createSignedTransport } from './house/ways';
import { type Options, readOptions } from './options';
import { runMain, stopOnSignal } from './shutdown';

const HEALTH_TIMEOUT_MILLISECONDS = 2000;

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MILLISECONDS) });
  if (!response.ok) throw new Error(`${url} answered with status ${response.status}`);
  return (await response.json()) as T;
}

async function projectGateway(config: Config, log: Logger): Promise<FastifyInstance> {
  const clock = systemClock;
  refuseUnsharedSecrets(config);
  const gatewayKey = await readGatewayKey(config);
  const url = (name: string): string => config.subgraphUrls[name] as string;
  const { app, legacy } = await assembleGateway({
    config,
    transport: (name) => createSignedTransport(url(name), { gatewayKey, clock }),
    verifyToken: createTokenVerifier(keysAt(config.jwksUrl), clock),
    publicKeys: () => fetchJson<JSONWebKeySet>(config.jwksUrl),
    components: SUBGRAPHS.map((name) => ({
      component: name,
      // What is down stays local: the others are still served.
      isEssential: false,
      check: async () => void (await fetchJson(new URL('/health/ready', url(name)).href)),
    })),
    clock,
    log,
  });
  for (const { service, port, app: server } of legacy) {
    await server
      .listen({ host: config.host, port })
      .catch(() => log.warn({ service, port }, 'legacy port is busy'));
  }
  app.addHook(
    'onClose',
    async () => void (await Promise.all(legacy.map(({ app: server }) => server.close()))),
  );
  return app;
}

/** Any supergraph, reached at the addresses that it carries; whoever calls is not asked who they are. */
async function engineAlone(
  file: string,
  forward: readonly string[],
  config: Config,
  log: Logger,
): Promise<FastifyInstance> {
  const names = forward.length > 0 ? forward.map((name) => name.toLowerCase()) : ['authorization'];
  return createGateway({
    engine: createProjectEngine(
      readFileSync(file, 'utf8'),
      (_service, url) => createStreamingTransport({ url }),
      log,
    ),
    forward: async ({ headers }) =>
      Object.fromEntries(
        names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
      ),
    health: {
      service: 'PurposePath Gateway',
      version: projectVersion,
      environment: config.environment,
      components: [],
      clock: systemClock,
    },
    log,
    corsOrigins: config.corsOrigins,
    doors: [],
  });
}

function build({ supergraph, forward }: Options, config: Config, log: Logger): Promise<FastifyInstance> {
  return supergraph === undefined
    ? projectGateway(config, log)
    : engineAlone(supergraph, forward, config, log);
}

async function main(): Promise<void> {
  const options = readOptions();
  const config = readConfig(options.supergraph === undefined ? ['GATEWAY_KEY'] : []);
  const log = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY });
  const app = await build(options, config, log);
  stopOnSignal(() => app.close(), log);
  const address = await app.listen({ host: config.host, port: options.port ?? config.port });
  log.info({ address }, 'ready');
}

runMain(main);
