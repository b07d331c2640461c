/** The database of one subgraph: its connection, its models, its indexes. */
import { type ClientSession, type Connection, createConnection, type Model } from 'mongoose';
import type { Clock } from '../../common/clock';
import { changes, counters } from './changes';
import { inTime } from './in-time';
import { bindModel, type Collections, type Document } from './collections';
import { Records, type Scope } from './records';

/** The collections of a subgraph, each as one caller sees it. */
export type Data<C extends Collections> = {
  readonly [K in keyof C]: Records<NonNullable<C[K]['row']>>;
};

/** What the kit itself keeps in every database. */
export const houseCollections = { changes, counters } as const;
type HouseCollections = typeof houseCollections;

const PING_MILLISECONDS = 2000;

export class Database<C extends Collections> {
  private readonly models: Readonly<Record<string, Model<Document<unknown>>>>;

  private constructor(
    readonly connection: Connection,
    private readonly collections: C & HouseCollections,
    readonly clock: Clock,
  ) {
    this.models = Object.fromEntries(
      Object.entries(collections).map(([key, definition]) => [key, bindModel(definition, connection, clock)]),
    );
  }

  /** Connects, and makes the collections and indexes that are missing. */
  static async open<C extends Collections>(
    uri: string,
    name: string,
    collections: C,
    clock: Clock,
  ): Promise<Database<C>> {
    const connection = await createConnection(uri, { dbName: name, maxPoolSize: 20 }).asPromise();
    const database = new Database(connection, { ...collections, ...houseCollections }, clock);
    await Promise.all(
      Object.values(database.models).map(async (model) => {
        await model.createCollection();
        await model.createIndexes();
      }),
    );
    return database;
  }

  /** The collections within a scope, inside a transaction where a session is given. */
  data(scope: Scope, session?: ClientSession): Data<C & HouseCollections> {
    const cache = new Map<string, Records<unknown>>();
    const records = (key: string): Records<unknown> => {
      const made = cache.get(key) ?? this.records(key, scope, session);
      cache.set(key, made);
      return made;
    };
    const data = {};
    for (const key of Object.keys(this.collections)) {
      Object.defineProperty(data, key, { get: () => records(key), enumerable: true });
    }
    return data as Data<C & HouseCollections>;
  }

  private records(key: string, scope: Scope, session?: ClientSession): Records<unknown> {
    const { keepsDeleted } = this.collections[key] as Collections[string];
    return new Records({ model: this.models[key] as Model<Document<unknown>>, keepsDeleted, scope, session });
  }

  /** Throws when the database does not answer within two seconds. */
  async ping(): Promise<void> {
    const { db } = this.connection;
    if (!db) throw new Error('The connection to the database is not open');
    await inTime(PING_MILLISECONDS, db.command({ ping: 1 }));
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}
