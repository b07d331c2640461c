import { badValue } from '../errors';
import type { Variables } from '../expressions/scope';
import type { CollectionMeta, IndexMeta } from '../storage/catalog';
import { indexFlags } from '../storage/index-entries';
import type { IndexFlags } from '../storage/index-entries';
import { indexPrefix, indexRange } from '../storage/keys';
import type { KeyRange } from '../storage/keys';
import type { View } from '../storage/view';
import type { Document } from '../values/codec';
import { equalValues } from '../values/order';
import { fieldBounds, keyRange, pointBytes } from './bounds';
import type { FieldBounds } from './bounds';
import { conditionsOf, isConjunction } from './conditions';
import type { Condition, Conditions } from './conditions';
import { compileFilter } from './matcher';
import type { SortField } from './sort';

/** How the documents of a query are found. */
export type Plan =
  | { readonly kind: 'scan'; readonly reverse: boolean; readonly sorted: boolean }
  | {
      readonly kind: 'index';
      readonly index: IndexMeta;
      readonly ranges: readonly KeyRange[];
      readonly reverse: boolean;
      /** The index yields the documents in the order asked for. */
      readonly sorted: boolean;
      readonly multikey: boolean;
      /** Every document that matches has one entry within the ranges, and no other one has. Known where it is counted. */
      readonly exact: boolean;
    };

/** What a query asks for, as far as finding its documents is concerned. */
export interface PlanRequest {
  readonly filter: Document;
  readonly sort: readonly SortField[];
  /** A limit makes it worthwhile to walk an index for its order alone. */
  readonly limited: boolean;
  /** Only how many documents match is asked, which an index may know. */
  readonly counting?: boolean;
  /** An index by name or key, or `{ $natural: 1 }`. */
  readonly hint?: unknown;
  /** What expressions of the filter refer to. */
  readonly variables?: Variables;
  /** Strings are compared in another way than in the indexes. */
  readonly collated?: boolean;
}

/** A plan that walks an index. */
export type IndexPlan = Extract<Plan, { kind: 'index' }>;

/** More ranges than this are not worth looking up one by one. */
const MAX_RANGES = 2000;

/** More than any number of fields. */
const IDENTIFIES = 1_000_000;

interface Candidate {
  readonly plan: IndexPlan;
  readonly score: number;
}

/**
 * Chooses the index that narrows most: a unique one of which all fields are fixed, for it finds one document each; else
 * by the number of its leading fields that are fixed by equality, then by a range on the next field, then by whether it
 * yields the order asked for. Every document found is still checked against the
 * filter, so that a choice can be slow but never wrong.
 */
export function choosePlan(view: View, collection: CollectionMeta, request: PlanRequest): Plan {
  const natural = naturalOrder(request);
  if (natural !== undefined)
    return { kind: 'scan', reverse: natural < 0, sorted: request.sort.every(isNatural) };
  const conditions: Conditions =
    request.collated === true ? new Map() : conditionsOf(request.filter, request.variables);
  const usable = collection.indexes.filter((index) => index.specification['hidden'] !== true);
  const indexes = request.hint === undefined ? usable : [hinted(usable, request.hint)];
  const forced = request.hint !== undefined;
  let best: Candidate | undefined;
  for (const index of indexes) {
    if (!forced && !covers(index, conditions)) continue;
    const candidate = consider(index, indexFlags(view, index), conditions, request, forced);
    if (candidate !== undefined && (best === undefined || candidate.score > best.score)) best = candidate;
  }
  return best?.plan ?? { kind: 'scan', reverse: false, sorted: request.sort.length === 0 };
}

function isNatural(field: SortField): boolean {
  return field.path === '$natural';
}

function naturalOrder(request: PlanRequest): number | undefined {
  const [first] = request.sort;
  if (first !== undefined && isNatural(first)) return first.direction;
  const hint = request.hint;
  if (typeof hint === 'object' && hint !== null && '$natural' in hint) return Number(hint.$natural);
  return undefined;
}

function hinted(indexes: readonly IndexMeta[], hint: unknown): IndexMeta {
  const found = indexes.find((index) => index.name === hint || equalValues(index.specification['key'], hint));
  if (found !== undefined) return found;
  throw badValue(
    'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
  );
}

/** Whether a sparse or partial index is sure to hold every document that can match. */
function covers(index: IndexMeta, conditions: Conditions): boolean {
  if (index.sparse && !index.key.some(([path]) => (conditions.get(path) ?? []).some(impliesPresence)))
    return false;
  if (index.partial === undefined) return true;
  return (
    [...conditionsOf(index.partial)].every(([path, required]) =>
      required.every((condition) => implied(path, condition, conditions.get(path) ?? [])),
    ) && Object.keys(index.partial).every((name) => !name.startsWith('$') || name === '$and')
  );
}

function impliesPresence({ operator, operand }: Condition): boolean {
  switch (operator) {
    case '$eq':
      return operand !== null && operand !== undefined;
    case '$in':
      return Array.isArray(operand) && operand.every((item) => item !== null && item !== undefined);
    case '$exists':
      return operand === true || operand === 1;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return operand !== null;
    default:
      return false;
  }
}

function implied(path: string, required: Condition, given: readonly Condition[]): boolean {
  if (given.some((one) => one.operator === required.operator && equalValues(one.operand, required.operand)))
    return true;
  if (required.operator === '$exists') return required.operand === true && given.some(impliesPresence);
  const fixed = given.find((one) => one.operator === '$eq');
  if (fixed === undefined || path.includes('.') || Array.isArray(fixed.operand)) return false;
  return compileFilter({ [path]: { [required.operator]: required.operand } }).matches({
    [path]: fixed.operand,
  });
}

function consider(
  index: IndexMeta,
  flags: IndexFlags,
  conditions: Conditions,
  request: PlanRequest,
  forced: boolean,
): Candidate | undefined {
  const bounds = leadingBounds(index, flags, conditions);
  const equalities = bounds.filter((bound) => bound.equality).length;
  const fixed = bounds.findIndex((bound) => !bound.equality || bound.intervals.length !== 1);
  const fixedFields = fixed === -1 ? bounds.length : fixed;
  const order = orderServed(index, flags, fixedFields, request.sort, request.collated === true);
  const ordering = order !== undefined && request.sort.length > 0;
  const exact = isExact(bounds, flags, conditions, request);
  if (bounds.length === 0 && !forced && !isWorthWalking(index, ordering, exact)) return undefined;
  const identifies = index.unique && equalities === index.key.length;
  const score =
    (identifies ? IDENTIFIES : 0) +
    equalities * 100 +
    (bounds.length - equalities) * 40 +
    (ordering ? (request.limited ? 30 : 10) : 0) -
    index.key.length;
  const plan: IndexPlan = {
    kind: 'index',
    index,
    ranges: rangesOf(index, bounds),
    reverse: order === -1,
    sorted: request.sort.length === 0 || ordering,
    multikey: flags.multikey,
    exact,
  };
  if (plan.ranges.length > MAX_RANGES) return forced ? { plan: { ...plan, exact: false }, score } : undefined;
  return { plan, score };
}

/** Whether all of an index is worth walking: for its order, or to count its entries. */
function isWorthWalking(index: IndexMeta, ordering: boolean, exact: boolean): boolean {
  return index.partial === undefined && !index.sparse && (ordering || exact);
}

/** Whether bounds say all that a filter says, of an index whose keys tell all values apart. */
function isExact(
  bounds: readonly FieldBounds[],
  flags: IndexFlags,
  conditions: Conditions,
  { filter, collated, counting }: PlanRequest,
): boolean {
  if (counting !== true) return false;
  if (flags.multikey || flags.inexact || collated === true || !isConjunction(filter)) return false;
  return conditions.size === bounds.length && bounds.every((bound) => bound.exact);
}

/** Bounds of the leading fields: equalities as long as there are any, then at most one range. */
function leadingBounds(index: IndexMeta, flags: IndexFlags, conditions: Conditions): FieldBounds[] {
  const bounds: FieldBounds[] = [];
  const roots = new Set<string>();
  for (const [path] of index.key) {
    const root = path.split('.', 1)[0] as string;
    // Two fields of one array's documents may be met by different documents of it.
    if (flags.multikey && roots.has(root)) break;
    roots.add(root);
    const bound = fieldBounds(conditions.get(path) ?? [], flags.multikey);
    if (bound === undefined) break;
    bounds.push(bound);
    if (!bound.equality) break;
  }
  return bounds;
}

/** 1 or -1 where walking the index that way yields the order, given how many leading fields are fixed to one value. */
function orderServed(
  index: IndexMeta,
  flags: IndexFlags,
  fixedFields: number,
  sort: readonly SortField[],
  collated: boolean,
): 1 | -1 | undefined {
  if (sort.length === 0) return 1;
  if (flags.multikey || flags.inexact || collated) return undefined;
  const fixedPaths = new Set(index.key.slice(0, fixedFields).map(([path]) => path));
  const open = sort.filter((field) => !fixedPaths.has(field.path));
  const fields = index.key.slice(fixedFields);
  if (open.length > fields.length) return undefined;
  const directions = open.map((field, at) => {
    const [path, direction] = fields[at] as IndexMeta['key'][number];
    return path === field.path ? field.direction * direction : 0;
  });
  if (directions.every((direction) => direction === 1)) return 1;
  return directions.every((direction) => direction === -1) ? -1 : undefined;
}

function rangesOf(index: IndexMeta, bounds: readonly FieldBounds[]): KeyRange[] {
  let prefixes = [indexPrefix(index.id, Buffer.alloc(0))];
  for (const [at, bound] of bounds.entries()) {
    const direction = index.key[at]?.[1] ?? 1;
    const last = at === bounds.length - 1;
    if (last)
      return prefixes
        .flatMap((prefix) => bound.intervals.map((interval) => keyRange(prefix, interval, direction)))
        .sort(byStart);
    prefixes = prefixes.flatMap((prefix) =>
      bound.intervals.map((interval) => Buffer.concat([prefix, pointBytes(interval, direction)])),
    );
    if (prefixes.length > MAX_RANGES) break;
  }
  return bounds.length === 0
    ? [indexRange(index.id)]
    : prefixes.map((prefix) => keyRange(prefix, EVERYTHING, 1));
}

const EVERYTHING = {
  from: { bytes: Buffer.alloc(0), after: false },
  to: { bytes: Buffer.alloc(0), after: true },
  point: false,
  exact: false,
};

function byStart(a: KeyRange, b: KeyRange): number {
  return Buffer.compare(a.start, b.start);
}
