/** `npm start`: the whole house in one process tree, with demo data where there is none. */
import { once } from 'node:events';
import { type Config, readConfig } from '../common/config';
import { createLogger, type Logger } from '../common/log';
import { DEMO_USER } from '../gateway/pages/demo-user';
import { type House, startHouse } from './house/house';
import { startMongo } from './house/mongodb';
import { isEmpty, seedDemo } from './house/seed';
import { runMain, stopOnSignal } from './shutdown';

async function main(): Promise<void> {
  const config = readConfig(['MONGODB_URI', 'GATEWAY_KEY', 'SIGNING_KEY']);
  const log = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY });
  const mongo = await startMongo(config);
  const house = await startHouse({ config, mongodbUri: mongo.uri, transport: 'local', log });
  stopOnSignal(async () => {
    await house.stop();
    await mongo.stop();
  }, log);

  const hasDemo = config.environment !== 'production' && (await seedIfEmpty(house, log));
  const address = await house.app.listen({ host: config.host, port: config.port });
  const legacy = await listenLegacy(house, config, log);
  announce({ address, legacy, mongodb: mongo.about, hasDemo });
  await once(house.app.server, 'close');
}

/** Whether the demo user can sign in: it was there, or it is now. */
async function seedIfEmpty(house: House, log: Logger): Promise<boolean> {
  if (!(await isEmpty(house))) return true;
  log.info('no data yet: writing the demo company');
  const { level } = log;
  log.level = 'warn'; // the requests that write it are nobody's
  await seedDemo(house);
  log.level = level;
  return true;
}

/** A port that somebody else has is no reason not to start. */
async function listenLegacy({ legacy }: House, { host }: Config, log: Logger): Promise<string[]> {
  const addresses: string[] = [];
  for (const { service, port, app } of legacy) {
    try {
      addresses.push(`${service} ${await app.listen({ host, port })}`);
    } catch {
      log.warn({ service, port }, 'the legacy port is busy; set LEGACY_PORTS=off to close it');
    }
  }
  return addresses;
}

interface Announcement {
  readonly address: string;
  readonly legacy: readonly string[];
  readonly mongodb: string;
  readonly hasDemo: boolean;
}

function announce({ address, legacy, mongodb, hasDemo }: Announcement): void {
  const lines = [
    ['PurposePath', address],
    ['GraphQL', `${address}/graphql   (explorer: ${address}/graphiql)`],
    ['REST', `${address}/account/api/v1  /coaching/api/v1  /traction/api/v1  /api/workstream`],
    ...(legacy.length > 0 ? [['Legacy ports', legacy.join('   ')]] : []),
    ['Health', `${address}/health/detailed`],
    ['MongoDB', mongodb],
    ...(hasDemo ? [['Demo sign-in', `${DEMO_USER.email} / ${DEMO_USER.password}`]] : []),
  ];
  console.log(
    `\n${lines.map(([name, value]) => `  ${name?.padEnd(14)}${value}`).join('\n')}\n\n  Ready. Ctrl-C stops.\n`,
  );
}

runMain(main);
