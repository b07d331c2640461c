/**
 * Assessments that are given again for the same question. They stand in the database, for the same client may reach
 * another instance next. Source: coaching.yaml, checkAlignment ("cache").
 */
import { defineCollection } from '../../common/collections';
import { type JudgedAlignment, alignmentMembers } from './model';

interface KeptAssessment extends JudgedAlignment {
  /** Names the question and the engine that was asked. */
  readonly key: string;
  readonly expiresAt: Date;
}

export const keptAssessments = defineCollection<KeptAssessment>(
  'keptAssessments',
  { key: { type: String, required: true }, ...alignmentMembers, expiresAt: { type: Date, required: true } },
  {
    indexes: [
      { keys: { tenantId: 1, key: 1 }, options: { unique: true } },
      { keys: { expiresAt: 1 }, options: { expireAfterSeconds: 0 } },
    ],
  },
);
