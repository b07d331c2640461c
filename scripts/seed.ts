/** `npm run seed [-- --size N]`: the demo tenant, with N goals where a size is given. */
import { readConfig } from '../common/config';
import { createLogger } from '../common/log';
import { DEMO_USER } from '../gateway/pages/demo-user';
import { startHouse } from './house/house';
import { startMongo } from './house/mongodb';
import { isEmpty, seedDemo } from './house/seed';
import { readOptions } from './options';
import { runMain } from './shutdown';

const BAR_WIDTH = 30;

async function main(): Promise<void> {
  const { size } = readOptions();
  const config = readConfig([]);
  if (config.environment === 'production') throw new Error('Demo data is never written in production');
  const log = createLogger({ level: 'warn', pretty: process.stdout.isTTY });
  const mongo = await startMongo(config);
  const house = await startHouse({ config, mongodbUri: mongo.uri, transport: 'local', log });
  try {
    if (!(await isEmpty(house))) throw new Error('There is data already; seed an empty DATA_DIR or database');
    await seedDemo(house, size, showProgress);
    console.log(`\nDone. Sign in as ${DEMO_USER.email} / ${DEMO_USER.password}`);
  } finally {
    await house.stop();
    await mongo.stop();
  }
}

function showProgress(done: number, of: number): void {
  const filled = Math.round((done / of) * BAR_WIDTH);
  process.stdout.write(`\r[${'█'.repeat(filled)}${'·'.repeat(BAR_WIDTH - filled)}] ${done} of ${of} goals`);
}

runMain(main);
