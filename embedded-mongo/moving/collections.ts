import { createHash } from 'node:crypto';
import type { Collection, Db, Document as DriverDocument, MongoClient } from 'mongodb';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { ordered } from '../values/members';

/** The database on the target that says which collections an unfinished move has begun. */
export const NOTES_DATABASE = 'embedded_mongo_move';

/** Databases that are a server's own. */
const OTHER_DATABASES = new Set(['admin', 'config', 'local', NOTES_DATABASE]);

/** A collection or a view to be moved. */
export interface Moving {
  readonly database: string;
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'collection' | 'view';
  /** As `create` takes them. */
  readonly options: Document;
  /** As `createIndexes` takes them; the one on `_id` comes with the collection. */
  readonly indexes: readonly Document[];
  /** Tells it from one that was made again under the same name, or with other options or indexes. */
  readonly fingerprint: string;
}

/** Its documents on one of the two servers. */
export function on(client: MongoClient, { database, name }: Moving): Collection {
  return client.db(database).collection(name);
}

/** Everything that there is to move, by name. Throws for what cannot be moved. */
export async function collectionsOf(client: MongoClient): Promise<Moving[]> {
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  const names = databases.map(({ name }) => name).filter((name) => !OTHER_DATABASES.has(name));
  const found: Moving[] = [];
  for (const name of names.sort()) found.push(...(await collectionsIn(client.db(name))));
  return found;
}

async function collectionsIn(db: Db): Promise<Moving[]> {
  const listed = asBytes(await db.listCollections({}, { raw: true }).toArray());
  const found: Moving[] = [];
  for (const bytes of listed) {
    const { name, type, options } = decode(bytes) as { name: string; type: string; options: Document };
    if (name.startsWith('system.')) continue;
    const namespace = `${db.databaseName}.${name}`;
    if (type !== 'collection' && type !== 'view')
      throw new Error(`${namespace} is a ${type}: it cannot be moved`);
    const indexes = type === 'view' ? [] : await indexesOf(db.collection(name));
    const fingerprint = createHash('sha256')
      .update(Buffer.concat([bytes, ...indexes]))
      .digest('hex');
    found.push({
      ...{ database: db.databaseName, name, namespace, kind: type, options, fingerprint },
      indexes: indexes.map(decode).map(({ ns: _ns, ...index }) => index),
    });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The bytes of what describes its indexes, save those that come with the collection. */
async function indexesOf(collection: Collection): Promise<Buffer[]> {
  const listed = asBytes(await collection.listIndexes({ raw: true }).toArray());
  return listed.filter((bytes) => {
    const { name, clustered } = decode(bytes);
    return name !== '_id_' && clustered !== true;
  });
}

/** With `raw`, the driver gives bytes and says documents. */
function asBytes(documents: readonly unknown[]): Buffer[] {
  return documents as Buffer[];
}

/** Creates a collection or a view on the target. */
export async function create(
  target: MongoClient,
  { database, name, namespace, options }: Moving,
): Promise<void> {
  await carryOut(target.db(database), { create: name, ...options }, namespace);
}

/** Whether documents expire by an index. */
export function isExpiring(index: Document): boolean {
  return index['expireAfterSeconds'] !== undefined;
}

/** Creates some of its indexes on the target; nothing happens where they are there. Throws naming what failed. */
export async function createIndexes(
  target: MongoClient,
  { database, name, namespace, indexes: all }: Moving,
  which: (index: Document) => boolean,
): Promise<void> {
  const indexes = all.filter(which);
  if (indexes.length === 0) return;
  const names = indexes.map((index) => String(index['name'])).join(', ');
  await carryOut(
    target.db(database),
    { createIndexes: name, indexes },
    `an index of ${namespace} (${names})`,
  );
}

/** Runs a command whose members stay in their order, also where their names are numbers. */
async function carryOut(db: Db, command: Document, what: string): Promise<void> {
  try {
    await db.command(ordered(command) as DriverDocument);
  } catch (error) {
    throw new Error(`The target refuses ${what}: ${(error as Error).message}`, { cause: error });
  }
}
