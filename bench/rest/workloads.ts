/** What is asked of both servers. */
import type { Request } from 'autocannon';
import { goalNumber, GOALS } from './goals';
import type { Credentials } from './tenant';

export interface RestWorkload {
  readonly name: string;
  readonly title: string;
  readonly requests: readonly Request[];
}

const PATH = '/traction/api/v1/goals';
const PAGE_SIZE = 20;
/** Few look further. */
const PAGES = 5;
const NEW_GOALS = 100;

/** @param ids the goals of the reader's tenant; new ones are the writer's, so that lists keep their length */
export function workloads(
  ids: readonly string[],
  reader: Credentials,
  writer: Credentials,
): readonly RestWorkload[] {
  const read = (path: string): Request => ({ method: 'GET', path, headers: reader });
  const pages = Array.from({ length: PAGES }, (_, index) => index + 1);
  const create = (number: number): Request => ({
    method: 'POST',
    path: PATH,
    headers: { ...writer, 'content-type': 'application/json' },
    body: JSON.stringify(goalNumber(number)),
  });
  return [
    { name: 'goal', title: 'GET /goals/{id}', requests: ids.map((id) => read(`${PATH}/${id}`)) },
    {
      name: 'goals',
      title: `GET /goals, ${PAGE_SIZE} of ${GOALS}`,
      requests: pages.map((page) => read(`${PATH}?page=${page}&size=${PAGE_SIZE}`)),
    },
    {
      name: 'new goal',
      title: 'POST /goals',
      // Numbers of one length give answers of few lengths.
      requests: Array.from({ length: NEW_GOALS }, (_, index) => create(NEW_GOALS + index)),
    },
  ];
}
