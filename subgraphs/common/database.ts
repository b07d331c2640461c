/** The database of one subgraph: its connection, its models, its indexes. */
import { type ClientSession, type Connection, createConnection } from 'mongoose';
import type { Clock } from '../../common/clock';
import { changes, counters } from './changes';
import { inTime } from './in-time';
import { bindModel, type Collections } from './collections';
import { Records, type Scope, type Table, tableOf } from './records';

/** The collections of a subgraph, each as one caller sees it. */
export type Data<C extends Collections> = {
  readonly [K in keyof C]: Records<NonNullable<C[K]['row']>>;
};

/** What the kit itself keeps in every database. */
export const houseCollections = { changes, counters } as const;
type HouseCollections = typeof houseCollections;

const PING_MILLISECONDS = 2000;

export class Database<C extends Collections> {
  private readonly tables: readonly (readonly [key: string, table: Table<unknown>])[];

  private constructor(
    readonly connection: Connection,
    collections: C & HouseCollections,
    readonly clock: Clock,
  ) {
    this.tables = Object.entries(collections).map(([key, definition]) => [
      key,
      tableOf(bindModel<unknown>(definition, connection, clock), definition.keepsDeleted),
    ]);
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
      database.tables.map(async ([, { model }]) => {
        await model.createCollection();
        await model.createIndexes();
      }),
    );
    return database;
  }

  /** The collections within a scope, inside a transaction where a session is given. */
  data(scope: Scope, session?: ClientSession): Data<C & HouseCollections> {
    const data: Record<string, Records<unknown>> = {};
    for (const [key, table] of this.tables) data[key] = new Records({ table, scope, session });
    return data as Data<C & HouseCollections>;
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
