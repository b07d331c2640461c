/** Ending links. Source: measures.yaml, deleteMeasureLink and unlinkPersonMeasure; KPI model 7; traction.yaml, unlinkKpi. */
import { DomainError, notFound } from '../../../common/errors';
import type { Context, TractionWork } from '../context';
import { requireGoal } from '../goals/resolvers';
import type { MeasureRow } from '../measures/model';
import { requireMeasure } from '../measures/require';
import type { DeleteMeasureLinkPayload, MutationResolvers } from '../schema.generated';
import { endLinks, promote } from './changing';
import type { MeasureLinkRow } from './model';
import { byPlace, linkNamed, onePerMeasure } from './per-goal';
import { requireLink } from './required';

const deleteMeasureLink: MutationResolvers['deleteMeasureLink'] = (_root, { input }, context) =>
  endOne(context, (work) => requireLink(work, input.id));

/** Of the links of a person with a measure, at most one serves no goal. */
const unlinkMeasureFromPerson: MutationResolvers['unlinkMeasureFromPerson'] = (
  _root,
  { input: { personId, measureId } },
  context,
) =>
  endOne(context, async ({ data }) => {
    const link = await data.measureLinks.findOne({ personId, measureId, goalId: null });
    if (!link) throw notFound('MEASURE_LINK_NOT_FOUND', 'measureLink', `${personId}/${measureId}`);
    return link;
  });

/** The goal is left without a primary measure where it was that. */
async function endOne(
  context: Context,
  find: (work: TractionWork) => Promise<MeasureLinkRow>,
): Promise<DeleteMeasureLinkPayload> {
  return context.write(async (work) => {
    const link = await find(work);
    const measure = await requireMeasure(work, link.measureId);
    await endLinks(work, [link], context.clock.now());
    const left = await work.data.measureLinks.count({ measureId: measure.id });
    return { deletedId: link.id, warning: left === 0 ? noLinkLeft(measure) : null };
  });
}

const noLinkLeft = ({ name }: MeasureRow): string =>
  `The measure "${name}" has no link left; delete it if it is not needed any more`;

const unlinkMeasureFromGoal: MutationResolvers['unlinkMeasureFromGoal'] = async (
  _root,
  { input: { goalId, measureId, newPrimaryMeasureId } },
  context,
) =>
  context.write(async (work) => {
    const goal = await requireGoal(work, goalId);
    const links = await work.data.measureLinks.find({ goalId });
    const ending = links.filter((link) => link.measureId === measureId);
    if (ending.length === 0)
      throw notFound('MEASURE_LINK_NOT_FOUND', 'measureLink', `${goalId}/${measureId}`);
    const measure = await requireMeasure(work, measureId);
    const staying = links.filter((link) => link.measureId !== measureId);
    const heir = heirAmong(staying, newPrimaryMeasureId);
    await endLinks(work, ending, context.clock.now());
    const isHeirNeeded = ending.some(({ isPrimary }) => isPrimary);
    const newPrimary = isHeirNeeded && heir ? await promote(work, goalId, heir.id) : null;
    return { goal, measure, newPrimary, remainingCount: onePerMeasure(staying).length };
  });

/** The link of the measure that is asked for, else the next one in order. Throws MEASURE_NOT_LINKED. */
function heirAmong(
  links: readonly MeasureLinkRow[],
  measureId: string | null | undefined,
): MeasureLinkRow | null {
  if (!measureId) return links.toSorted(byPlace)[0] ?? null;
  const heir = linkNamed(links, measureId);
  if (!heir) throw new DomainError('MEASURE_NOT_LINKED');
  return heir;
}

export const unlinking = {
  deleteMeasureLink,
  unlinkMeasureFromPerson,
  unlinkMeasureFromGoal,
} satisfies MutationResolvers;
