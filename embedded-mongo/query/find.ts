import type { CollectionMeta } from '../storage/catalog';
import type { Documents, StoredDocument } from '../storage/documents';
import { recordIdOfKey } from '../storage/keys';
import { walk } from '../storage/view';
import type { View } from '../storage/view';
import { decode, encode } from '../values/codec';
import type { Document } from '../values/codec';
import type { Collation } from '../values/collation';
import { compileFilter } from './matcher';
import type { Matcher, MatcherOptions } from './matcher';
import { choosePlan } from './plan';
import type { IndexPlan, Plan } from './plan';
import { parseSort, sortBy } from './sort';

/** A query on one collection. */
export interface FindRequest {
  readonly filter: Document;
  readonly sort?: unknown;
  readonly skip?: number;
  /** Zero or undefined for no limit. */
  readonly limit?: number;
  readonly hint?: unknown;
  readonly variables?: MatcherOptions['variables'];
  readonly collation?: Collation | undefined;
  /** Only how many documents there are is asked, not what they hold. */
  readonly counting?: boolean;
}

/** A document that was found, decoded. */
export interface FoundDocument extends StoredDocument {
  readonly document: Document;
}

/** What a query looked at, for `explain`. */
export interface FindStatistics {
  keysExamined: number;
  documentsExamined: number;
}

/** A query that is ready to run. */
export interface PreparedFind {
  readonly plan: Plan;
  readonly statistics: FindStatistics;
  /** The documents are counted in an index: nothing is read of them, and empty ones stand for them. */
  readonly counted: boolean;
  run(): Generator<FoundDocument>;
  /** How many it finds, where an index knows without being walked; undefined elsewhere. */
  total(): number | undefined;
}

/**
 * Plans a query. It runs lazily, and reads from what `view` gives at each step, so that it can be suspended. Throws the
 * errors of a filter or sort that MongoDB would refuse.
 */
export function prepareFind(
  documents: Documents,
  view: () => View,
  collection: CollectionMeta,
  request: FindRequest,
): PreparedFind {
  const { collation, variables } = request;
  const matcher = compileFilter(request.filter, {
    ...(variables === undefined ? {} : { variables }),
    ...(collation === undefined ? {} : { collation }),
  });
  const sort = parseSort(request.sort);
  const limit = request.limit ?? 0;
  const skip = request.skip ?? 0;
  const { filter, hint, counting = false } = request;
  const plan = choosePlan(view(), collection, {
    filter,
    sort,
    limited: limit > 0,
    hint,
    counting,
    collated: collation !== undefined,
    ...(variables === undefined ? {} : { variables }),
  });
  const statistics: FindStatistics = { keysExamined: 0, documentsExamined: 0 };
  const counted = counting && plan.kind === 'index' && plan.exact;
  const found = (): Generator<FoundDocument> =>
    counted
      ? entriesOf(view, plan, statistics)
      : matching(candidates(documents, view, collection, plan, statistics), matcher, statistics);
  function* run(): Generator<FoundDocument> {
    const ordered =
      plan.sorted || counted ? found() : sortBy([...found()], sort, (item) => item.document, collation);
    let position = 0;
    for (const item of ordered) {
      position += 1;
      if (position <= skip) continue;
      yield item;
      if (limit > 0 && position >= skip + limit) return;
    }
  }
  function total(): number | undefined {
    if (!counted) return undefined;
    const all = plan.ranges.reduce((sum, { start, end }) => sum + view().count(start, end), 0);
    const rest = Math.max(0, all - skip);
    return limit > 0 ? Math.min(limit, rest) : rest;
  }
  return { plan, statistics, counted, run, total };
}

const NOTHING = { bytes: encode({}), document: {} };

/** One empty document for each entry of an index. */
function* entriesOf(
  view: () => View,
  { ranges }: IndexPlan,
  statistics: FindStatistics,
): Generator<FoundDocument> {
  for (const { start, end } of ranges) {
    for (const { key } of walk(view, start, end)) {
      statistics.keysExamined += 1;
      yield { recordId: recordIdOfKey(key), ...NOTHING };
    }
  }
}

function* candidates(
  documents: Documents,
  view: () => View,
  collection: CollectionMeta,
  plan: Plan,
  statistics: FindStatistics,
): Generator<StoredDocument> {
  if (plan.kind === 'scan') {
    yield* documents.scan(view, collection, plan.reverse);
    return;
  }
  const seen = new Set<number>();
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
  for (const { start, end } of ranges) {
    for (const entry of walk(view, start, end, plan.reverse)) {
      statistics.keysExamined += 1;
      const recordId = recordIdOfKey(entry.key);
      if (plan.multikey) {
        if (seen.has(recordId)) continue;
        seen.add(recordId);
      }
      const stored = documents.read(view(), collection, recordId);
      if (stored !== undefined) yield stored;
    }
  }
}

function* matching(
  stored: Iterable<StoredDocument>,
  matcher: Matcher,
  statistics: FindStatistics,
): Generator<FoundDocument> {
  for (const { recordId, bytes } of stored) {
    statistics.documentsExamined += 1;
    const document = decode(bytes);
    if (matcher.matches(document)) yield { recordId, bytes, document };
  }
}
