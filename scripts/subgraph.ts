/** `npm run subgraph -- NAME [--port N]`: one subgraph alone over HTTP. */
import { systemClock } from '../common/clock';
import { readConfig } from '../common/config';
import { createLogger } from '../common/log';
import { createTokenVerifier, keysAt, keysAtHand } from '../common/tokens';
import { readSigningKeys } from '../subgraphs/account/tokens/keys';
import { createSubgraphServer } from '../subgraphs/common/server';
import { startSubgraph } from './house/definitions';
import { startMongo } from './house/mongodb';
import { readSecrets } from './house/secrets';
import { isSubgraphName, SUBGRAPH_PORTS, SUBGRAPHS } from './house/subgraphs';
import { readOptions } from './options';
import { runMain, stopOnSignal } from './shutdown';

async function main(): Promise<void> {
  const { word: name, port } = readOptions();
  if (!isSubgraphName(name)) throw new Error(`Name a subgraph: ${SUBGRAPHS.join(', ')}`);
  const config = readConfig();
  const log = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY });
  const clock = systemClock;
  const { gatewayKey, signingKey } = await readSecrets(config, false);
  const keys = await readSigningKeys(signingKey);
  const publicKeys = async () => keys.publicKeys();
  const issuesTokens = name === 'account';
  const verifyToken = createTokenVerifier(
    issuesTokens ? keysAtHand(publicKeys) : keysAt(config.jwksUrl),
    clock,
  );

  const mongo = await startMongo(config);
  const subgraph = await startSubgraph(name, {
    config,
    mongodbUri: mongo.uri,
    keys,
    verifyToken,
    clock,
    log,
  });
  const server = await createSubgraphServer(subgraph, {
    gatewayKey,
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
