/**
 * One collection as one caller sees it: confined to the caller's tenant (or, with a reason, to none), inside the
 * running transaction if there is one. Reads are lean; reads by id or by reference are batched for the request.
 */
import DataLoader from 'dataloader';
import type { ClientSession, Model, PipelineStage, QueryFilter, SortOrder, UpdateQuery } from 'mongoose';
import type { Document, Row } from './collections';
import { PLATFORM_REASON } from './tenancy';

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

export interface RecordsParts<T> {
  readonly model: Model<Document<T>>;
  /** Whether deleted records are kept out of sight, see `CollectionDefinition`. */
  readonly keepsDeleted: boolean;
  readonly scope: Scope;
  readonly session: ClientSession | undefined;
}

export class Records<T> {
  private readonly byId = new DataLoader<string, Row<T> | null>((ids) => this.batchById(ids));
  private readonly byReference = new Map<string, DataLoader<string, Row<T>[]>>();

  private readonly model: Model<Document<T>>;

  constructor(private readonly parts: RecordsParts<T>) {
    this.model = parts.model;
  }

  /** The record with this id, read together with all others that the request asks for at the same time. */
  load(id: string): Promise<Row<T> | null> {
    return this.byId.load(id);
  }

  /** All records whose `member` is `value`, in the order of `sort`, batched like `load`. */
  loadAll(member: keyof T & string, value: string, sort: Sort): Promise<Row<T>[]> {
    const key = JSON.stringify([member, sort]);
    const loader =
      this.byReference.get(key) ?? new DataLoader((values) => this.batchBy(member, values, sort));
    this.byReference.set(key, loader);
    return loader.load(value);
  }

  async find(filter: Filter<T>, { sort, skip, limit }: ListOptions = {}): Promise<Row<T>[]> {
    if (limit === 0) return []; // to MongoDB a limit of 0 is no limit
    const query = this.model.find(this.within(filter), null, this.options());
    if (sort) query.sort(sort);
    if (skip) query.skip(skip);
    if (limit !== undefined) query.limit(limit);
    return ((await query.lean()) as Document<T>[]).map(toRow);
  }

  async findOne(filter: Filter<T>, sort?: Sort): Promise<Row<T> | null> {
    const [row] = await this.find(filter, { sort, limit: 1 });
    return row ?? null;
  }

  async count(filter: Filter<T>): Promise<number> {
    return this.model.countDocuments(this.within(filter), this.options());
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
    if (this.parts.keepsDeleted) return this.updateMany(filter, { $set: { deletedAt: at } });
    const { deletedCount } = await this.model.deleteMany(this.within(filter), this.options());
    return deletedCount;
  }

  private within(filter: Filter<T>): Filter<T> {
    const { scope, keepsDeleted } = this.parts;
    return {
      ...filter,
      ...('tenantId' in scope ? { tenantId: scope.tenantId } : {}),
      ...(keepsDeleted ? { deletedAt: null } : {}),
    };
  }

  private options(): Record<string, unknown> {
    const { scope, session } = this.parts;
    return {
      ...(session ? { session } : {}),
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
    for (const row of rows) groups.get(String(row[member]))?.push(row);
    return values.map((value) => groups.get(value) ?? []);
  }
}

function toRow<T>({ _id, ...members }: Document<T>): Row<T> {
  return { id: _id, ...members } as unknown as Row<T>;
}
