/** What is asked of a tenant with few measures, and of one with many. */
import type { Request } from 'autocannon';
import type { Credentials } from '../rest/tenant';

export interface MeasureWorkload {
  readonly title: string;
  readonly requests: readonly Request[];
}

const BASE = '/traction/api/v1';
const PAGE_SIZE = 50;
/** So many measures are asked for in turn, in both tenants. */
const ASKED = 100;

export function workloads(ids: readonly string[], reader: Credentials): readonly MeasureWorkload[] {
  const read = (path: string): Request => ({ method: 'GET', path: `${BASE}${path}`, headers: reader });
  const step = ids.length / ASKED;
  const some = Array.from({ length: ASKED }, (_, index) => ids[Math.floor(index * step)] ?? '');
  return [
    {
      title: `GET /measures, ${PAGE_SIZE} of all`,
      requests: [1, 2].map((page) => read(`/measures?page=${page}&pageSize=${PAGE_SIZE}`)),
    },
    { title: 'GET /measures/{id}', requests: some.map((id) => read(`/measures/${id}`)) },
    { title: 'GET /shared-kpis/{id}/plan', requests: some.map((id) => read(`/shared-kpis/${id}/plan`)) },
  ];
}
