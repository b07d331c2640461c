import { MongoError, failedToParse, location } from '../errors';
import { scopeOf } from '../expressions/scope';
import type { Variables } from '../expressions/scope';
import { unitOf, addUnits } from '../expressions/dates/units';
import { zoneNamed } from '../expressions/dates/zone';
import { parseSort, sortBy } from '../query/sort';
import type { SortField } from '../query/sort';
import { differenceOf, sumOf } from '../values/arithmetic';
import type { Document } from '../values/codec';
import { compareValues } from '../values/order';
import { isDocument, isNumeric } from '../values/types';
import { Grouping } from './grouping';
import { SHAPING_STAGES } from './shaping';
import { expressionIn } from './stage';
import type { CompileStage, StageContext } from './stage';
import { windowFunctionNamed } from './window-functions';
import type { Frame, Partition, WindowFunction } from './window-functions';
import { documentOf, membersOf } from '../values/members';

interface Output {
  readonly name: string;
  readonly compute: WindowFunction;
  readonly frame: (partition: Partition) => Frame;
}

type Bound = 'unbounded' | 'current' | number;

const WHOLE =
  (partition: Partition): Frame =>
  () => [0, partition.documents.length];

function parseBounds(bounds: unknown, name: string): [Bound, Bound] {
  if (!Array.isArray(bounds) || bounds.length !== 2)
    throw failedToParse(`'${name}' must be an array of exactly two elements`);
  return bounds.map((bound: unknown): Bound => {
    if (bound === 'unbounded' || bound === 'current') return bound;
    if (isNumeric(bound)) return Number(bound);
    throw failedToParse(`'${name}' bounds must be 'unbounded', 'current', or a number`);
  }) as [Bound, Bound];
}

function documentsFrame([lower, upper]: [Bound, Bound]): Output['frame'] {
  return ({ documents: { length } }) => {
    const place = (bound: Bound, at: number, open: number): number =>
      bound === 'unbounded' ? open : bound === 'current' ? at : at + bound;
    return (at) => [
      Math.min(length, Math.max(0, place(lower, at, 0))),
      Math.max(0, Math.min(length, place(upper, at, length - 1) + 1)),
    ];
  };
}

function rangeFrame(
  [lower, upper]: [Bound, Bound],
  unit: string | undefined,
  descending: boolean,
): Output['frame'] {
  if (descending) throw location(5339902, 'Range-based bounds require a sort on a single ascending field');
  return ({ keys }) => {
    const edge = (bound: number, at: number): unknown => shifted(keys[at], bound, unit);
    return (at) => {
      const low = lower === 'unbounded' ? undefined : edge(lower === 'current' ? 0 : lower, at);
      const high = upper === 'unbounded' ? undefined : edge(upper === 'current' ? 0 : upper, at);
      const from = low === undefined ? 0 : keys.findIndex((key) => compareValues(key, low) >= 0);
      const to =
        high === undefined ? keys.length : keys.findLastIndex((key) => compareValues(key, high) <= 0) + 1;
      return from < 0 ? [keys.length, keys.length] : [from, Math.max(from, to)];
    };
  };
}

function shifted(key: unknown, by: number, unit: string | undefined): unknown {
  if (unit !== undefined) {
    if (key instanceof Date) return addUnits(key, unit, by, zoneNamed('UTC'));
    throw location(5429513, 'Expected the sortBy field to be a Date');
  }
  if (!isNumeric(key)) throw location(5429414, 'Expected the sortBy field to be a number');
  return by < 0 ? differenceOf(key, -by) : sumOf(key, by);
}

const UNIT_MS: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

function parseOutput(
  name: string,
  operand: unknown,
  sort: readonly SortField[],
  context: StageContext,
): Output {
  if (!isDocument(operand)) throw failedToParse(`The field '${name}' must be an object`);
  const { window, ...rest } = operand;
  const [operator, ...others] = Object.keys(rest);
  if (operator?.startsWith('$') !== true || others.length > 0)
    throw failedToParse('Expected a $-prefixed window function');
  const argument = rest[operator];
  const unit = isDocument(argument) ? argument['unit'] : undefined;
  const compute = windowFunctionNamed(operator, argument, context, UNIT_MS[String(unit)] ?? 1);
  return { name, compute, frame: frameOf(window, sort) };
}

function frameOf(window: unknown, sort: readonly SortField[]): Output['frame'] {
  if (window === undefined) return WHOLE;
  if (!isDocument(window)) throw failedToParse("'window' field must be an object");
  const { documents, range, unit, ...others } = window;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw failedToParse(`'window' field ${unknown} is unknown`);
  if (documents !== undefined && range !== undefined)
    throw failedToParse("Window bounds can specify either 'documents' or 'unit', not both.");
  if (documents !== undefined) {
    if (sort.length === 0) throw location(5339901, 'Document-based bounds require a sortBy');
    return documentsFrame(parseBounds(documents, 'documents'));
  }
  if (range === undefined) return WHOLE;
  const known = unit === undefined ? undefined : unitOf('$setWindowFields', unit);
  if (sort.length !== 1) throw location(5339902, 'Range-based bounds require a sortBy a single field');
  return rangeFrame(parseBounds(range, 'range'), known, sort[0]?.direction === -1);
}

/** The stage `$setWindowFields`. */
export const setWindowFields: CompileStage = (operand, context) => {
  if (!isDocument(operand))
    throw failedToParse(
      'the $setWindowFields stage specification must be an object, found ' + typeof operand,
    );
  const unknown = Object.keys(operand).find((name) => !['partitionBy', 'sortBy', 'output'].includes(name));
  if (unknown !== undefined)
    throw location(40415, `BSON field '$setWindowFields.${unknown}' is an unknown field.`);
  const { output } = operand;
  if (!isDocument(output))
    throw location(40414, "BSON field '$setWindowFields.output' is missing but a required field");
  const sort = parseSort(operand['sortBy']);
  const keyOf = expressionIn(context, operand['partitionBy'] ?? null);
  const outputs = membersOf(output).map(([name, field]) => parseOutput(name, field, sort, context));
  const add = addAll(outputs, context);
  return function* (input, variables) {
    const partitions = new Grouping<Document[]>();
    for (const document of input) {
      const key = keyOf(scopeOf(document, variables));
      if (Array.isArray(key))
        throw new MongoError(
          'TypeMismatch',
          'An expression used to partition cannot evaluate to value of type array',
        );
      partitions.at(key ?? null, () => []).push(document);
    }
    const ordered = partitions.all();
    for (const documents of ordered) yield* add(partitionOf(documents, sort, variables));
  };
};

function partitionOf(documents: Document[], sort: readonly SortField[], variables: Variables): Partition {
  const sorted = sortBy(documents, sort, (document) => document);
  const path = sort[0]?.path.split('.') ?? [];
  const keys = sorted.map((document) =>
    path.reduce<unknown>((value, name) => (isDocument(value) ? value[name] : undefined), document),
  );
  const paths = sort.map((field) => field.path.split('.'));
  const valueAt = (at: number, steps: readonly string[]): unknown =>
    steps.reduce<unknown>((value, name) => (isDocument(value) ? value[name] : undefined), sorted[at]) ?? null;
  const tied = (a: number, b: number): boolean =>
    paths.every((steps) => compareValues(valueAt(a, steps), valueAt(b, steps)) === 0);
  return { documents: sorted, keys, tied, variables };
}

/** Adds the fields of all outputs to the documents of a partition. */
function addAll(outputs: readonly Output[], context: StageContext) {
  const variable = 'embeddedOutputs';
  const names = [...context.names, variable];
  const fields = documentOf(outputs.map(({ name }, at) => [name, `$$${variable}.v${at}`]));
  const add = (SHAPING_STAGES['$addFields'] as CompileStage)(fields, { ...context, names });
  return function* (partition: Partition): Generator<Document> {
    const columns = outputs.map(({ compute, frame }) => compute(partition, frame(partition)));
    for (const [at, document] of partition.documents.entries()) {
      const values = Object.fromEntries(columns.map((column, index) => [`v${index}`, column[at]]));
      yield* add([document], { ...partition.variables, [variable]: values });
    }
  };
}
