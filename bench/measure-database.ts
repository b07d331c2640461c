import { MongoClient } from 'mongodb';
import { join } from 'node:path';
import { startEmbeddedMongo } from '../embedded-mongo';
import { ownMemory, residentMemory } from './child';
import { documentOf, fill, INDEXES, type Measured } from './database/documents';
import { measureReads } from './database/reads';
import { measureWrites } from './database/writes';
import type { Options } from './options';
import type { Output } from './output';
import { type DatabaseFigures, reportDatabase } from './report/database';

const DOCUMENTS = 100_000;
const MANY_DOCUMENTS = 1_000_000;
const MOST_SECONDS_A_READ = 2;

interface Database {
  readonly client: MongoClient;
  readonly collection: ReturnType<typeof collectionOf>;
  readonly memory: () => Pick<DatabaseFigures, 'ownMebibytes' | 'residentMebibytes'>;
  stop(): Promise<void>;
}

const collectionOf = (client: MongoClient) => client.db('bench').collection<Measured>('documents');

/** The embedded database in a process of its own, through the official driver. */
export async function measureDatabase(
  { rounds, seconds }: Options,
  folder: string,
  { say, tell }: Output,
): Promise<void> {
  const dataDir = join(folder, 'data');
  tell(`filling a database with ${DOCUMENTS} documents`);
  const { client, collection, memory, stop } = await open(dataDir);
  await collection.createIndexes(INDEXES);
  await fill(collection, 0, DOCUMENTS);
  tell('measuring the database');
  const secondsARead = Math.min(seconds, MOST_SECONDS_A_READ);
  const reads = await measureReads(client.db('bench'), collection, {
    rounds,
    seconds: secondsARead,
    documents: DOCUMENTS,
  });
  const plain = client.db('bench').collection<Measured>('plain');
  const { next, ...writes } = await measureWrites(plain, collection, { rounds, seconds, first: DOCUMENTS });
  const memoryUsed = memory();
  tell(`filling it up to ${MANY_DOCUMENTS} documents`);
  await fill(collection, next, MANY_DOCUMENTS, '');
  await stop();
  const startMilliseconds = await measureStart(dataDir);
  say(reportDatabase({ ...reads, ...writes, ...memoryUsed, startMilliseconds }));
}

async function open(dataDir: string): Promise<Database> {
  const server = await startEmbeddedMongo({ dataDir });
  const client = await MongoClient.connect(server.uri);
  const { pid } = await client.db('admin').command({ serverStatus: 1 });
  const processId = Number(pid);
  return {
    client,
    collection: collectionOf(client),
    memory: () => ({ ownMebibytes: ownMemory(processId), residentMebibytes: residentMemory(processId) }),
    stop: async () => {
      await client.close();
      await server.stop();
    },
  };
}

/** Until the first document is read: whoever starts it waits for an answer, not for a process. */
async function measureStart(dataDir: string): Promise<number> {
  const start = performance.now();
  const server = await startEmbeddedMongo({ dataDir });
  const client = await MongoClient.connect(server.uri);
  const last = documentOf(MANY_DOCUMENTS - 1);
  const found = await collectionOf(client).findOne({ key: last.key });
  const milliseconds = performance.now() - start;
  if (found?._id !== last._id) throw new Error('The last document was not found after a start');
  await client.close();
  await server.stop();
  return milliseconds;
}
