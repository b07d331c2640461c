/**
 * The values of measures in the graph. Source: measures.yaml, updateMeasureValue and listMeasureActuals to
 * getMeasureAllSeries; traction.yaml, recordActual, listActuals, listKpiReadings and createKpiReading.
 */
import { Decimal, withinDigits } from '../../../common/decimals';
import { readPage } from '../../common/paging';
import type { Filter } from '../../common/records';
import type { Context } from '../context';
import type { MeasureRow } from '../measures/model';
import { ownMeasure } from '../measures/reading';
import { variancePercentage } from '../planning/plan';
import type { MeasureActualsArgs, Resolvers } from '../schema.generated';
import type { Actual, ActualRow, ReadingPart } from './model';
import { seriesMutations } from './mutations';

const NEWEST_FIRST = { date: -1, place: -1 } as const;

const actualsWithin = (measureId: string, { subtype, from, to }: MeasureActualsArgs): Filter<Actual> => ({
  measureId,
  ...(subtype ? { subtype } : {}),
  ...(from || to ? { date: { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) } } : {}),
});

/** No date is before it. */
const BEGINNING = new Date(-8.64e15);

const readingsWithin = (measureId: string, from?: Date | null, to?: Date | null): Filter<Actual> => ({
  measureId,
  'reading.month': { $gte: from ?? BEGINNING, ...(to ? { $lte: to } : {}) },
});

/** What was recorded last and what counts now, by date. */
async function latestValues(
  { id: measureId, currentEntryId }: MeasureRow,
  last: number,
  { data }: Context,
): Promise<ActualRow[]> {
  const recorded = await data.actuals.find(
    { measureId, subtype: 'MEASURED' },
    { sort: { place: -1 }, limit: last },
  );
  const isAmong = currentEntryId === null || recorded.some(({ id }) => id === currentEntryId);
  const present = isAmong ? null : await data.actuals.load(currentEntryId);
  const chosen = present ? [...recorded.slice(0, last - 1), present] : recorded;
  return chosen.toSorted((a, b) => a.date.getTime() - b.date.getTime() || a.place - b.place);
}

const varianceOf = ({ value, expectedValue }: ActualRow): number | null =>
  expectedValue === null ? null : withinDigits(new Decimal(value).minus(expectedValue));

/** Throws for an entry that is no reading: none of those is ever offered as one. */
function readingOf({ id, reading }: ActualRow): ReadingPart {
  if (!reading) throw new Error(`The entry ${id} is no reading`);
  return reading;
}

export const seriesResolvers = {
  Mutation: seriesMutations,
  Measure: {
    actuals: ({ id }, args, { data }) => readPage(data.actuals, actualsWithin(id, args), NEWEST_FIRST, args),
    latestValues: (measure, { last }, context) => latestValues(measure, last, context),
    latestActual: ({ id: measureId }, _args, { data }) =>
      data.actuals.findOne({ measureId, subtype: 'MEASURED' }, NEWEST_FIRST),
    readings: ({ id }, { from, to, ...page }, { data }) =>
      readPage(data.actuals, readingsWithin(id, from, to), { 'reading.month': -1 }, page),
  },
  Actual: {
    __resolveReference: ({ id }, { data }) => data.actuals.load(id),
    measure: (actual, _args, context) => ownMeasure(actual, context),
    variance: varianceOf,
    variancePercentage: ({ value, expectedValue }) => variancePercentage(value, expectedValue),
    adjustment: ({ adjustmentId }, _args, { data }) =>
      adjustmentId === null ? null : data.planAdjustments.load(adjustmentId),
    hasAdjustedPlan: ({ adjustmentId }) => adjustmentId !== null,
    revisions: ({ id }, _args, { data }) => data.revisions.loadAll('entryId', id, { createdAt: 1, _id: 1 }),
  },
  Reading: {
    measure: (reading, _args, context) => ownMeasure(reading, context),
    month: (entry) => readingOf(entry).month,
    value: (entry) => readingOf(entry).value,
    adjustedValue: (entry) => readingOf(entry).adjustedValue,
    reason: (entry) => readingOf(entry).reason,
  },
  Revision: { changedAt: ({ createdAt }) => createdAt },
} satisfies Resolvers;
