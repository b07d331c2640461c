/** Changing a link. Source: measures.yaml, updateMeasureLink. */
import type { TractionWork } from '../context';
import { measureLinked, measureUnlinked, measureUpdated } from '../measures/activity';
import { requireMeasure } from '../measures/require';
import type { MutationResolvers, UpdateMeasureLinkInput } from '../schema.generated';
import { changeLink, demotePrimary, refuseTwin } from './changing';
import { endsAfter, leadAlike } from './ends';
import { handOver } from './hand-over';
import type { MeasureLink, MeasureLinkRow } from './model';
import { requireGoalAndStrategy, requireLink } from './required';
import { ordered } from './thresholds';

const updateMeasureLink: MutationResolvers['updateMeasureLink'] = async (_root, { input }, context) => {
  const link = await context.write(async (work) => {
    const before = await requireLink(work, input.id);
    const members = membersAfter(before, input);
    if (!leadAlike(before, members)) await requireGoalAndStrategy(work, members);
    await refuseTwin(work, members, before.id);
    if (members.isPrimary && members.goalId !== null) await demotePrimary(work, members.goalId);
    const after = await changeLink(work, before.id, members);
    if (after.personId !== before.personId) await changeOwner(work, after, context.clock.now());
    await tell(work, before, after);
    return requireLink(work, after.id);
  });
  return { link };
};

/** What is absent stays, and null is absent but for goal and strategy. A link is primary for the goal that it has. */
function membersAfter(before: MeasureLinkRow, input: UpdateMeasureLinkInput): MeasureLink {
  const ends = endsAfter(before, input);
  const wasPrimary = before.isPrimary && before.goalId === ends.goalId;
  return {
    ...ends,
    ...ordered({
      thresholdPct: input.thresholdPct ?? before.thresholdPct,
      riskThresholdPct: input.riskThresholdPct ?? before.riskThresholdPct,
    }),
    weight: input.weight ?? before.weight,
    order: input.order ?? before.order,
    isPrimary: ends.goalId !== null && (input.isPrimary ?? wasPrimary),
  };
}

/** Who takes over a link takes over the measure. */
async function changeOwner(
  work: TractionWork,
  { id, measureId, personId }: MeasureLinkRow,
  at: Date,
): Promise<void> {
  await work.data.measures.update({ _id: measureId }, { $set: { ownerId: personId } });
  await handOver(work, { measureId, personId }, at, id);
}

async function tell(work: TractionWork, before: MeasureLinkRow, after: MeasureLinkRow): Promise<void> {
  const measure = await requireMeasure(work, after.measureId);
  if (leadAlike(before, after)) return work.record(measureUpdated(measure));
  work.record(measureUnlinked(measure, before));
  work.record(measureLinked(measure, after));
}

export const updating = { updateMeasureLink } satisfies MutationResolvers;
