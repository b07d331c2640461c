/** The latest alignment of a goal as it is stored; there is at most one per goal. Source: contract README, row 21. */
import { defineCollection, type Row } from '../../common/collections';

/** A judgement on a goal, whether it is stored or in words only. */
export interface JudgedAlignment {
  readonly score: number;
  readonly explanation: string;
  readonly suggestions: readonly string[];
  readonly components: { readonly intent: number; readonly strategies: number; readonly measures: number };
  readonly breakdown: { readonly vision: number; readonly purpose: number; readonly values: number };
  readonly engine: 'BUILTIN' | 'PROVIDER';
  /** 0 to 1. */
  readonly confidence: number;
  readonly checkedAt: Date;
}

/** The judgement on a stored goal. */
export interface GoalAlignment extends JudgedAlignment {
  readonly goalId: string;
}

export type GoalAlignmentRow = Row<GoalAlignment>;

/** A goal of Traction, of which Coaching knows the id alone. */
export interface GoalReference {
  readonly id: string;
}

const score = { type: Number, required: true };

/** The members of an alignment as mongoose describes them. */
export const alignmentMembers = {
  score,
  explanation: { type: String, required: true },
  suggestions: { type: [String], required: true },
  components: { type: { _id: false, intent: score, strategies: score, measures: score }, required: true },
  breakdown: { type: { _id: false, vision: score, purpose: score, values: score }, required: true },
  engine: { type: String, required: true },
  confidence: score,
  checkedAt: { type: Date, required: true },
};

export const alignments = defineCollection<GoalAlignment>(
  'alignments',
  { goalId: { type: String, required: true }, ...alignmentMembers },
  { indexes: [{ keys: { tenantId: 1, goalId: 1 }, options: { unique: true } }] },
);
