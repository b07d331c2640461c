/** What a subgraph stores: one definition per collection, turned into a mongoose model when a database is there. */
import { type Connection, type IndexDefinition, type IndexOptions, type Model, Schema } from 'mongoose';
import type { Clock } from '../../common/clock';
import { newId } from '../../common/ids';
import { tenancy } from './tenancy';

/** What every record has beside its own members. */
export interface Stored {
  readonly id: string;
  readonly tenantId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Where deleted records are kept: when it was deleted; null while it is in sight. */
  readonly deletedAt?: Date | null;
}

export type Row<T> = T & Stored;

/** A record that was deleted and is kept. */
export type DeletedRow<T> = Row<T> & { readonly deletedAt: Date };

export interface Index {
  readonly keys: IndexDefinition;
  readonly options?: IndexOptions;
}

export interface CollectionDefinition<T> {
  readonly name: string;
  /** The members as mongoose describes them; their TypeScript form is `T`. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly indexes: readonly Index[];
  /** Deleted records are kept, with the moment in `deletedAt`, and are out of sight. */
  readonly keepsDeleted: boolean;
  /** Never set: carries the type of the members. */
  readonly row?: T;
}

// Collections of different members stand side by side in one object; each keeps its own type.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Collections = Readonly<Record<string, CollectionDefinition<any>>>;

export interface CollectionOptions {
  /** Beside the one on the id; those for lists begin with `tenantId`. */
  readonly indexes?: readonly Index[];
  /** See `CollectionDefinition.keepsDeleted`; records are removed for good where absent. */
  readonly keepsDeleted?: boolean;
}

export function defineCollection<T>(
  name: string,
  members: Readonly<Record<keyof T & string, unknown>>,
  { indexes = [], keepsDeleted = false }: CollectionOptions = {},
): CollectionDefinition<T> {
  return {
    name,
    members: keepsDeleted ? { ...members, deletedAt: DELETED_AT } : members,
    indexes,
    keepsDeleted,
  };
}

const DELETED_AT = { type: Date, default: null };

/** A record as MongoDB keeps it: the id is `_id`. */
export type Document<T> = T & { _id: string; tenantId: string; createdAt: Date; updatedAt: Date };

export function bindModel<T>(
  definition: CollectionDefinition<T>,
  connection: Connection,
  clock: Clock,
): Model<Document<T>> {
  const schema = new Schema<Document<T>>(
    { _id: { type: String, default: newId }, ...definition.members } as never,
    {
      collection: definition.name,
      versionKey: false,
      minimize: false,
      strict: 'throw',
      autoIndex: false,
      autoCreate: false,
      timestamps: { currentTime: () => clock.now() },
    },
  );
  schema.plugin(tenancy as never);
  for (const { keys, options } of definition.indexes) schema.index(keys, options ?? {});
  return connection.model<Document<T>>(definition.name, schema);
}
