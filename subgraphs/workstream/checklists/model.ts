/**
 * Items of checklists as they are stored, by the record on whose list they stand.
 * Source: workstream.yaml, shape ChecklistItem and qualityGates.
 */
import { defineCollection, type Row } from '../../common/collections';
import { byNumber, type ItemType, type NumberedRecord, numberedMembers, optionalMoment } from '../numbered';

export interface ChecklistItem extends NumberedRecord {
  readonly itemType: ItemType;
  readonly itemId: string;
  readonly itemNumber: number;
  readonly name: string;
  readonly isDone: boolean;
  readonly doneAt: Date | null;
  /** When somebody last said how it stands; null for one that a gate has put on the list. */
  readonly setAt: Date | null;
}

export type ChecklistItemRow = Row<ChecklistItem>;

/** An item on a list, with what the gates in force say of it. */
export type ChecklistEntry = ChecklistItemRow & { readonly isRequired: boolean };

export const checklistItems = defineCollection<ChecklistItem>(
  'checklistItems',
  {
    ...numberedMembers,
    itemType: { type: String, required: true },
    itemId: { type: String, required: true },
    itemNumber: { type: Number, required: true },
    name: { type: String, required: true },
    isDone: { type: Boolean, required: true },
    doneAt: optionalMoment,
    setAt: optionalMoment,
  },
  {
    indexes: [byNumber, { keys: { tenantId: 1, itemId: 1, name: 1 }, options: { unique: true } }],
  },
);
