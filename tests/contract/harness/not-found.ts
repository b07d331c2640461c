/** What is missing where nothing has the id that a path begins with. */
import { locate } from './data';

const BY_PATH: readonly (readonly [beginning: RegExp, code: string, prefix: string])[] = [
  [/^\/users\//, 'RESOURCE_NOT_FOUND', 'user'],
  [/^(\/realtime)?\/goals\//, 'GOAL_NOT_FOUND', 'goal'],
  [/^\/(shared-)?kpis\//, 'KPI_NOT_FOUND', 'kpi'],
  [/^\/(api\/)?actions\//, 'ACTION_NOT_FOUND', 'action'],
  [/^\/cross-goal-alerts\//, 'ALERT_NOT_FOUND', 'alert'],
];

function rowOf(endpointId: string): (typeof BY_PATH)[number] {
  const { path } = locate(endpointId).endpoint;
  const row = BY_PATH.find(([beginning]) => beginning.test(path));
  if (!row) throw new Error(`nobody says what is missing under ${path}`);
  return row;
}

/** The code of the error. */
export const notFoundCode = (endpointId: string): string => rowOf(endpointId)[1];

/** What callers may put in front of the ids of its path. */
export const idPrefix = (endpointId: string): string => rowOf(endpointId)[2];
