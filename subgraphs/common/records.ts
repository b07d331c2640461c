/**
 * One collection as one caller sees it: confined to the caller's tenant (or, with a reason, to none), inside the
 * running transaction if there is one. Reads are lean; reads by id or by reference are batched for the request.
 */
import DataLoader from 'dataloader';
import type {
  ClientSession,
  Model,
  mongo,
  PipelineStage,
  QueryFilter,
  SortOrder,
  UpdateQuery,
} from 'mongoose';
import type { DeletedRow, Document, Row } from './collections';
import { PLATFORM_REASON, refuseWithoutTenant } from './tenancy';

export type Filter<T> = QueryFilter<Document<T>>;
export type Sort = Readonly<Record<string, SortOrder>>;
export type NewRow<T> = T & Partial<Pick<Row<T>, 'id'>> & { tenantId?: string };

/** Which records are in sight. */
export type Scope = { readonly tenantId: string } | { readonly platformReason: string };

export interface ListOptions {
  readonly sort?: Sort | undefined;
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
}

/** What all records of a collection have in common, whoever sees them. */
export interface Table<T> {
  readonly model: Model<Document<T>>;
  /** The filter with its values in the types of the members, as mongoose casts them for its own queries. */
  readonly cast: (filter: Filter<T>) => object;
  /** Whether deleted records are kept out of sight, see `CollectionDefinition`. */
  readonly keepsDeleted: boolean;
}

export function tableOf<T>(model: Model<Document<T>>, keepsDeleted: boolean): Table<T> {
  const caster = model.find(); // asks nothing: it is never awaited
  return { model, cast: (filter) => caster.cast(model, filter) as object, keepsDeleted };
}

export interface RecordsParts<T> {
  readonly table: Table<T>;
  readonly scope: Scope;
  readonly session: ClientSession | undefined;
}

export class Records<T> {
  // Made when they are needed: a request has the records of all collections, and reads a few of them.
  private loaderById: DataLoader<string, Row<T> | null> | undefined;
  private readonly byReference = new Map<string, DataLoader<string, Row<T>[]>>();

  private readonly model: Model<Document<T>>;

  constructor(private readonly parts: RecordsParts<T>) {
    this.model = parts.table.model;
  }

  private get byId(): DataLoader<string, Row<T> | null> {
    this.loaderById ??= new DataLoader((ids) => this.batchById(ids));
    return this.loaderById;
  }

  /** The record with this id, read together with all others that the request asks for at the same time. */
  load(id: string): Promise<Row<T> | null> {
    return this.byId.load(id);
  }

  /** All records whose `member` is `value`, in the order of `sort`, batched like `load`. */
  loadAll(member: keyof T & string, value: string, sort: Sort): Promise<Row<T>[]> {
    return this.loaderBy(member, sort).load(value);
  }

  /** Spares `loadAll` the question: nothing refers yet to what has just been made. */
  hasNone(member: keyof T & string, value: string, sort: Sort): void {
    this.loaderBy(member, sort).prime(value, []);
  }

  private loaderBy(member: keyof T & string, sort: Sort): DataLoader<string, Row<T>[]> {
    const key = JSON.stringify([member, sort]);
    const loader =
      this.byReference.get(key) ??
      new DataLoader<string, Row<T>[]>((values) => this.batchBy(member, values, sort));
    this.byReference.set(key, loader);
    return loader;
  }

  async find(filter: Filter<T>, options: ListOptions = {}): Promise<Row<T>[]> {
    if (options.limit === 0) return []; // to MongoDB a limit of 0 is no limit
    const rows = await this.read(this.within(filter), options);
    this.remember(rows);
    return rows;
  }

  /** What was deleted and is kept, or of it what was deleted at that moment. */
  async findDeleted(filter: Filter<T>, at?: Date): Promise<DeletedRow<T>[]> {
    return (await this.read(this.outOfSight(filter, at))) as DeletedRow<T>[];
  }

  /**
   * The filter is cast as mongoose casts it, but the driver is asked directly: what mongoose puts around a read takes a
   * fifth of its time in this process, and nothing of it is left in plain rows.
   */
  private async read(filter: Filter<T>, { sort, skip, limit }: ListOptions = {}): Promise<Row<T>[]> {
    const { collection } = this.model;
    const found = collection.find(this.cast(filter), {
      ...this.session(),
      ...(sort ? { sort: sort as mongo.Sort } : {}),
      ...(skip ? { skip } : {}),
      ...(limit === undefined ? {} : { limit }),
    });
    const cursor = await Promise.resolve(found); // mongoose gives a promise of it while it waits for the connection
    return ((await cursor.toArray()) as unknown as Document<T>[]).map(toRow);
  }

  /** Who asks for one of them by its id need not ask again. Not in a write, which may have changed it since. */
  private remember(rows: readonly Row<T>[]): void {
    if (this.parts.session) return;
    for (const row of rows) this.byId.prime(row.id, row);
  }

  async findOne(filter: Filter<T>, sort?: Sort): Promise<Row<T> | null> {
    const [row] = await this.find(filter, { sort, limit: 1 });
    return row ?? null;
  }

  async count(filter: Filter<T>): Promise<number> {
    return this.model.collection.countDocuments(this.cast(this.within(filter)), this.session());
  }

  /** The first stage is the scope; `pipeline` goes on from there. */
  async aggregate<R>(pipeline: PipelineStage[]): Promise<R[]> {
    return this.model.aggregate<R>([{ $match: this.within({}) }, ...pipeline], this.options());
  }

  async insert(row: NewRow<T>): Promise<Row<T>> {
    const { id, ...members } = row;
    const { scope } = this.parts;
    const document = { ...members, ...('tenantId' in scope ? { tenantId: scope.tenantId } : {}) };
    const [created] = await this.model.create(
      [{ ...document, ...(id ? { _id: id } : {}) }] as never,
      this.options(),
    );
    if (!created) throw new Error('MongoDB returned no document for an insert');
    return toRow(created.toObject() as Document<T>);
  }

  /** Changes one record and returns it as it is afterwards; null when none matched. */
  async update(filter: Filter<T>, change: UpdateQuery<Document<T>>): Promise<Row<T> | null> {
    const options = { ...this.options(), returnDocument: 'after' as const, runValidators: true };
    const document = await this.model.findOneAndUpdate(this.within(filter), change, options).lean();
    return document ? toRow(document as Document<T>) : null;
  }

  /** Changes the one record that the filter names, or makes it from the filter and the change. */
  async upsert(filter: Filter<T>, change: UpdateQuery<Document<T>>): Promise<Row<T>> {
    const options = { ...this.options(), returnDocument: 'after' as const, upsert: true };
    const document = await this.model.findOneAndUpdate(this.within(filter), change, options).lean();
    return toRow(document as Document<T>);
  }

  async updateMany(filter: Filter<T>, change: UpdateQuery<Document<T>>): Promise<number> {
    const { modifiedCount } = await this.model.updateMany(this.within(filter), change, this.options());
    return modifiedCount;
  }

  /** Deletes what matches: out of sight where deleted records are kept, for good elsewhere. */
  async remove(filter: Filter<T>, at: Date): Promise<number> {
    if (this.parts.table.keepsDeleted) return this.updateMany(filter, { $set: { deletedAt: at } });
    const { deletedCount } = await this.model.deleteMany(this.within(filter), this.options());
    return deletedCount;
  }

  /** Brings back a deleted record that is kept, with these members changed; null where there is none. */
  async restore(id: string, members: Partial<T> = {}): Promise<Row<T> | null> {
    const options = { ...this.options(), returnDocument: 'after' as const };
    const deleted = this.outOfSight({ _id: id });
    const change = { $set: { ...members, deletedAt: null } } as UpdateQuery<Document<T>>;
    const document = await this.model.findOneAndUpdate(deleted, change, options).lean();
    return document ? toRow(document as Document<T>) : null;
  }

  private outOfSight(filter: Filter<T>, at?: Date): Filter<T> {
    return { ...this.within(filter), deletedAt: at ?? { $ne: null } };
  }

  private within(filter: Filter<T>): Filter<T> {
    const { scope, table } = this.parts;
    return {
      ...filter,
      ...('tenantId' in scope ? { tenantId: scope.tenantId } : {}),
      ...(table.keepsDeleted ? { deletedAt: null } : {}),
    };
  }

  /** What the driver is asked in place of mongoose: cast, and refused as mongoose's plugin refuses what has no tenant. */
  private cast(filter: Filter<T>): object {
    refuseWithoutTenant(filter, this.options(), this.model.collection.name);
    return this.parts.table.cast(filter);
  }

  private session(): { session?: ClientSession } {
    const { session } = this.parts;
    return session ? { session } : {};
  }

  private options(): Record<string, unknown> {
    const { scope } = this.parts;
    return {
      ...this.session(),
      ...('platformReason' in scope ? { [PLATFORM_REASON]: scope.platformReason } : {}),
    };
  }

  private async batchById(ids: readonly string[]): Promise<(Row<T> | null)[]> {
    const rows = await this.find({ _id: { $in: [...ids] } });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  private async batchBy(
    member: keyof T & string,
    values: readonly string[],
    sort: Sort,
  ): Promise<Row<T>[][]> {
    const rows = await this.find({ [member]: { $in: [...values] } }, { sort });
    const groups = new Map<string, Row<T>[]>(values.map((value) => [value, []]));
    for (const row of rows) {
      // A member with several values, such as the goals of an action, is found by each of them.
      for (const value of [row[member]].flat()) groups.get(String(value))?.push(row);
    }
    return values.map((value) => groups.get(value) ?? []);
  }
}

/** A record as resolvers know it. */
export function toRow<T>({ _id, ...members }: Document<T>): Row<T> {
  return { id: _id, ...members } as unknown as Row<T>;
}
