import { Context, OpType, evalExpr } from 'mingo/core';
import * as mingoExpressions from 'mingo/operators/expression';
import { MongoError, badValue, notSupported } from '../errors';
import type { Document } from '../values/codec';
import { isDocument } from '../values/types';
import { OWN_OPERATORS } from './own-operators';
import type { Operator } from './operator';

/** Values that expressions refer to as `$$name`. */
export type Variables = Readonly<Record<string, unknown>>;

/** The operators whose answers in mingo are MongoDB's. What is in neither set is refused. */
const TRUSTED_MINGO_OPERATORS = [
  ...[
    '$concat',
    '$split',
    '$substrCP',
    '$strLenCP',
    '$strLenBytes',
    '$trim',
    '$ltrim',
    '$rtrim',
    '$strcasecmp',
  ],
  ...[
    '$replaceOne',
    '$replaceAll',
    '$ifNull',
    '$literal',
    '$let',
    '$map',
    '$filter',
    '$reduce',
    '$arrayElemAt',
  ],
  ...['$concatArrays', '$isArray', '$range', '$slice', '$objectToArray', '$arrayToObject', '$getField'],
  ...['$year', '$month', '$dayOfMonth', '$hour', '$minute', '$second', '$millisecond', '$dayOfYear'],
  ...['$isoWeek', '$isoDayOfWeek', '$dateToString', '$dateTrunc', '$dateAdd', '$dateSubtract', '$dateDiff'],
  ...['$dateFromParts', '$dateToParts', '$dateFromString', '$first', '$last', '$reverseArray'],
] as const;

const everyMingoOperator = mingoExpressions as unknown as Readonly<Record<string, Operator>>;

const context = Context.init({
  expression: {
    ...Object.fromEntries(
      TRUSTED_MINGO_OPERATORS.flatMap((name) => {
        const operator = everyMingoOperator[name];
        return operator === undefined ? [] : [[name, operator]];
      }),
    ),
    ...OWN_OPERATORS,
    /** Hands out mingo's own evaluation state, which its public interface would rebuild for every document. */
    $evaluationState: (_document: unknown, _operand: unknown, state: unknown) => state,
  },
});

/** The part of mingo's evaluation state that is used here. */
interface EvaluationState {
  update(locals: { root: unknown }): EvaluationState;
}

type EvaluateOptions = Parameters<typeof evalExpr>[2];

function newState(variables: Variables): EvaluationState {
  const options = { context, variables, scriptEnabled: false, useStrictMode: true, failOnError: true };
  return evalExpr({}, { $evaluationState: 0 }, options as unknown as EvaluateOptions) as EvaluationState;
}

const stateWithoutVariables = newState({});
const states = new WeakMap<Variables, EvaluationState>();

function stateFor(variables: Variables | undefined): EvaluationState {
  if (variables === undefined) return stateWithoutVariables;
  const known = states.get(variables) ?? newState(variables);
  states.set(variables, known);
  return known;
}

/** Evaluates an aggregation expression on a document; `undefined` is a missing value. */
export function evaluate(expression: unknown, document: Document, variables?: Variables): unknown {
  const state = stateFor(variables).update({ root: document });
  try {
    return evalExpr(document, expression, state as unknown as EvaluateOptions);
  } catch (error) {
    if (error instanceof MongoError) throw error;
    throw badValue(error instanceof Error ? error.message : String(error));
  }
}

/** Operators of MongoDB that are refused by name; any other unknown one does not exist. */
function unknownOperator(name: string): MongoError {
  if (name in everyMingoOperator) return notSupported(`expression ${name}`);
  return new MongoError('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
}

/** Throws where an expression uses an operator that does not exist or is not supported. */
export function checkExpression(expression: unknown): void {
  if (Array.isArray(expression)) {
    for (const item of expression) checkExpression(item);
    return;
  }
  if (!isDocument(expression)) return;
  for (const [name, operand] of Object.entries(expression)) {
    if (name.startsWith('$')) {
      if (name === '$evaluationState' || context.getOperator(OpType.EXPRESSION, name) === null)
        throw unknownOperator(name);
      if (Object.keys(expression).length > 1) {
        throw new MongoError(
          'Location15983',
          `An object representing an expression must have exactly one field: ${JSON.stringify(Object.keys(expression))}`,
        );
      }
      if (name === '$literal') continue;
    }
    checkExpression(operand);
  }
}
