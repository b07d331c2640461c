/**
 * The wall between tenants. Every record names its tenant, and a query that does not name one throws: forgetting the
 * scope is an error, never a leak. The only way past it is `asPlatform(reason)` of the context.
 */
import type { Aggregate, Query, Schema } from 'mongoose';

/** Thrown for a query that names no tenant; a fault of ours, never shown to callers. */
export class MissingTenant extends Error {
  constructor(operation: string, collection: string) {
    super(`${operation} on "${collection}" names no tenant`);
    this.name = 'MissingTenant';
  }
}

const QUERIES = [
  'find',
  'findOne',
  'findOneAndUpdate',
  'findOneAndDelete',
  'findOneAndReplace',
  'replaceOne',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'countDocuments',
  'distinct',
] as const;

/** The option under which a query carries the reason why it looks past the tenants. */
export const PLATFORM_REASON = 'platformReason';

/** What every query goes through, also one that mongoose does not run. Throws MissingTenant. */
export function refuseWithoutTenant(
  filter: object,
  options: Readonly<Record<string, unknown>>,
  collection: string,
): void {
  if (options[PLATFORM_REASON] || namesTenant(filter)) return;
  throw new MissingTenant('A query', collection);
}

/** A mongoose plugin: adds `tenantId` to the records and refuses queries without it. */
export function tenancy(schema: Schema): void {
  schema.add({ tenantId: { type: String, required: true, immutable: true } });

  schema.pre([...QUERIES], function (this: Query<unknown, unknown>) {
    const options = this.getOptions() as Record<string, unknown>;
    refuseWithoutTenant(this.getFilter(), options, this.model.collection.name);
  });

  // A count without a filter takes a short cut around the filter, so it can never name a tenant.
  schema.pre('estimatedDocumentCount', function (this: Query<unknown, unknown>) {
    throw new MissingTenant('An estimated count', this.model.collection.name);
  });

  schema.pre('aggregate', function (this: Aggregate<unknown>) {
    const options = this.options as Record<string, unknown>;
    if (options[PLATFORM_REASON]) return;
    const [first] = this.pipeline();
    const match = first && '$match' in first ? first.$match : undefined;
    if (!match || !namesTenant(match))
      throw new MissingTenant('An aggregation', this.model().collection.name);
  });
}

function namesTenant(filter: object): boolean {
  const { tenantId } = filter as { tenantId?: unknown };
  return typeof tenantId === 'string' && tenantId !== '';
}
