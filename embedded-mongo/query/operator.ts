import { evalExpr } from 'mingo/core';
import { badValue } from '../errors';
import { equalValues } from '../values/order';
import { RANK, rankOf } from '../values/types';

/** An operator in the form that mingo calls: with the document, the unevaluated operand, and its own state. */
export type Operator = (document: unknown, operand: unknown, state: EvaluateState) => unknown;

/** mingo's own state of an evaluation. */
export type EvaluateState = Parameters<typeof evalExpr>[2];

/** Null or missing. */
export function isNullish(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** What counts as true in an expression: everything but false, zero, null and a missing value. */
export function truthy(value: unknown): boolean {
  return !isNullish(value) && value !== false && !(rankOf(value) === RANK.number && equalValues(value, 0));
}

/** An operator over its evaluated arguments; a single operand counts as a list of one. */
export function over(
  name: string,
  arity: number | undefined,
  compute: (args: unknown[]) => unknown,
): Operator {
  return (document, operand, state) => {
    const list = Array.isArray(operand) ? operand : [operand];
    if (arity !== undefined && list.length !== arity) {
      throw badValue(`Expression ${name} takes exactly ${arity} arguments. ${list.length} were passed in.`);
    }
    return compute(list.map((item: unknown) => evalExpr(document, item, state)));
  };
}
