/** An action as it is stored. Source: traction.yaml, shape Action. */
import { defineCollection, type Row } from '../../common/collections';
import type { Connection } from '../../common/paging';

export type ActionStatus = 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETED' | 'BLOCKED' | 'CANCELLED';
export type ActionPriority = 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';

export interface Action {
  readonly title: string;
  readonly description: string | null;
  readonly dateEntered: Date;
  readonly startDate: Date | null;
  readonly dueDate: Date | null;
  readonly priority: ActionPriority;
  readonly status: ActionStatus;
  /** 0 to 100. */
  readonly progress: number;
  readonly assigneeId: string | null;
  /** Goals and strategies that were there when they were given; some may be gone since. */
  readonly goalIds: readonly string[];
  readonly strategyIds: readonly string[];
}

export type ActionRow = Row<Action>;
export type ActionPage = Connection<ActionRow>;

const text = { type: String, default: null };
const required = { type: String, required: true };
const date = { type: Date, default: null };
const ids = { type: [String], default: [] };

export const actions = defineCollection<Action>(
  'actions',
  {
    title: required,
    description: text,
    dateEntered: { type: Date, required: true },
    startDate: date,
    dueDate: date,
    priority: required,
    status: required,
    progress: { type: Number, required: true },
    assigneeId: text,
    goalIds: ids,
    strategyIds: ids,
  },
  {
    keepsDeleted: true,
    // They end as the order of lists does: without it a page would read and sort all actions.
    indexes: [
      { keys: { tenantId: 1, deletedAt: 1, dueDate: 1, _id: -1 } },
      { keys: { tenantId: 1, deletedAt: 1, assigneeId: 1, dueDate: 1, _id: -1 } },
      { keys: { tenantId: 1, deletedAt: 1, goalIds: 1, dueDate: 1, _id: -1 } },
      { keys: { tenantId: 1, deletedAt: 1, strategyIds: 1, dueDate: 1, _id: -1 } },
    ],
  },
);
