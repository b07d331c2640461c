/**
 * Lists as connections: a page by cursor (`first`, `after`) or by offset (`first`, `offset`), everything where nothing
 * is asked for. A cursor is the place of an item in the list as it was sorted.
 */
import { invalid } from '../../common/errors';
import type { Row } from './collections';
import type { Filter, Records, Sort } from './records';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly offset?: number | null | undefined;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A list as the graph offers it. What takes the count of all is called where a query asks for it, and counts once. */
export interface Connection<T> {
  readonly edges: Edge<T>[];
  readonly nodes: T[];
  readonly pageInfo: () => Promise<PageInfo>;
  readonly totalCount: () => Promise<number>;
}

/** Reads one page of the records that match. Throws VALIDATION_ERROR for a cursor that is none of ours. */
export async function readPage<T>(
  records: Records<T>,
  filter: Filter<T>,
  sort: Sort,
  page: PageArguments,
): Promise<Connection<Row<T>>> {
  const skipped = placeAfter(page.after) + (page.offset ?? 0);
  const limit = page.first ?? undefined;
  // The id decides between equals, the newest first where nothing is said: without it pages could overlap.
  const complete = '_id' in sort ? sort : { ...sort, _id: -1 as const };
  const nodes = await records.find(filter, { sort: complete, skip: skipped, limit });
  const edges = nodes.map((node, index) => ({ cursor: cursorOf(skipped + index), node }));
  const isLast = (limit === undefined || nodes.length < limit) && (nodes.length > 0 || skipped === 0);
  let counted: Promise<number> | undefined;
  const totalCount = (): Promise<number> =>
    (counted ??= isLast ? Promise.resolve(skipped + nodes.length) : records.count(filter));
  const pageInfo = async (): Promise<PageInfo> => {
    const total = await totalCount();
    return {
      hasNextPage: skipped + nodes.length < total,
      hasPreviousPage: skipped > 0 && total > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
  };
  return { edges, nodes, pageInfo, totalCount };
}

const cursorOf = (place: number): string => Buffer.from(`place:${place}`).toString('base64url');

function placeAfter(cursor: string | null | undefined): number {
  if (cursor === null || cursor === undefined) return 0;
  const match = /^place:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match) throw invalid({ after: 'after must be a cursor of this list' });
  return Number(match[1]) + 1;
}
