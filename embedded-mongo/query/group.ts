import { MongoError, notSupported } from '../errors';
import { encodeForOrder } from '../storage/value-encoding';
import { equalValues } from '../values/order';
import type { Document } from '../values/codec';
import { isDocument } from '../values/types';
import { checkExpression, evaluate } from './expressions';
import type { CompileStage, StageContext } from './stages';
import { SIMPLE_STAGES } from './stages';
import { average, largest, smallest, total } from './sums';

/** Reduces the values of a group to one. */
const ACCUMULATORS: Readonly<Record<string, (values: unknown[]) => unknown>> = {
  $sum: total,
  $avg: average,
  $min: smallest,
  $max: largest,
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: distinct,
  $count: (values) => values.length,
  $mergeObjects: (values) => Object.assign({}, ...values.filter(isDocument)) as object,
};

/** Accumulators of MongoDB that are not there. */
const REFUSED = new Set([
  ...[
    '$stdDevPop',
    '$stdDevSamp',
    '$top',
    '$topN',
    '$bottom',
    '$bottomN',
    '$firstN',
    '$lastN',
    '$minN',
    '$maxN',
  ],
  ...['$median', '$percentile', '$accumulator'],
]);

interface Accumulator {
  readonly name: string;
  readonly operator: string;
  readonly expression: unknown;
}

interface Group {
  readonly id: unknown;
  readonly values: unknown[][];
}

/** The values without repetition, in the order in which they first came. Missing ones are left out. */
export function distinct(values: readonly unknown[]): unknown[] {
  const groups = new Grouping<unknown>();
  for (const value of values) if (value !== undefined) groups.at(value, () => value);
  return groups.all();
}

/** Things by a key of any type, equal keys being one. */
export class Grouping<T> {
  private readonly buckets = new Map<string, { key: unknown; thing: T }[]>();
  private readonly ordered: T[] = [];

  /** The thing of a key, made where the key is new. */
  at(key: unknown, make: () => T): T {
    // Inexact encodings may be shared by different values, hence a list of them.
    const name = encodeForOrder(key).bytes.toString('latin1');
    const bucket = this.buckets.get(name) ?? [];
    this.buckets.set(name, bucket);
    const known = bucket.find((entry) => bucket.length === 1 || equalValues(entry.key, key));
    if (known !== undefined && equalValues(known.key ?? null, key ?? null)) return known.thing;
    const thing = make();
    bucket.push({ key, thing });
    this.ordered.push(thing);
    return thing;
  }

  /** All things, in the order in which they were made. */
  all(): T[] {
    return this.ordered;
  }
}

function parseAccumulator(name: string, operand: unknown): Accumulator {
  if (name.includes('.'))
    throw new MongoError('Location40235', `The field name '${name}' cannot contain '.'`);
  const [operator, ...others] = isDocument(operand) ? Object.keys(operand) : [];
  if (!isDocument(operand) || operator?.startsWith('$') !== true) {
    throw new MongoError('Location40234', `The field '${name}' must be an accumulator object`);
  }
  if (others.length > 0)
    throw new MongoError('Location40238', `The field '${name}' must specify one accumulator`);
  if (REFUSED.has(operator)) throw notSupported(`accumulator ${operator}`);
  if (!(operator in ACCUMULATORS))
    throw new MongoError('Location15952', `unknown group operator '${operator}'`);
  const expression = operator === '$count' ? 1 : operand[operator];
  checkExpression(expression);
  return { name, operator, expression };
}

/** The stage `$group`. */
export const group: CompileStage = (operand, context) => {
  if (!isDocument(operand))
    throw new MongoError('Location15947', "a group's fields must be specified in an object");
  if (!('_id' in operand)) throw new MongoError('Location15955', 'a group specification must include an _id');
  const { _id: idExpression, ...fields } = operand;
  checkExpression(idExpression);
  const accumulators = Object.entries(fields).map(([name, field]) => parseAccumulator(name, field));
  return function* (input) {
    for (const { id, values } of grouped(input, idExpression, accumulators, context)) {
      const result: Document = { _id: id };
      accumulators.forEach(({ name, operator }, at) => {
        result[name] = ACCUMULATORS[operator]?.(values[at] as unknown[]);
      });
      yield result;
    }
  };
};

function grouped(
  input: Iterable<Document>,
  idExpression: unknown,
  accumulators: readonly Accumulator[],
  { variables }: StageContext,
): Group[] {
  const groups = new Grouping<Group>();
  for (const document of input) {
    const id = evaluate(idExpression, document, variables) ?? null;
    const { values } = groups.at(id, () => ({ id, values: accumulators.map(() => []) }));
    accumulators.forEach(({ expression }, at) => values[at]?.push(evaluate(expression, document, variables)));
  }
  return groups.all();
}

/** The stage `$sortByCount`. */
export const sortByCount: CompileStage = (operand, context) => {
  const grouping = group({ _id: operand, count: { $sum: 1 } }, context);
  const sorting = (SIMPLE_STAGES['$sort'] as CompileStage)({ count: -1 }, context);
  return (input) => sorting(grouping(input));
};
