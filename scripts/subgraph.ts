/** `npm run subgraph -- NAME [--port N]`: one subgraph alone over HTTP. */
import type { JSONWebKeySet } from 'jose';
import { systemClock } from '../common/clock';
import { readConfig } from '../common/config';
import { createLogger } from '../common/log';
import { createTokenVerifier, keysAt, keysAtHand } from '../common/tokens';
import type { SigningKeys } from '../subgraphs/account/tokens/keys';
import { createSubgraphServer } from '../subgraphs/common/server';
import { startSubgraph } from './house/definitions';
import { startMongo } from './house/mongodb';
import { readGatewayKey, readTokenKeys, refuseUnsharedSecrets } from './house/secrets';
import { isSubgraphName, SUBGRAPH_PORTS, SUBGRAPHS } from './house/subgraphs';
import { readOptions } from './options';
import { runMain, stopOnSignal } from './shutdown';

async function main(): Promise<void> {
  const { word: name, port } = readOptions();
  if (!isSubgraphName(name)) throw new Error(`Name a subgraph: ${SUBGRAPHS.join(', ')}`);
  const issuesTokens = name === 'account';
  const config = readConfig([
    'MONGODB_URI',
    'GATEWAY_KEY',
    ...(issuesTokens ? (['SIGNING_KEY'] as const) : []),
  ]);
  refuseUnsharedSecrets(config);
  const log = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY });
  const clock = systemClock;
  const tokenKeys = (): Promise<SigningKeys> => readTokenKeys(config);
  const publicKeys = async (): Promise<JSONWebKeySet> => (await tokenKeys()).publicKeys();
  const verifyToken = createTokenVerifier(
    issuesTokens ? keysAtHand(publicKeys) : keysAt(config.jwksUrl),
    clock,
  );

  const mongo = await startMongo(config);
  const subgraph = await startSubgraph(name, {
    config,
    mongodbUri: mongo.uri,
    tokenKeys,
    verifyToken,
    clock,
    log,
  });
  const server = await createSubgraphServer(subgraph, {
    gatewayKey: await readGatewayKey(config),
    clock,
    log,
    ...(issuesTokens ? { publicKeys } : {}),
  });
  stopOnSignal(async () => {
    await server.close();
    await subgraph.stop();
    await mongo.stop();
  }, log);
  const address = await server.listen({ host: config.host, port: port ?? SUBGRAPH_PORTS[name] });
  log.info({ subgraph: name, address, mongodb: mongo.about }, 'ready');
}

runMain(main);
