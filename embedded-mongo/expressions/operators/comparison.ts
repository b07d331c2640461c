import { location } from '../../errors';
import { compareValues } from '../../values/order';
import { isDocument } from '../../values/types';
import { isNullish, operands, over, truthy } from '../operator';
import type { Operator, Operators } from '../operator';

function comparison(name: string, accepts: (order: number) => boolean): Operators {
  return { [name]: over(name, 2, 2, ([a, b]) => accepts(compareValues(a, b))) };
}

/** `$and` and `$or` ask no more operands than they need. */
function logical(decisive: boolean): Operator {
  return (operand, compile) => {
    const clauses = operands(operand).map((clause) => compile(clause));
    return (scope) => clauses.some((clause) => truthy(clause(scope)) === decisive) === decisive;
  };
}

const condition: Operator = (operand, compile) => {
  const [test, yes, no] = conditionParts(operand).map((part) => compile(part));
  return (scope) => (truthy(test?.(scope)) ? yes : no)?.(scope);
};

function conditionParts(operand: unknown): unknown[] {
  if (!isDocument(operand)) {
    const list = operands(operand);
    if (list.length !== 3)
      throw location(16020, `Expression $cond takes exactly 3 arguments. ${list.length} were passed in.`);
    return [...list];
  }
  const unknown = Object.keys(operand).find((name) => !['if', 'then', 'else'].includes(name));
  if (unknown !== undefined) throw location(17083, `Unrecognized parameter to $cond: ${unknown}`);
  const missing = ['if', 'then', 'else'].findIndex((name) => !(name in operand));
  if (missing >= 0)
    throw location(
      17080 + missing,
      `Missing '${String(['if', 'then', 'else'][missing])}' parameter to $cond`,
    );
  return [operand['if'], operand['then'], operand['else']];
}

const switchCase: Operator = (operand, compile) => {
  if (!isDocument(operand))
    throw location(40060, '$switch requires an object as an argument, found: ' + typeof operand);
  const unknown = Object.keys(operand).find((name) => name !== 'branches' && name !== 'default');
  if (unknown !== undefined) throw location(40067, `$switch found an unknown argument: ${unknown}`);
  const { branches } = operand;
  if (!Array.isArray(branches)) throw location(40061, "$switch expected an array for 'branches'");
  if (branches.length === 0) throw location(40068, '$switch requires at least one branch.');
  const compiled = branches.map((branch: unknown) => {
    if (!isDocument(branch)) throw location(40062, '$switch expected each branch to be an object');
    if (!('case' in branch)) throw location(40064, "$switch requires each branch have a 'case' expression");
    if (!('then' in branch)) throw location(40065, "$switch requires each branch have a 'then' expression.");
    return { test: compile(branch['case']), then: compile(branch['then']) };
  });
  const otherwise = 'default' in operand ? compile(operand['default']) : undefined;
  return (scope) => {
    const taken = compiled.find(({ test }) => truthy(test(scope)))?.then ?? otherwise;
    if (taken !== undefined) return taken(scope);
    throw location(
      40066,
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
};

const ifNull: Operator = (operand, compile) => {
  const list = operands(operand).map((item) => compile(item));
  if (list.length < 2) throw location(1257300, `$ifNull needs at least two arguments, had: ${list.length}`);
  return (scope) => {
    let value: unknown;
    for (const item of list) {
      value = item(scope);
      if (!isNullish(value)) return value;
    }
    return value;
  };
};

/** Comparison, logic and choice. */
export const COMPARISON_OPERATORS: Operators = {
  ...comparison('$eq', (order) => order === 0),
  ...comparison('$ne', (order) => order !== 0),
  ...comparison('$gt', (order) => order > 0),
  ...comparison('$gte', (order) => order >= 0),
  ...comparison('$lt', (order) => order < 0),
  ...comparison('$lte', (order) => order <= 0),
  $cmp: over('$cmp', 2, 2, ([a, b]) => Math.sign(compareValues(a, b))),
  $and: logical(false),
  $or: logical(true),
  $not: over('$not', 1, 1, ([value]) => !truthy(value)),
  $cond: condition,
  $switch: switchCase,
  $ifNull: ifNull,
};
