/** Where a gateway remembers idempotency keys: a database of the gateways' own beside those of the subgraphs. */
import type { Config } from '../../common/config';
import type { Logger } from '../../common/log';
import { type IdempotencyStore, MemoryStore, MongoStore } from '../../gateway/rest';
import { type RunningMongo, startMongo } from './mongodb';
import { IN_MEMORY } from './secrets';

export const gatewayDatabase = (prefix = 'purposepath'): string => `${prefix}_gateway`;

export interface OpenKeyStore {
  readonly store: IdempotencyStore;
  stop(): Promise<void>;
}

/** For a gateway that runs by itself. Without a database it remembers keys by itself, which is worth a warning. */
export async function openKeyStore(config: Config, log: Logger): Promise<OpenKeyStore> {
  const mongo = await databaseFor(config, log);
  if (!mongo) {
    log.warn('no database for idempotency keys (MONGODB_URI): they are known to this process only');
    const store = new MemoryStore();
    return { store, stop: () => store.close() };
  }
  const store = new MongoStore(mongo.uri, gatewayDatabase());
  return { store, stop: () => store.close().then(() => mongo.stop()) };
}

/** The embedded server is shared through the directory of its data, and is nothing for production. */
async function databaseFor(config: Config, log: Logger): Promise<RunningMongo | undefined> {
  const { environment, mongodbUri, dataDir } = config;
  if (!mongodbUri && (environment === 'production' || dataDir === IN_MEMORY)) return undefined;
  try {
    return await startMongo(config);
  } catch (err) {
    log.warn({ err }, 'the embedded database cannot be had');
    return undefined;
  }
}
