/** Values that an action has brought about. Source: traction.yaml, updateActionKpis and syncKpiUpdate. */
import { requireMeasure } from '../measures/require';
import { dayOf, startOfDay } from '../planning/calendar';
import type { MutationResolvers } from '../schema.generated';
import type { ActualRow } from '../series/model';
import { momentOfDay } from '../series/moments';
import { recordAndReplan } from '../series/record-and-replan';
import { requireAction } from './require';

const recordActionValues: MutationResolvers['recordActionValues'] = async (_root, { input }, context) => {
  const today = context.clock.now();
  return context.write(async (work) => {
    const action = await requireAction(work, input.actionId);
    const actuals: ActualRow[] = [];
    for (const { measureId, value, date, notes, horizonId } of input.values) {
      // Read anew for each value: the one before may be of the same measure.
      const measure = await requireMeasure(work, measureId);
      const day = startOfDay(dayOf(date ?? today));
      const entry = {
        value,
        date: momentOfDay(day, measure.currentValueDate),
        dataSource: 'ACTION',
        sourceReferenceId: action.id,
        rationale: notes ?? null,
        horizonId: horizonId ?? null,
      };
      const { actual } = await recordAndReplan(work, context, measure, entry, 'NONE');
      actuals.push(actual);
    }
    return { action, actuals };
  });
};

export const valueMutations = { recordActionValues } satisfies MutationResolvers;
