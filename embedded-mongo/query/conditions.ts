import type { Variables } from '../expressions/scope';
import type { Document } from '../values/codec';
import { RANK, isDocument, rankOf } from '../values/types';
import { isOperatorDocument } from './matcher';

/** The conditions of a filter that every match must meet, by path: those an index can be asked about. */
export type Conditions = ReadonlyMap<string, readonly Condition[]>;

/** One operator with its operand, `$eq` for a bare value. */
export interface Condition {
  readonly operator: string;
  readonly operand: unknown;
  readonly siblings: Document;
}

/** Gathers the conditions on fields, looking into `$and` and the equalities of `$expr` but not into alternatives. */
export function conditionsOf(filter: Document, variables: Variables = {}): Conditions {
  const conditions = new Map<string, Condition[]>();
  gather(filter, variables, conditions);
  return conditions;
}

/** Whether a filter asks for nothing but conditions on fields: what `conditionsOf` gathers of it is all of it. */
export function isConjunction(filter: Document): boolean {
  return Object.entries(filter).every(([name, operand]) => {
    if (name === '$and')
      return Array.isArray(operand) && operand.every((one) => isDocument(one) && isConjunction(one));
    return name === '$comment' || !name.startsWith('$');
  });
}

function gather(filter: Document, variables: Variables, conditions: Map<string, Condition[]>): void {
  for (const [path, operand] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(operand)) {
      for (const clause of operand) if (isDocument(clause)) gather(clause, variables, conditions);
    }
    if (path === '$expr') gatherExpression(operand, variables, conditions);
    if (path.startsWith('$')) continue;
    const operators = isOperatorDocument(operand)
      ? operand
      : { [rankOf(operand) === RANK.regex ? '$regex' : '$eq']: operand };
    for (const [operator, value] of Object.entries(operators))
      note(conditions, path, { operator, operand: value, siblings: operators });
  }
}

function note(conditions: Map<string, Condition[]>, path: string, condition: Condition): void {
  const known = conditions.get(path) ?? [];
  conditions.set(path, known);
  known.push(condition);
}

/** A field that an expression compares with a known value has that value, and so has its entry in an index. */
function gatherExpression(
  expression: unknown,
  variables: Variables,
  conditions: Map<string, Condition[]>,
): void {
  if (!isDocument(expression)) return;
  const { $and: clauses, $eq: sides } = expression;
  if (Array.isArray(clauses)) for (const clause of clauses) gatherExpression(clause, variables, conditions);
  if (!Array.isArray(sides) || sides.length !== 2) return;
  const [left, right] = sides as [unknown, unknown];
  for (const [side, other] of [
    [left, right],
    [right, left],
  ]) {
    if (typeof side !== 'string' || !/^\$[^$]/.test(side)) continue;
    const operand = constantOf(other, variables);
    if (isPlainValue(operand)) note(conditions, side.slice(1), { operator: '$eq', operand, siblings: {} });
  }
}

/** The value of a constant or of a variable; undefined where it has to be computed. */
function constantOf(expression: unknown, variables: Variables): unknown {
  if (typeof expression !== 'string') return expression;
  if (!expression.startsWith('$')) return expression;
  return expression.startsWith('$$') ? variables[expression.slice(2)] : undefined;
}

/** Values that an expression finds equal exactly where a query does: neither null nor such as hold others. */
function isPlainValue(value: unknown): boolean {
  const rank = rankOf(value);
  return rank > RANK.null && rank !== RANK.object && rank !== RANK.array && rank !== RANK.regex;
}
