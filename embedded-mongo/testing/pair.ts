import { createHash } from 'node:crypto';
import { MongoClient } from 'mongodb';
import type { Collection, Document } from 'mongodb';
import { startEmbeddedMongo } from '../index';
import type { EmbeddedMongo } from '../index';

/** Two servers that keep nothing: never one that somebody else runs, for all of their databases are dropped. */
export interface Pair {
  readonly from: MongoClient;
  readonly to: MongoClient;
  /** Drops all databases of both. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPair(): Promise<Pair> {
  const servers = await Promise.all([1, 2].map(() => startEmbeddedMongo({ dataDir: ':memory:' })));
  const clients = await Promise.all(servers.map(({ uri }) => new MongoClient(uri).connect()));
  const [from, to] = clients as [MongoClient, MongoClient];
  return {
    from,
    to,
    empty: async () => {
      for (const client of clients)
        for (const name of await databases(client)) await client.db(name).dropDatabase();
    },
    stop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await Promise.all(servers.map((server: EmbeddedMongo) => server.stop()));
    },
  };
}

async function databases(client: MongoClient): Promise<string[]> {
  const listed = await client.db('admin').admin().listDatabases({ nameOnly: true });
  return listed.databases.map(({ name }) => name);
}

/** Everything that a client can see of a server. */
export async function contents(client: MongoClient): Promise<Document> {
  const seen: Document = {};
  for (const name of await databases(client)) {
    const db = client.db(name);
    for (const { name: collection, options } of (await db.listCollections().toArray()) as Document[])
      seen[`${name}.${String(collection)}`] = { options, ...(await contentsOf(db.collection(collection))) };
  }
  return seen;
}

/** The indexes of a collection as text, the number of its documents, and their bytes in short. */
async function contentsOf(collection: Collection): Promise<Document> {
  const indexes = await collection.listIndexes({ raw: true }).toArray();
  const documents = await collection.find({}, { raw: true }).sort({ _id: 1 }).toArray();
  return {
    indexes: (indexes as unknown as Buffer[]).map((bytes) => bytes.toString('hex')).sort(),
    count: documents.length,
    hash: createHash('sha256')
      .update(Buffer.concat(documents as unknown as Buffer[]))
      .digest('hex'),
  };
}

/** Both servers hold the same, to the byte. */
export async function expectSame({ from, to }: Pair): Promise<void> {
  expect(await contents(to)).toEqual(await contents(from));
}
