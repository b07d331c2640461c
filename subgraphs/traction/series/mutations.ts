/** Writing into the series of a measure. Sources: see resolvers.ts. */
import { measureUpdated } from '../measures/activity';
import { requireNamedMeasure } from '../measures/named';
import { requireMeasure } from '../measures/require';
import type { MutationResolvers } from '../schema.generated';
import { correct, requireActual } from './corrections';
import type { ReadingPart } from './model';
import { lastDayOf, momentOfDay, monthOf, refuseFuture } from './moments';
import { refreshPresent } from './present';
import { recordAndReplan } from './record-and-replan';

const recordMeasureValue: MutationResolvers['recordMeasureValue'] = async (_root, { input }, context) => {
  const now = context.clock.now();
  const date = input.recordedAt ?? now;
  refuseFuture(date, now, 'recordedAt', 'Recorded at cannot be in the future');
  const { value, notes } = input;
  return context.write(async (work) => {
    const measure = await requireMeasure(work, input.measureId);
    const entry = { value, date, always: true, dataSource: 'MANUAL', rationale: notes ?? null };
    return recordAndReplan(work, context, measure, entry, 'AUTO');
  });
};

const recordActual: MutationResolvers['recordActual'] = async (_root, { input }, context) => {
  const { value, date, subtype = 'MEASURED', isDay, ...told } = input;
  if (subtype === 'MEASURED' && !isDay) {
    refuseFuture(date, context.clock.now(), 'date', 'MeasurementDate cannot be in the future');
  }
  return context.write(async (work) => {
    const measure = await requireNamedMeasure(work, input);
    const entry = {
      subtype,
      value,
      date: isDay ? momentOfDay(date, measure.currentValueDate) : date,
      periodStart: told.periodStart ?? null,
      dataSource: told.dataSource ?? null,
      sourceReferenceId: told.sourceReferenceId ?? null,
      rationale: told.rationale ?? null,
    };
    return recordAndReplan(work, context, measure, entry, input.adjustment ?? 'AUTO');
  });
};

const overrideActual: MutationResolvers['overrideActual'] = async (_root, { input }, context) => {
  const { id, value, comment } = input;
  const actual = await context.write(async (work) => {
    const measure = await requireNamedMeasure(work, input);
    const before = await requireActual(work, measure.id, id);
    return correct(work, measure, before, {
      members: {
        value,
        originalValue: before.originalValue ?? before.value,
        isManualOverride: true,
        overrideComment: comment,
        // To who reads months, it is what counts in place of what was read.
        ...(before.reading && { reading: { ...before.reading, adjustedValue: value, reason: comment } }),
      },
      comment,
      changedBy: context.viewer.userId,
    });
  });
  return { actual };
};

const deleteActual: MutationResolvers['deleteActual'] = async (_root, { input }, context) => {
  await context.write(async (work) => {
    const measure = await requireNamedMeasure(work, input);
    const { id } = await requireActual(work, measure.id, input.id);
    await work.data.actuals.remove({ _id: id }, context.clock.now());
    // Also where another one counts now: it may have counted because of this one.
    work.record(measureUpdated(await refreshPresent(work, measure)));
  });
  return { deletedId: input.id };
};

const recordReading: MutationResolvers['recordReading'] = async (_root, { input }, context) => {
  const month = monthOf(input.month);
  const { value: asRead, adjustedValue = null, reason = null } = input;
  const part: ReadingPart = { month, value: asRead, adjustedValue, reason };
  const value = adjustedValue ?? asRead;
  const reading = await context.write(async (work) => {
    const measure = await requireMeasure(work, input.measureId);
    const before = await work.data.actuals.findOne({ measureId: measure.id, 'reading.month': month });
    if (before) {
      const members = { value, reading: part };
      return correct(work, measure, before, { members, comment: reason, changedBy: context.viewer.userId });
    }
    const date = momentOfDay(lastDayOf(month), measure.currentValueDate);
    const entry = { value, date, periodStart: month, dataSource: 'MANUAL', reading: part };
    const { actual } = await recordAndReplan(work, context, measure, entry, 'AUTO');
    return actual;
  });
  return { reading };
};

export const seriesMutations = {
  recordMeasureValue,
  recordActual,
  overrideActual,
  deleteActual,
  recordReading,
} satisfies MutationResolvers;
