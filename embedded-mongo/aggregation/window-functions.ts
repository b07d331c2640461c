import { Double } from 'bson';
import { failedToParse, location } from '../errors';
import { namedArguments } from '../expressions/operator';
import { scopeOf } from '../expressions/scope';
import type { Expression, Variables } from '../expressions/scope';
import { doubleOf } from '../values/arithmetic';
import { doubleValue } from '../values/decode';
import type { Document } from '../values/codec';
import { compareValues } from '../values/order';
import { isDocument, isNumeric } from '../values/types';
import { accumulatorNamed } from './accumulators';
import { expressionIn } from './stage';
import type { StageContext } from './stage';

/** The documents of one partition in order, with what they are ordered by. */
export interface Partition {
  readonly documents: readonly Document[];
  /** The value of the first field of the order, for each document. */
  readonly keys: readonly unknown[];
  /** Whether two documents have the same place in the order. */
  readonly tied: (a: number, b: number) => boolean;
  readonly variables: Variables;
}

/** The window of a document, from one position to before another. */
export type Frame = (at: number) => readonly [from: number, to: number];

/** Computes a field for every document of a partition. */
export type WindowFunction = (partition: Partition, frame: Frame) => unknown[];

type MakeFunction = (operand: unknown, context: StageContext, unitMs: number) => WindowFunction;

/** Functions of a document's place, which have no window. */
const PLACES: Readonly<Record<string, (partition: Partition) => number[]>> = {
  $documentNumber: ({ documents }) => documents.map((_document, at) => at + 1),
  $rank: (partition) => ranks(partition, (at) => at + 1),
  $denseRank: (partition) => {
    let rank = 0;
    return ranks(partition, () => (rank += 1));
  },
};

function ranks({ documents, tied }: Partition, next: (at: number) => number): number[] {
  let rank = 0;
  return documents.map((_document, at) => {
    if (at === 0 || !tied(at - 1, at)) rank = next(at);
    return rank;
  });
}

/** The values of an expression over a partition. */
function valuesOf(expression: Expression, { documents, variables }: Partition): unknown[] {
  return documents.map((document) => expression(scopeOf(document, variables)));
}

const CODES = { notObject: 9, unknown: 9, missing: 9 };

const shift: MakeFunction = (operand, context) => {
  const args = namedArguments('$shift', operand, ['output', 'by'], ['default'], CODES);
  const output = expressionIn(context, args['output']);
  const otherwise = expressionIn(context, args['default'] ?? null)(scopeOf({}));
  const by = args['by'];
  if (!isNumeric(by)) throw failedToParse("'$shift:by' field must be an integer");
  return (partition) => {
    const values = valuesOf(output, partition);
    return values.map((_value, at) => {
      const from = at + Number(by);
      return from < 0 || from >= values.length ? otherwise : (values[from] ?? null);
    });
  };
};

const expMovingAvg: MakeFunction = (operand, context) => {
  const args = namedArguments('$expMovingAvg', operand, ['input'], ['N', 'alpha'], CODES);
  if ('N' in args === 'alpha' in args)
    throw failedToParse(
      "$expMovingAvg sub object must have exactly two fields: An 'input' field, and either an 'N' field or an 'alpha' field",
    );
  const alpha = 'N' in args ? 2 / (Number(args['N']) + 1) : Number(args['alpha']);
  const input = expressionIn(context, args['input']);
  return (partition) => {
    let mean: number | undefined;
    return valuesOf(input, partition).map((value) => {
      if (isNumeric(value))
        mean = mean === undefined ? doubleOf(value) : doubleOf(value) * alpha + mean * (1 - alpha);
      return mean === undefined ? null : doubleValue(mean);
    });
  };
};

/** A place on the axis of a derivative: a number, or a date in units. */
function axis(key: unknown, unitMs: number): number {
  return key instanceof Date ? key.getTime() / unitMs : doubleOf(key);
}

function overFrame(
  name: string,
  operand: unknown,
  context: StageContext,
  compute: (points: readonly { x: unknown; y: unknown }[]) => unknown,
): WindowFunction {
  const args = namedArguments(name, operand, ['input'], ['unit'], CODES);
  const input = expressionIn(context, args['input']);
  return (partition, frame) => {
    const values = valuesOf(input, partition);
    return values.map((_value, at) => {
      const [from, to] = frame(at);
      return compute(values.slice(from, to).map((y, index) => ({ x: partition.keys[from + index], y })));
    });
  };
}

const derivative: MakeFunction = (operand, context, unitMs) =>
  overFrame('$derivative', operand, context, (points) => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || points.length < 2) return null;
    if (!isNumeric(first.y) || !isNumeric(last.y)) return null;
    const run = axis(last.x, unitMs) - axis(first.x, unitMs);
    return run === 0 ? null : doubleValue((doubleOf(last.y) - doubleOf(first.y)) / run);
  });

const integral: MakeFunction = (operand, context, unitMs) =>
  overFrame('$integral', operand, context, (points) => {
    const numeric = points.filter(({ y }) => isNumeric(y));
    const area = numeric.slice(1).reduce((sum, { x, y }, at) => {
      const before = numeric[at] as { x: unknown; y: unknown };
      return sum + ((doubleOf(before.y) + doubleOf(y)) / 2) * (axis(x, unitMs) - axis(before.x, unitMs));
    }, 0);
    return numeric.length === 0 ? new Double(0) : doubleValue(area);
  });

function covariance(sample: boolean): MakeFunction {
  return (operand, context) => {
    const pair = expressionIn(context, operand);
    return (partition, frame) => {
      const pairs = valuesOf(pair, partition);
      return pairs.map((_pair, at) => {
        const points = pairs
          .slice(...frame(at))
          .filter(
            (item): item is [unknown, unknown] =>
              Array.isArray(item) && item.length === 2 && item.every(isNumeric),
          )
          .map(([x, y]) => [doubleOf(x), doubleOf(y)] as const);
        const divisor = points.length - Number(sample);
        if (divisor <= 0) return null;
        const [meanX, meanY] = [0, 1].map(
          (axisAt) => points.reduce((sum, point) => sum + (point[axisAt] as number), 0) / points.length,
        );
        const sum = points.reduce(
          (total, [x, y]) => total + (x - (meanX as number)) * (y - (meanY as number)),
          0,
        );
        return doubleValue(sum / divisor);
      });
    };
  };
}

/** The last value that was there. */
const locf: MakeFunction = (operand, context) => {
  const input = expressionIn(context, operand);
  return (partition) => {
    let last: unknown = null;
    return valuesOf(input, partition).map((value) => (last = value ?? last));
  };
};

/** Values between two that are there, in proportion to the distance along the order. */
const linearFill: MakeFunction = (operand, context) => {
  const input = expressionIn(context, operand);
  return (partition) => {
    const values = valuesOf(input, partition);
    const wrong = values.find((value) => value !== undefined && value !== null && !isNumeric(value));
    if (wrong !== undefined) throw location(605001, 'Value to be filled must be numeric or nullish');
    const repeated = partition.keys.findIndex(
      (key, at) => at > 0 && compareValues(key, partition.keys[at - 1]) === 0,
    );
    if (repeated >= 0) throw location(6050106, 'There can be no repeated values in the sort field');
    return values.map((value, at) => value ?? between(values, partition.keys, at));
  };
};

function between(values: readonly unknown[], keys: readonly unknown[], at: number): unknown {
  const isThere = (value: unknown): boolean => value !== undefined && value !== null;
  const left = values.findLastIndex((value, index) => index < at && isThere(value));
  const right = values.findIndex((value, index) => index > at && isThere(value));
  if (left < 0 || right < 0) return null;
  const [x, from, to] = [at, left, right].map((index) => axis(keys[index], 1)) as [number, number, number];
  const [low, high] = [doubleOf(values[left]), doubleOf(values[right])];
  return doubleValue(low + ((high - low) * (x - from)) / (to - from));
}

const FUNCTIONS: Readonly<Record<string, MakeFunction>> = {
  $shift: shift,
  $expMovingAvg: expMovingAvg,
  $derivative: derivative,
  $integral: integral,
  $covariancePop: covariance(false),
  $covarianceSamp: covariance(true),
  $locf: locf,
  $linearFill: linearFill,
};

/** The function of a name; an accumulator is one over the documents of its window. */
export function windowFunctionNamed(
  name: string,
  operand: unknown,
  context: StageContext,
  unitMs: number,
): WindowFunction {
  const place = PLACES[name];
  if (place !== undefined) {
    if (!isDocument(operand) || Object.keys(operand).length > 0)
      throw location(5371603, `${name} must be specified with '{}' as the value`);
    return place;
  }
  const make = FUNCTIONS[name];
  if (make !== undefined) return make(operand, context, unitMs);
  const accumulator = accumulatorNamed(name, operand, context);
  if (accumulator === undefined) throw failedToParse(`Unrecognized window function, ${name}`);
  return (partition, frame) => {
    const values = valuesOf(accumulator.value, partition);
    return values.map((_value, at) => accumulator.reduce(values.slice(...frame(at))));
  };
}
