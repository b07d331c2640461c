import { MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../index';
import { realMongoUri } from './server';

/** A server that cases of behaviour are tried on. */
export interface Target {
  readonly client: MongoClient;
  /** Begins the name of each database, so that a real server's other data is left alone. */
  readonly prefix: string;
  /** A MongoDB that somebody else runs, not the embedded server. */
  readonly real: boolean;
  stop(): Promise<void>;
}

/** The real MongoDB at TEST_MONGODB_URI where one is named, or else the embedded server. */
export async function startTarget(): Promise<Target> {
  const uri = realMongoUri();
  const mongo = uri === undefined ? await startEmbeddedMongo({ dataDir: ':memory:' }) : undefined;
  const client = await new MongoClient(uri ?? (mongo?.uri as string)).connect();
  return {
    client,
    prefix: uri === undefined ? '' : `behaviour_${process.pid}_`,
    real: uri !== undefined,
    stop: async () => {
      await client.close();
      await mongo?.stop();
    },
  };
}
