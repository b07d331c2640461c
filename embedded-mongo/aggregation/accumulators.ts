import { location, notSupported } from '../errors';
import { TAKING, checkMethod, fractionsOf, itemCount } from '../expressions/operators/accumulating';
import { isNullish, namedArguments } from '../expressions/operator';
import { scopeOf } from '../expressions/scope';
import type { Expression } from '../expressions/scope';
import { average, largest, percentiles, smallest, standardDeviation, total } from '../expressions/sums';
import { parseSort, sortBy } from '../query/sort';
import type { SortField } from '../query/sort';
import type { Document } from '../values/codec';
import { typeName } from '../values/type-names';
import { isDocument } from '../values/types';
import { distinct } from './grouping';
import { expressionIn } from './stage';
import type { StageContext } from './stage';
import { show } from '../values/show';
import { documentOf, membersOf } from '../values/members';

/** Gathers a value of each document, and reduces them to one. */
export interface Accumulator {
  readonly value: Expression;
  readonly reduce: (values: unknown[]) => unknown;
}

type MakeAccumulator = (operand: unknown, context: StageContext) => Accumulator;

function simple(reduce: (values: unknown[]) => unknown): MakeAccumulator {
  return (operand, context) => {
    if (Array.isArray(operand)) throw location(40237, 'an accumulator is a unary operator');
    return { value: expressionIn(context, operand), reduce };
  };
}

function merged(values: unknown[]): unknown {
  const wrong = values.find((value) => !isNullish(value) && !isDocument(value));
  if (wrong !== undefined)
    throw location(
      40400,
      `$mergeObjects requires object inputs, but input ${show(wrong)} is of type ${typeName(wrong)}`,
    );
  return documentOf((values as (object | null | undefined)[]).flatMap((item) => membersOf(item ?? {})));
}

const CODES = { notObject: 5787801, unknown: 5787901, missing: 5787906 };

function constant(operand: unknown, context: StageContext): unknown {
  return expressionIn(context, operand)(scopeOf({}));
}

function taking(name: string): MakeAccumulator {
  return (operand, context) => {
    const { input, n } = namedArguments(name, operand, ['input', 'n'], [], CODES);
    const count = itemCount(name, constant(n, context));
    return { value: expressionIn(context, input), reduce: (values) => TAKING[name]?.(values, count) };
  };
}

/** What `$top` and its like remember of a document. */
interface Ranked {
  readonly document: Document;
  readonly output: unknown;
}

/** `$top`, `$bottom` and their forms for several documents. */
function ranking(name: string, several: boolean, fromEnd: boolean): MakeAccumulator {
  return (operand, context) => {
    const names = several ? ['output', 'sortBy', 'n'] : ['output', 'sortBy'];
    const args = namedArguments(name, operand, names, [], {
      notObject: 5788001,
      unknown: 5788002,
      missing: 5788003,
    });
    if (!isDocument(args['sortBy'])) throw location(5788604, `${name} requires 'sortBy' to be an object`);
    const fields: SortField[] = parseSort(args['sortBy']);
    const output = expressionIn(context, args['output']);
    const count = several ? itemCount(name, constant(args['n'], context)) : 1;
    return {
      value: (scope) => ({ document: scope.root, output: output(scope) ?? null }),
      reduce: (values) => {
        const sorted = sortBy(values as Ranked[], fields, ({ document }) => document);
        const outputs = (fromEnd ? sorted.slice(-count) : sorted.slice(0, count)).map(
          (ranked) => ranked.output,
        );
        return several ? outputs : outputs[0];
      },
    };
  };
}

const median: MakeAccumulator = (operand, context) => {
  const args = namedArguments('$median', operand, ['input', 'method'], [], {
    notObject: 7436100,
    unknown: 40415,
    missing: 40414,
  });
  checkMethod(args['method']);
  return { value: expressionIn(context, args['input']), reduce: (values) => percentiles(values, [0.5])[0] };
};

const percentile: MakeAccumulator = (operand, context) => {
  const args = namedArguments('$percentile', operand, ['input', 'p', 'method'], [], {
    notObject: 7429703,
    unknown: 40415,
    missing: 40414,
  });
  checkMethod(args['method']);
  const fractions = fractionsOf(constant(args['p'], context));
  return { value: expressionIn(context, args['input']), reduce: (values) => percentiles(values, fractions) };
};

const ACCUMULATORS: Readonly<Record<string, MakeAccumulator>> = {
  $sum: simple(total),
  $avg: simple(average),
  $min: simple(smallest),
  $max: simple(largest),
  $first: simple((values) => values[0] ?? null),
  $last: simple((values) => values.at(-1) ?? null),
  $push: simple((values) => values.filter((value) => value !== undefined)),
  $addToSet: simple(distinct),
  $mergeObjects: simple(merged),
  $stdDevPop: simple((values) => standardDeviation(values, false)),
  $stdDevSamp: simple((values) => standardDeviation(values, true)),
  $count: (operand) => {
    if (!isDocument(operand) || Object.keys(operand).length > 0)
      throw location(40415, '$count takes no arguments, i.e. $count:{}');
    return { value: () => 1, reduce: total };
  },
  $firstN: taking('$firstN'),
  $lastN: taking('$lastN'),
  $minN: taking('$minN'),
  $maxN: taking('$maxN'),
  $top: ranking('$top', false, false),
  $topN: ranking('$topN', true, false),
  $bottom: ranking('$bottom', false, true),
  $bottomN: ranking('$bottomN', true, true),
  $median: median,
  $percentile: percentile,
};

/** The accumulator of a name, or undefined. */
export function accumulatorNamed(
  name: string,
  operand: unknown,
  context: StageContext,
): Accumulator | undefined {
  if (name === '$accumulator') throw notSupported('accumulator $accumulator');
  return ACCUMULATORS[name]?.(operand, context);
}

/** An accumulator of a field. */
export interface NamedAccumulator extends Accumulator {
  readonly name: string;
}

/** Reads `field: { $accumulator: operand }`. */
export function parseAccumulator(name: string, operand: unknown, context: StageContext): NamedAccumulator {
  if (name.includes('.')) throw location(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) throw location(40236, `The field name '${name}' cannot be an operator name`);
  const [operator, ...others] = isDocument(operand) ? Object.keys(operand) : [];
  if (!isDocument(operand) || operator?.startsWith('$') !== true)
    throw location(40234, `The field '${name}' must be an accumulator object`);
  if (others.length > 0) throw location(40238, `The field '${name}' must specify one accumulator`);
  const accumulator = accumulatorNamed(operator, operand[operator], context);
  if (accumulator === undefined) throw location(15952, `unknown group operator '${operator}'`);
  return { name, ...accumulator };
}
