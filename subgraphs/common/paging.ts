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

export interface Connection<T> {
  readonly edges: Edge<T>[];
  readonly nodes: T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** Reads one page of the records that match. Throws VALIDATION_ERROR for a cursor that is none of ours. */
export async function readPage<T>(
  records: Records<T>,
  filter: Filter<T>,
  sort: Sort,
  page: PageArguments,
): Promise<Connection<Row<T>>> {
  const skip = placeAfter(page.after) + (page.offset ?? 0);
  const [nodes, totalCount] = await Promise.all([
    // The id decides between equals: without it pages could overlap.
    records.find(filter, { sort: { ...sort, _id: -1 }, skip, limit: page.first ?? undefined }),
    records.count(filter),
  ]);
  const edges = nodes.map((node, index) => ({ cursor: cursorOf(skip + index), node }));
  return {
    edges,
    nodes,
    totalCount,
    pageInfo: {
      hasNextPage: skip + nodes.length < totalCount,
      hasPreviousPage: skip > 0 && totalCount > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const cursorOf = (place: number): string => Buffer.from(`place:${place}`).toString('base64url');

function placeAfter(cursor: string | null | undefined): number {
  if (cursor === null || cursor === undefined) return 0;
  const match = /^place:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match) throw invalid({ after: 'after must be a cursor of this list' });
  return Number(match[1]) + 1;
}
