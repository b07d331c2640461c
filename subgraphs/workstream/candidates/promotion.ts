/**
 * Making a pursuit of a candidate, within a write: machine, then gate, then the change.
 * Source: workstream.yaml, endpoint promoteCandidate and qualityGates.promote.
 */
import { notFound } from '../../../common/errors';
import { completeChecklist, heldBy, requiredOfCandidate, setItem } from '../checklists/checklist';
import type { ChecklistEntry } from '../checklists/model';
import type { WorkstreamWork } from '../context';
import { eventOf } from '../events';
import { ensureGate } from '../gates/gate';
import { nextNumber } from '../numbers';
import type { PursuitRow } from '../pursuits/model';
import type { Registry } from '../registry/registry';
import { ensureTransition } from '../state-machines/transitions';
import type { CandidateRow } from './model';

export interface Promotion {
  readonly candidate: CandidateRow;
  readonly pursuit: PursuitRow;
  readonly isNewPursuit: boolean;
  readonly doneItems: readonly string[];
  /** What was checked, or is to be met later. */
  readonly requirements: readonly string[];
}

/** Throws INVALID_STATE_TRANSITION, QUALITY_GATE_BLOCKED. */
export async function promote(
  work: WorkstreamWork,
  before: CandidateRow,
  registry: Registry,
  now: Date,
): Promise<Promotion> {
  ensureTransition('candidate', registry.candidateTransitions(), before.status, 'PROMOTED');
  const holder = heldBy('CANDIDATE', before);
  const checklist = await completeChecklist(work, holder, requiredOfCandidate(registry));
  const done = checklist.filter(({ isDone }) => isDone);
  const doneItems = done.map(({ name }) => name);
  const gate = registry.promotion();
  if (gate) ensureGate('Promote', gate, doneItems);
  const change = { $set: { status: 'PROMOTED', lastTouchAt: now } };
  const candidate = await work.data.candidates.update({ _id: before.id }, change);
  if (!candidate) throw notFound('CANDIDATE_NOT_FOUND', 'candidate', String(before.number));
  const { pursuit, isNewPursuit } = await pursuitOf(work, candidate, done);
  const promoted = eventOf('candidate.promoted', candidate, { pursuit_id: pursuit.number });
  for (const event of [promoted, ...(isNewPursuit ? [eventOf('pursuit.created', pursuit)] : [])])
    work.record(event);
  return { candidate, pursuit, isNewPursuit, doneItems, requirements: (gate ?? registry.pinkToRed()).items };
}

/** The pursuit of a candidate, made where there is none yet; what is done for the candidate is done for it. */
async function pursuitOf(
  work: WorkstreamWork,
  { id: candidateId, orgId, ownerNumber }: CandidateRow,
  done: readonly ChecklistEntry[],
): Promise<Pick<Promotion, 'pursuit' | 'isNewPursuit'>> {
  const existing = await work.data.pursuits.findOne({ candidateId });
  const pursuit =
    existing ??
    (await work.data.pursuits.insert({
      orgId,
      number: await nextNumber(work.data.numbers, orgId, 'pursuits'),
      candidateId,
      stage: 'QUAL',
      captureLeadNumber: ownerNumber,
    }));
  const holder = heldBy('PURSUIT', pursuit);
  for (const { name, isDone, doneAt, setAt } of done) {
    await setItem(work, holder, { name, isDone, doneAt, setAt });
  }
  return { pursuit, isNewPursuit: existing === null };
}
