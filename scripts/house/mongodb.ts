/** The MongoDB of the house: the one that MONGODB_URI names, else the embedded server over DATA_DIR. */
import { join } from 'node:path';
import type { Config } from '../../common/config';
import { startEmbeddedMongo } from '../../embedded-mongo';
import { IN_MEMORY } from './secrets';

export interface RunningMongo {
  readonly uri: string;
  /** One line for people. */
  readonly about: string;
  stop(): Promise<void>;
}

export async function startMongo({ mongodbUri, dataDir }: Config): Promise<RunningMongo> {
  if (mongodbUri) {
    return { uri: mongodbUri, about: 'MongoDB as MONGODB_URI says', stop: async () => undefined };
  }
  const embedded = await startEmbeddedMongo({
    dataDir: dataDir === IN_MEMORY ? IN_MEMORY : join(dataDir, 'mongo'),
  });
  const where = dataDir === IN_MEMORY ? 'in memory' : `data in ${dataDir}`;
  return {
    uri: embedded.uri,
    about: embedded.owned ? `embedded, ${where}` : `embedded, ${where}, joined a running server`,
    stop: () => embedded.stop(),
  };
}
