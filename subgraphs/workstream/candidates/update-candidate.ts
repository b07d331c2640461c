/** Changing candidates, and moving them along the state machine. Source: workstream.yaml, updateCandidate, promoteCandidate. */
import { notFound } from '../../../common/errors';
import type { WorkstreamWork } from '../context';
import { eventOf } from '../events';
import { givenMembers } from '../given';
import { capture } from '../memory/capture';
import { candidateStatusChanged, type Memory, pursuitCreated } from '../memory/moments';
import { organisationOf } from '../organisations';
import { type Registry, registryOf } from '../registry/registry';
import type { MutationResolvers } from '../schema.generated';
import { scoreCandidate } from '../spotlights/score-candidate';
import { ensureTransition } from '../state-machines/transitions';
import type { Candidate, CandidateRow } from './model';
import { promote, type Promotion } from './promotion';
import { requireCandidate } from './require';

export const updateCandidate: NonNullable<MutationResolvers['updateCandidate']> = async (
  _root,
  { input },
  context,
) => {
  const orgId = organisationOf(context.viewer, input.orgId);
  const given = givenMembers(input.changes, ['status', 'lastTouchAt']) as Partial<Candidate>;
  const { before, after, promotion } = await context.write(async (work) => {
    const now = context.clock.now();
    const candidate = await requireCandidate(work, input.number);
    const registry = await registryOf(work, orgId, now);
    const promoted = await changeStatus(work, candidate, given.status, { registry, now });
    const changed = await change(work, candidate, { lastTouchAt: now, ...given });
    await scoreCandidate(work, changed, now);
    work.record(eventOf('candidate.updated', changed));
    return { before: candidate, after: changed, promotion: promoted };
  });
  const memories = after.status === before.status ? [] : [candidateStatusChanged(before, after)];
  await capture(context, [...memories, ...memoriesOf(promotion)]);
  return { candidate: after };
};

/** Makes sure that the status may change so; a promotion is made. The present status changes nothing. */
async function changeStatus(
  work: WorkstreamWork,
  candidate: CandidateRow,
  to: Candidate['status'] | undefined,
  { registry, now }: { readonly registry: Registry; readonly now: Date },
): Promise<Promotion | undefined> {
  if (to === undefined || to === candidate.status) return undefined;
  if (to === 'PROMOTED') return promote(work, candidate, registry, now);
  ensureTransition('candidate', registry.candidateTransitions(), candidate.status, to);
  return undefined;
}

async function change(
  { data }: WorkstreamWork,
  { id, number }: CandidateRow,
  members: Partial<Candidate>,
): Promise<CandidateRow> {
  const after = await data.candidates.update({ _id: id }, { $set: members });
  if (!after) throw notFound('CANDIDATE_NOT_FOUND', 'candidate', String(number));
  return after;
}

export const promoteCandidate: NonNullable<MutationResolvers['promoteCandidate']> = async (
  _root,
  { input },
  context,
) => {
  const orgId = organisationOf(context.viewer, input.orgId);
  const { before, promotion } = await context.write(async (work) => {
    const now = context.clock.now();
    const candidate = await requireCandidate(work, input.number);
    const registry = await registryOf(work, orgId, now);
    return { before: candidate, promotion: await promote(work, candidate, registry, now) };
  });
  const { candidate, pursuit, isNewPursuit, doneItems, requirements } = promotion;
  await capture(context, [candidateStatusChanged(before, candidate), ...memoriesOf(promotion)]);
  const checked = { doneItems: [...doneItems], requirements: [...requirements] };
  return { candidate, pursuit, isNewPursuit, checked };
};

const memoriesOf = (promotion: Promotion | undefined): readonly Memory[] =>
  promotion?.isNewPursuit ? [pursuitCreated(promotion.pursuit)] : [];
