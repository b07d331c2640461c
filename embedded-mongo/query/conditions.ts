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

/** Gathers the conditions on fields, looking into `$and` but not into alternatives. */
export function conditionsOf(filter: Document): Conditions {
  const conditions = new Map<string, Condition[]>();
  gather(filter, conditions);
  return conditions;
}

function gather(filter: Document, conditions: Map<string, Condition[]>): void {
  for (const [path, operand] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(operand)) {
      for (const clause of operand) if (isDocument(clause)) gather(clause, conditions);
    }
    if (path.startsWith('$')) continue;
    const operators = isOperatorDocument(operand)
      ? operand
      : { [rankOf(operand) === RANK.regex ? '$regex' : '$eq']: operand };
    const known = conditions.get(path) ?? [];
    conditions.set(path, known);
    for (const [operator, value] of Object.entries(operators)) {
      known.push({ operator, operand: value, siblings: operators });
    }
  }
}
