/** Writing into the activity of a goal. Source: traction.yaml, createGoalActivity; contract README, row 13. */
import type { Change } from '../../common/changes';
import type { Viewer } from '../../../common/viewer';
import type { TractionWork } from '../context';
import { ensureRoom } from '../limits';
import type { ActivityEntry, ActivityEntryRow, ActivityType } from './model';

/** What is told of an entry; who wrote it is known from the write. */
export type NewEntry = Pick<ActivityEntry, 'goalId' | 'type' | 'text'> &
  Partial<Pick<ActivityEntry, 'title' | 'url' | 'metadata'>>;

/**
 * Writes an entry and its row in the change log. Throws SUBSCRIPTION_LIMIT_REACHED for an attachment more than the
 * goal may have.
 */
export async function addEntry(
  work: TractionWork,
  viewer: Viewer,
  { title = null, url = null, metadata = null, ...entry }: NewEntry,
): Promise<ActivityEntryRow> {
  const attached = isAttachment({ ...entry, url, metadata });
  if (attached) {
    const { activityEntries } = work.data;
    await ensureRoom(viewer, 'attachments', () =>
      activityEntries.count({ goalId: entry.goalId, isAttachment: true }),
    );
  }
  const created = await work.data.activityEntries.insert({
    ...entry,
    title,
    url,
    metadata,
    createdBy: viewer.userId,
    isAttachment: attached,
  });
  work.record(entryChange(created));
  return created;
}

/** Whether an entry is an attachment or brings one: a file or an address. */
export function isAttachment({
  type,
  url,
  metadata,
}: Pick<ActivityEntry, 'type' | 'url' | 'metadata'>): boolean {
  const files = metadata?.['attachments'];
  return type === 'ATTACHMENT' || Boolean(url) || (Array.isArray(files) && files.length > 0);
}

/** What an entry is called in the streams. */
const KINDS: Readonly<Record<ActivityType, readonly [kind: string, description: string]>> = {
  WEEKLY_REVIEW: ['activity_created', 'Weekly review written'],
  NOTE: ['activity_created', 'Note added'],
  SYSTEM: ['activity_created', 'Reason noted'],
  DECISION: ['decision_created', 'Decision recorded'],
  ATTACHMENT: ['attachment_created', 'Attachment added'],
};

/** The row in the change log: it leads to the entry, and repeats nothing of it. */
function entryChange({ id, goalId, type }: ActivityEntryRow): Change {
  const [kind, description] = KINDS[type];
  return { kind, subject: { type: 'activity', id }, goalId, visibleIn: ['stream'], description };
}
