/** Following the log of a tenant: from where, and what. Source: design.md, idea 4; contract README, row 23. */
import type { Counter, LoggedChange } from '../changes';
import type { Records } from '../records';
import type { Horizon } from './horizons';
import { type LogFilter, LogReader } from './log-reader';
import type { LogTail } from './log-tail';
import type { TenantTail } from './tenant-tail';
import { Wake } from './wake';

/** The collections that a log is kept in, within one tenant. */
export interface LogData {
  readonly changes: Records<LoggedChange>;
  readonly counters: Records<Counter>;
  readonly horizons: Records<Horizon>;
}

export interface Following extends LogFilter {
  /** The cursor of the last event that was seen; from now on where absent. */
  readonly after?: string | null | undefined;
}

/** Begins behind a position, or now. Whatever is no number of this log is told `Resync` first, then what is kept. */
export async function follow(
  tails: LogTail,
  tenantId: string,
  data: () => LogData,
  { after, ...filter }: Following,
): Promise<LogReader> {
  const wake = new Wake();
  const tail = await tails.enter(tenantId, wake.ring);
  const onClose = (): void => tails.leave(tenantId, tail, wake.ring);
  return new LogReader({
    // Made anew for each page: what is read once need not be remembered as long as somebody follows.
    changes: () => data().changes,
    forgottenUpTo: () => forgottenUpTo(data(), filter.goalId),
    filter,
    tail,
    wake,
    after: placeOf(after, tail),
    onClose,
  });
}

/** Where the log of a tenant stands: the number of its last row. */
export async function lastOf({ counters }: LogData, tenantId: string): Promise<number> {
  const counter = await counters.findOne({ _id: tenantId });
  return counter?.last ?? 0;
}

function placeOf(after: string | null | undefined, { reached }: TenantTail): number | undefined {
  if (after === null || after === undefined) return reached;
  const place = /^\d{1,15}$/.test(after) ? Number(after) : undefined;
  return place !== undefined && place <= reached ? place : undefined;
}

async function forgottenUpTo({ horizons }: LogData, goalId: string | undefined): Promise<number> {
  const horizon = await horizons.findOne({ goalId: goalId ?? null });
  return horizon?.seq ?? 0;
}
