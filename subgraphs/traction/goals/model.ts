/** A goal as it is stored. Source: traction.yaml, shapes Goal and GoalExtra. */
import { defineCollection, type Row } from '../../common/collections';
import type { Connection } from '../../common/paging';

export type GoalStatus = 'DRAFT' | 'ACTIVE' | 'COMPLETED' | 'PAUSED' | 'CANCELLED' | 'ARCHIVED';
export type Horizon = 'YEAR' | 'QUARTER' | 'MONTH';

export interface Goal {
  readonly title: string;
  readonly intent: string;
  readonly description: string;
  readonly status: GoalStatus;
  readonly ownerId: string;
  readonly horizon: Horizon | null;
  readonly valueTags: readonly string[];
  readonly metadata: Record<string, unknown> | null;
  /** Set by completing, cleared when the goal becomes active again. */
  readonly completedAt: Date | null;
}

export type GoalRow = Row<Goal>;
export type GoalPage = Connection<GoalRow>;

const text = { type: String, default: '' };

export const goals = defineCollection<Goal>(
  'goals',
  {
    title: { type: String, required: true },
    intent: text,
    description: text,
    status: { type: String, required: true },
    ownerId: { type: String, required: true },
    horizon: { type: String, default: null },
    valueTags: { type: [String], default: [] },
    metadata: { type: Object, default: null },
    completedAt: { type: Date, default: null },
  },
  {
    keepsDeleted: true,
    // They end with the id, as the order of every list does: without it a page would read and sort all goals.
    indexes: [
      { keys: { tenantId: 1, deletedAt: 1, createdAt: -1, _id: -1 } },
      { keys: { tenantId: 1, deletedAt: 1, ownerId: 1, createdAt: -1, _id: -1 } },
    ],
  },
);
