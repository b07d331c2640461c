/**
 * An entry in the activity of a goal as it is stored. Source: traction.yaml, shape ActivityItem.
 *
 * Entries are a collection of their own, and no rows of the change log: they stay for ever while the log forgets, what
 * is redacted in them is gone everywhere, and an index gives those of one goal newest first, of one type or of all. The
 * log has a row for each that leads here (`entryChange`); the streams are fed from that.
 */
import type { LoggedChange } from '../../common/changes';
import { defineCollection, type Row } from '../../common/collections';
import type { Connection } from '../../common/paging';

export type ActivityType = 'WEEKLY_REVIEW' | 'NOTE' | 'SYSTEM' | 'DECISION' | 'ATTACHMENT';

export interface ActivityEntry {
  readonly goalId: string;
  readonly type: ActivityType;
  readonly text: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly metadata: Record<string, unknown> | null;
  /** The user who wrote it, or whose change the service wrote down. */
  readonly createdBy: string;
  /** Whether it counts as one of the goal's attachments, see `isAttachment`. */
  readonly isAttachment: boolean;
}

export type ActivityEntryRow = Row<ActivityEntry>;
export type ActivityEntryPage = Connection<ActivityEntryRow>;

/** What the recent activity shows: rows of the change log. */
export type RecentActivityRow = Row<LoggedChange>;
export type RecentActivityPage = Connection<RecentActivityRow>;

const text = { type: String, default: null };

export const activityEntries = defineCollection<ActivityEntry>(
  'activityEntries',
  {
    goalId: { type: String, required: true },
    type: { type: String, required: true },
    text: { type: String, required: true },
    title: text,
    url: text,
    metadata: { type: Object, default: null },
    createdBy: { type: String, required: true },
    isAttachment: { type: Boolean, required: true },
  },
  {
    indexes: [
      { keys: { tenantId: 1, goalId: 1, createdAt: -1, _id: -1 } },
      { keys: { tenantId: 1, goalId: 1, type: 1, createdAt: -1, _id: -1 } },
      { keys: { tenantId: 1, goalId: 1, isAttachment: 1 } },
    ],
  },
);
