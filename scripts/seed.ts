/** `npm run seed [-- --size N]`: the demo tenant, with N goals where a size is given. */
import { readConfig } from '../common/config';
import { createLogger } from '../common/log';
import { DEMO_USER } from '../gateway/pages/demo-user';
import { startHouse } from './house/house';
import { startMongo } from './house/mongodb';
import { isEmpty, seedDemo } from './house/seed';
import { readOptions } from './options';
import { progressOn } from './progress';
import { runMain } from './shutdown';

async function main(): Promise<void> {
  const { size } = readOptions();
  const config = readConfig([]);
  if (config.environment === 'production') throw new Error('Demo data is never written in production');
  const log = createLogger({ level: 'warn', pretty: process.stdout.isTTY });
  const mongo = await startMongo(config);
  const house = await startHouse({ config, mongodbUri: mongo.uri, transport: 'local', log });
  try {
    if (!(await isEmpty(house))) throw new Error('There is data already; seed an empty DATA_DIR or database');
    const show = progressOn();
    await seedDemo(house, size, (done, of) => show(done, of, 'goals'));
    console.log(`Done. Sign in as ${DEMO_USER.email} / ${DEMO_USER.password}`);
  } finally {
    await house.stop();
    await mongo.stop();
  }
}

runMain(main);
