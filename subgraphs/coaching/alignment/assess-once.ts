import { createHash } from 'node:crypto';
import type { Context } from '../context';
import { type AlignmentInput, normalised } from '../engine/alignment';
import { assess } from './assess';
import type { JudgedAlignment } from './model';

const KEPT_MILLISECONDS = 5 * 60 * 1000;

/**
 * The assessment of the last five minutes if there is one, else a new one: clients ask by themselves whenever a goal
 * changes. A kept one says when it was made. Source: coaching.yaml, checkAlignment ("cache").
 */
export async function assessOnce(input: AlignmentInput, context: Context): Promise<JudgedAlignment> {
  const question = normalised(input);
  const key = keyOf(context.services.model.version, question);
  const stillKept = { key, expiresAt: { $gt: context.clock.now() } };
  const kept = await context.data.keptAssessments.findOne(stillKept);
  if (kept) return kept;
  const alignment = await assess(question, context);
  const expiresAt = new Date(alignment.checkedAt.getTime() + KEPT_MILLISECONDS);
  // Of several who ask at once the first is kept, and all get that one.
  return context.write(
    async ({ data: { keptAssessments: records } }) =>
      (await records.findOne(stillKept)) ?? records.upsert({ key }, { $set: { ...alignment, expiresAt } }),
  );
}

const keyOf = (version: string, question: AlignmentInput): string =>
  createHash('sha256')
    .update(JSON.stringify([version, question]))
    .digest('base64url');
