/** Creating candidates. Source: workstream.yaml, endpoint createCandidate. */
import type { WorkstreamWork } from '../context';
import { eventOf } from '../events';
import { presentMembers } from '../given';
import { capture } from '../memory/capture';
import { candidateCreated } from '../memory/moments';
import { nextNumber } from '../numbers';
import { organisationOf } from '../organisations';
import type { MutationResolvers, NewCandidate } from '../schema.generated';
import type { SignalRow } from '../signals/model';
import { requireSignal } from '../signals/require';
import { scoreCandidate } from '../spotlights/score-candidate';
import type { CandidateRow } from './model';

export const createCandidate: NonNullable<MutationResolvers['createCandidate']> = async (
  _root,
  { input },
  context,
) => {
  const orgId = organisationOf(context.viewer, input.orgId);
  const { signalNumber } = input.candidate;
  const candidate = await context.write(async (work) => {
    const now = context.clock.now();
    const signal = signalNumber ? await requireSignal(work, signalNumber) : undefined;
    const created = await insert(work, orgId, input.candidate, signal, now);
    await scoreCandidate(work, created, now);
    work.record(eventOf('candidate.created', created));
    return created;
  });
  await capture(context, [candidateCreated(candidate)]);
  return { candidate };
};

/** What nobody has said of a candidate. */
const NO_DETAILS = {
  title: null,
  oneLinerScope: null,
  valueBand: null,
  confidence: null,
  nextStep: null,
  ownerNumber: null,
  contactNumber: null,
  clientNumber: null,
  problemNumber: null,
  solutionNumber: null,
} as const;

async function insert(
  { data }: WorkstreamWork,
  orgId: number,
  { signalNumber: _linked, status, ...details }: NewCandidate,
  signal: SignalRow | undefined,
  now: Date,
): Promise<CandidateRow> {
  const inherited = { contactNumber: signal?.contactNumber, clientNumber: signal?.clientNumber };
  return data.candidates.insert({
    orgId,
    number: await nextNumber(data.numbers, orgId, 'candidates'),
    ...NO_DETAILS,
    ...presentMembers(inherited),
    ...presentMembers(details),
    status: status ?? 'NEW',
    signalIds: signal ? [signal.id] : [],
    lastTouchAt: now,
  });
}
