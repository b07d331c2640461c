/** A strategy as it is stored. Source: traction.yaml, shape Strategy. */
import { defineCollection, type Row } from '../../common/collections';

export type StrategyStatus = 'DRAFT' | 'VALIDATED' | 'ADOPTED';

export interface Strategy {
  readonly goalId: string;
  readonly description: string;
  /** The place among the goal's strategies, from 1; unique within the goal. */
  readonly order: number;
  readonly aiGenerated: boolean;
  readonly status: StrategyStatus;
  /** 0 to 100. */
  readonly validationScore: number | null;
  readonly validationFeedback: string | null;
}

export type StrategyRow = Row<Strategy>;

export const strategies = defineCollection<Strategy>(
  'strategies',
  {
    goalId: { type: String, required: true },
    description: { type: String, required: true },
    order: { type: Number, required: true },
    aiGenerated: { type: Boolean, default: false },
    status: { type: String, required: true },
    validationScore: { type: Number, default: null },
    validationFeedback: { type: String, default: null },
  },
  { keepsDeleted: true, indexes: [{ keys: { tenantId: 1, goalId: 1, order: 1 } }] },
);
