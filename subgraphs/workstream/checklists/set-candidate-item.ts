/** Marking items of a candidate's checklist. Source: workstream.yaml, endpoint setCandidateChecklistItem. */
import { requireCandidate } from '../candidates/require';
import { eventOf } from '../events';
import { organisationOf } from '../organisations';
import { registryOf } from '../registry/registry';
import type { MutationResolvers } from '../schema.generated';
import { heldBy, requiredOfCandidate, setItem } from './checklist';

export const setCandidateChecklistItem: NonNullable<MutationResolvers['setCandidateChecklistItem']> = async (
  _root,
  { input },
  context,
) => {
  const orgId = organisationOf(context.viewer, input.orgId);
  const { name } = input;
  const isDone = input.isDone ?? true;
  return context.write(async (work) => {
    const candidate = await requireCandidate(work, input.number);
    const now = context.clock.now();
    const holder = heldBy('CANDIDATE', candidate);
    const item = await setItem(work, holder, { name, isDone, doneAt: isDone ? now : null, setAt: now });
    const registry = await registryOf(work, orgId, now);
    work.record(eventOf('candidate.checklist.updated', candidate, { name, is_done: isDone }));
    return { item: { ...item, isRequired: requiredOfCandidate(registry).includes(name) } };
  });
};
