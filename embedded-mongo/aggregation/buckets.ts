import { location, notSupported } from '../errors';
import { scopeOf } from '../expressions/scope';
import type { Document } from '../values/codec';
import { compareValues } from '../values/order';
import { typeName } from '../values/type-names';
import { isDocument, isNumeric, rankOf } from '../values/types';
import { parseAccumulator } from './accumulators';
import type { NamedAccumulator } from './accumulators';
import { Accumulation } from './group';
import { expressionIn } from './stage';
import type { CompileStage, StageContext, Stages } from './stage';
import { membersOf } from '../values/members';

function outputOf(output: unknown, context: StageContext, code: number): NamedAccumulator[] {
  if (output !== undefined && !isDocument(output))
    throw location(code, `The output field must be an object, but found type: ${typeName(output)}.`);
  const fields = output ?? { count: { $sum: 1 } };
  return membersOf(fields).map(([name, field]) => parseAccumulator(name, field, context));
}

function boundariesOf(boundaries: unknown, context: StageContext): unknown[] {
  if (!Array.isArray(boundaries))
    throw location(
      40200,
      `The $bucket 'boundaries' field must be an array, but found type: ${typeName(boundaries)}.`,
    );
  const values = boundaries.map((item) => expressionIn(context, item)(scopeOf({})));
  if (values.length < 2)
    throw location(
      40192,
      `The $bucket 'boundaries' field must have at least 2 values, but found ${values.length} value(s).`,
    );
  values.slice(1).forEach((upper, at) => {
    if (rankOf(values[at]) !== rankOf(upper))
      throw location(
        40193,
        `All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(values[at])} and ${typeName(upper)}.`,
      );
    if (compareValues(values[at], upper) >= 0)
      throw location(
        40194,
        `The 'boundaries' option to $bucket must be sorted, but elements ${at} and ${at + 1} are not in ascending order`,
      );
  });
  return values;
}

const bucket: CompileStage = (operand, context) => {
  if (!isDocument(operand))
    throw location(
      40201,
      `Argument to $bucket stage must be an object, but found type: ${typeName(operand)}.`,
    );
  const unknown = Object.keys(operand).find(
    (name) => !['groupBy', 'boundaries', 'default', 'output'].includes(name),
  );
  if (unknown !== undefined) throw location(40197, `Unrecognized option to $bucket: ${unknown}.`);
  if (operand['groupBy'] === undefined || operand['boundaries'] === undefined)
    throw location(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  const keyOf = expressionIn(context, operand['groupBy']);
  const boundaries = boundariesOf(operand['boundaries'], context);
  const accumulators = outputOf(operand['output'], context, 40196);
  const fallback =
    operand['default'] === undefined ? undefined : expressionIn(context, operand['default'])(scopeOf({}));
  if (
    fallback !== undefined &&
    rankOf(fallback) === rankOf(boundaries[0]) &&
    compareValues(fallback, boundaries[0]) >= 0 &&
    compareValues(fallback, boundaries.at(-1)) < 0
  )
    throw location(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  return function* (input, variables) {
    const buckets = new Map<number, Accumulation>();
    for (const document of input) {
      const place = placeIn(boundaries, keyOf(scopeOf(document, variables)) ?? null, fallback !== undefined);
      const gathered = buckets.get(place) ?? new Accumulation(accumulators);
      buckets.set(place, gathered);
      gathered.add(document, variables);
    }
    const results = [...buckets].map(([place, gathered]) =>
      gathered.result(place < 0 ? fallback : boundaries[place]),
    );
    yield* results.sort((a, b) => compareValues(a['_id'], b['_id']));
  };
};

/** Which boundary a value lies above, or -1 for none. */
function placeIn(boundaries: readonly unknown[], value: unknown, hasDefault: boolean): number {
  const above = boundaries.findLastIndex((boundary) => compareValues(value, boundary) >= 0);
  if (above >= 0 && above < boundaries.length - 1) return above;
  if (hasDefault) return -1;
  throw location(
    40066,
    '$switch could not find a matching branch for an input, and no default was specified.',
  );
}

const bucketAuto: CompileStage = (operand, context) => {
  if (!isDocument(operand))
    throw location(
      40240,
      `The argument to $bucketAuto must be an object, but found type: ${typeName(operand)}.`,
    );
  const { groupBy, buckets, output, granularity, ...others } = operand;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw location(40245, `Unrecognized option to $bucketAuto: ${unknown}.`);
  if (groupBy === undefined || buckets === undefined)
    throw location(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  if (granularity !== undefined) throw notSupported('granularity of $bucketAuto');
  if (!isNumeric(buckets) || !Number.isInteger(Number(buckets)))
    throw location(
      40241,
      `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(buckets)}.`,
    );
  const wanted = Number(buckets);
  if (wanted <= 0)
    throw location(40243, `The $bucketAuto 'buckets' field must be greater than 0, but found: ${wanted}.`);
  const keyOf = expressionIn(context, groupBy);
  const accumulators = outputOf(output, context, 40244);
  return function* (input, variables) {
    const keyed = Array.from(input, (document) => ({
      document,
      key: keyOf(scopeOf(document, variables)) ?? null,
    }));
    keyed.sort((a, b) => compareValues(a.key, b.key));
    for (const { from, to, members } of split(keyed, wanted)) {
      const gathered = new Accumulation(accumulators);
      for (const { document } of members) gathered.add(document, variables);
      yield gathered.result({ min: from, max: to });
    }
  };
};

interface Keyed {
  readonly document: Document;
  readonly key: unknown;
}

/** Runs of about equal length, equal keys never apart; each ends where the next one begins. */
function split(keyed: readonly Keyed[], wanted: number): { from: unknown; to: unknown; members: Keyed[] }[] {
  const size = Math.max(1, Math.round(keyed.length / wanted));
  const runs: Keyed[][] = [];
  let at = 0;
  while (at < keyed.length) {
    let end = runs.length === wanted - 1 ? keyed.length : Math.min(keyed.length, at + size);
    while (end < keyed.length && compareValues(keyed[end - 1]?.key, keyed[end]?.key) === 0) end += 1;
    runs.push(keyed.slice(at, end));
    at = end;
  }
  return runs.map((members, index) => ({
    members,
    from: members[0]?.key,
    to: runs[index + 1]?.[0]?.key ?? members.at(-1)?.key,
  }));
}

/** Stages that group documents by ranges of a value. */
export const BUCKET_STAGES: Stages = { $bucket: bucket, $bucketAuto: bucketAuto };
