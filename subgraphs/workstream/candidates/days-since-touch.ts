/** How long nobody has worked on a candidate. Source: workstream.yaml, listCandidates (days_since_touch). */
import type { CandidateRow } from './model';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

const dayOf = (moment: Date): number => Math.floor(moment.getTime() / DAY_MILLISECONDS);

/** Calendar days in UTC: from one minute before midnight to one after it is a day. */
export const daysSinceTouch = (
  { lastTouchAt, createdAt }: Pick<CandidateRow, 'lastTouchAt' | 'createdAt'>,
  now: Date,
): number => dayOf(now) - dayOf(lastTouchAt ?? createdAt);
