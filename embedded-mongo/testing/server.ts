import { MongoClient } from 'mongodb';
import type { Collection, Db, MongoClientOptions } from 'mongodb';
import { startEmbeddedMongo } from '../index';
import type { EmbeddedMongo } from '../index';
import { IN_MEMORY } from '../protocol';

/** A server with a client, for one test file. */
export interface TestServer {
  readonly mongo: EmbeddedMongo;
  readonly client: MongoClient;
  readonly db: Db;
  /** An empty collection that no other test uses. */
  collection(): Collection;
  stop(): Promise<void>;
}

/** The real MongoDB that the environment names, to hold the tests themselves against what they imitate. */
export const realMongoUri = (): string | undefined => process.env['TEST_MONGODB_URI'];

function realMongo(): EmbeddedMongo | undefined {
  const uri = realMongoUri();
  return uri === undefined ? undefined : { uri, owned: false, stop: () => Promise.resolve() };
}

/**
 * Starts a server, `:memory:` where no directory is named, and connects to it. Where TEST_MONGODB_URI names a real
 * MongoDB, that takes the place of a server without a directory, with a database that is dropped at the end.
 */
export async function startTestServer(
  dataDir = IN_MEMORY,
  options: MongoClientOptions = {},
): Promise<TestServer> {
  const real = dataDir === IN_MEMORY ? realMongo() : undefined;
  const mongo = real ?? (await startEmbeddedMongo({ dataDir }));
  const client = await new MongoClient(mongo.uri, options).connect();
  const db = client.db(real === undefined ? 'tests' : `tests_${process.pid}_${Date.now()}`);
  let collections = 0;
  return {
    mongo,
    client,
    db,
    collection: () => {
      collections += 1;
      return db.collection(`c${collections}`);
    },
    stop: async () => {
      if (real !== undefined) await db.dropDatabase();
      await client.close();
      await mongo.stop();
    },
  };
}
