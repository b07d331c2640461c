/** The database of one subgraph: its connection, its models, its indexes. */
import { type ClientSession, type Connection, type ConnectOptions, createConnection } from 'mongoose';
import type { Clock } from '../../common/clock';
import type { Logger } from '../../common/log';
import { changes, counters } from './changes';
import { inTime } from './in-time';
import { bindModel, type Collections } from './collections';
import { horizons } from './live/horizons';
import type { LogDocument } from './live/bell';
import { lastOf } from './live/follow';
import { LogTail } from './live/log-tail';
import { Tidying } from './live/tidying';
import { Records, type Scope, type Table, tableOf } from './records';

/** The collections of a subgraph, each as one caller sees it. */
export type Data<C extends Collections> = {
  readonly [K in keyof C]: Records<NonNullable<C[K]['row']>>;
};

/** What the kit itself keeps in every database. */
export const houseCollections = { changes, counters, horizons } as const;
type HouseCollections = typeof houseCollections;

const PING_MILLISECONDS = 2000;

/** What has been read stays true: nothing that another primary would not know of, and no number that is given again. */
const options = (dbName: string): ConnectOptions => ({
  dbName,
  maxPoolSize: 20,
  readConcernLevel: 'majority',
});

export class Database<C extends Collections> {
  private readonly tables: readonly (readonly [key: string, table: Table<unknown>])[];

  /** Where the change logs of this database are followed. */
  readonly tails: LogTail;
  /** What keeps the change logs from growing for ever. */
  readonly tidying: Tidying;

  private constructor(
    readonly connection: Connection,
    collections: C & HouseCollections,
    readonly clock: Clock,
    logger: Logger,
  ) {
    this.tables = Object.entries(collections).map(([key, definition]) => [
      key,
      tableOf(bindModel<unknown>(definition, connection, clock), definition.keepsDeleted),
    ]);
    this.tails = new LogTail({
      log: () => connection.collection<LogDocument>(changes.name),
      lastOf: (tenantId) => lastOf(this.data({ tenantId }), tenantId),
      logger,
    });
    this.tidying = new Tidying({ dataOf: (tenantId) => this.data({ tenantId }), clock, logger });
  }

  /** Connects, and makes the collections and indexes that are missing. */
  static async open<C extends Collections>(
    uri: string,
    name: string,
    collections: C,
    { clock, log }: { readonly clock: Clock; readonly log: Logger },
  ): Promise<Database<C>> {
    const connection = await createConnection(uri, options(name)).asPromise();
    const database = new Database(connection, { ...collections, ...houseCollections }, clock, log);
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
    await this.tidying.stop();
    await this.tails.stop();
    await this.connection.close();
  }
}
