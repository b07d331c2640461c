import { MongoClient } from 'mongodb';
import type { Collection, Db, MongoClientOptions } from 'mongodb';
import { startEmbeddedMongo } from '../index';
import type { EmbeddedMongo } from '../index';

/** A server with a client, for one test file. */
export interface TestServer {
  readonly mongo: EmbeddedMongo;
  readonly client: MongoClient;
  readonly db: Db;
  /** An empty collection that no other test uses. */
  collection(): Collection;
  stop(): Promise<void>;
}

/** Starts a server, `:memory:` where no directory is named, and connects to it. */
export async function startTestServer(
  dataDir = ':memory:',
  options: MongoClientOptions = {},
): Promise<TestServer> {
  const mongo = await startEmbeddedMongo({ dataDir });
  const client = await new MongoClient(mongo.uri, options).connect();
  const db = client.db('tests');
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
      await client.close();
      await mongo.stop();
    },
  };
}
