/**
 * `npm run gateway [-- --port N]`: the whole gateway, subgraphs over HTTP.
 * `npm run gateway -- --supergraph FILE [--port N] [--forward NAME]…`: the engine alone over any supergraph.
 */
import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import { systemClock } from '../common/clock';
import { type Config, readConfig } from '../common/config';
import { createLogger, type Logger } from '../common/log';
import { createTokenVerifier, keysAt } from '../common/tokens';
import { engineAlone } from './house/engine-alone';
import { assembleGateway } from './house/gateway';
import { openKeyStore } from './house/key-store';
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
  const keyStore = await openKeyStore(config, log);
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
    keys: { store: keyStore.store, secret: gatewayKey },
    watch: config.supergraphWatch,
    clock,
    log,
  });
  for (const { service, port, app: server } of legacy) {
    await server
      .listen({ host: config.host, port })
      .catch(() => log.warn({ service, port }, 'legacy port is busy'));
  }
  app.addHook('onClose', async () => {
    await Promise.all(legacy.map(({ app: server }) => server.close()));
    await keyStore.stop();
  });
  return app;
}

function build({ supergraph, forward }: Options, config: Config, log: Logger): Promise<FastifyInstance> {
  return supergraph === undefined
    ? projectGateway(config, log)
    : engineAlone({ file: supergraph, forward, config, log });
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
