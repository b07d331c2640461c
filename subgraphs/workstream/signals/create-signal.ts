/** Taking in a signal. Source: workstream.yaml, endpoint createSignal and identity. */
import { clusterOf } from '../clusters/cluster-of';
import type { WorkstreamWork } from '../context';
import { eventOf } from '../events';
import type { Resolution } from '../identity/model';
import { resolveIdentity, shownResolution } from '../identity/resolution';
import { nextNumber } from '../numbers';
import { organisationOf } from '../organisations';
import type { CreateSignalPayload, MutationResolvers, NewSignal } from '../schema.generated';
import { dedupeKeyOf } from './dedupe-key';
import type { SignalRow } from './model';
import { firstAnswer } from './repeats';

export const createSignal: NonNullable<MutationResolvers['createSignal']> = async (
  _root,
  { input },
  context,
) => {
  const orgId = organisationOf(context.viewer, input.orgId);
  const key = input.idempotencyKey;
  return context.write(async (work) => {
    const answeredAt = context.clock.now();
    const first = key ? await firstAnswer(work, { orgId, key, now: answeredAt }) : null;
    if (first) {
      const signal = await work.data.signals.findOne({ number: first.number });
      return answer(orgId, first.number, signal, first.resolution);
    }
    const resolution = resolveIdentity(input.signal);
    const signal = await takeIn(work, orgId, input.signal, resolution);
    const { number } = signal;
    if (key) await work.data.answeredSignals.insert({ orgId, key, answeredAt, number, resolution });
    return answer(orgId, number, signal, resolution);
  });
};

type Answer = Omit<CreateSignalPayload, 'signal'> & { readonly signal: SignalRow | null };

const answer = (orgId: number, number: number, signal: SignalRow | null, resolution: Resolution): Answer => ({
  orgId,
  number,
  signal,
  identityResolution: shownResolution(resolution),
});

async function takeIn(
  work: WorkstreamWork,
  orgId: number,
  given: NewSignal,
  { contactNumber, clientNumber }: Resolution,
): Promise<SignalRow> {
  const signal = await work.data.signals.insert({
    orgId,
    number: await nextNumber(work.data.numbers, orgId, 'signals'),
    sourceType: given.sourceType,
    sourceRef: given.sourceRef ?? null,
    snippet: given.snippet ?? null,
    contactNumber,
    clientNumber,
    problemPhrase: given.problemPhrase ?? null,
    solutionHint: given.solutionHint ?? null,
    urgencyScore: given.urgencyScore ?? null,
    dedupeKey: dedupeKeyOf(given),
    clusterNumber: await clusterOf(work, orgId, { contactNumber, clientNumber }),
    ownerNumber: given.ownerNumber ?? null,
    contactEmail: given.contactEmail ?? null,
    contactPhone: given.contactPhone ?? null,
    companyDomain: given.companyDomain ?? null,
  });
  work.record(eventOf('signal.created', signal));
  return signal;
}
