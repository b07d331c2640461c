import { location } from '../../errors';
import { compareValues } from '../../values/order';
import { isDocument, isNumeric } from '../../values/types';
import { isNullish, namedArguments, truthy } from '../operator';
import type { Operator, Operators } from '../operator';
import { bound } from '../scope';
import { typeName } from '../../values/type-names';
import { membersOf } from '../../values/members';

function variableName(name: unknown, fallback: string): string {
  if (name === undefined) return fallback;
  if (typeof name !== 'string') throw location(16866, 'a variable name has to be a string');
  if (!/^[a-z\u0080-\uffff][a-zA-Z0-9_\u0080-\uffff]*$/.test(name))
    throw location(16867, `'${name}' starts with an invalid character for a user variable name`);
  return name;
}

const letOperator: Operator = (operand, compile) => {
  const { vars, in: body } = namedArguments('$let', operand, ['vars', 'in'], [], {
    notObject: 16874,
    unknown: 16875,
    missing: 16876,
  });
  if (!isDocument(vars)) throw location(10065, 'invalid parameter: expected an object (vars)');
  const bindings = Object.entries(vars).map(
    ([name, value]) => [variableName(name, ''), compile(value)] as const,
  );
  const result = compile(
    body,
    bindings.map(([name]) => name),
  );
  return (scope) =>
    result(bindings.reduce((inner, [name, value]) => bound(inner, name, value(scope)), scope));
};

const map: Operator = (operand, compile) => {
  const args = namedArguments('$map', operand, ['input', 'in'], ['as'], {
    notObject: 16878,
    unknown: 16879,
    missing: 'input' in Object(operand) ? 16882 : 16880,
  });
  const name = variableName(args['as'], 'this');
  const input = compile(args['input']);
  const body = compile(args['in'], [name]);
  return (scope) => {
    const list = input(scope);
    if (isNullish(list)) return null;
    if (!Array.isArray(list)) throw location(16883, `input to $map must be an array not ${typeName(list)}`);
    return list.map((item: unknown) => body(bound(scope, name, item)) ?? null);
  };
};

const filter: Operator = (operand, compile) => {
  const args = namedArguments('$filter', operand, ['input', 'cond'], ['as', 'limit'], {
    notObject: 28646,
    unknown: 28647,
    missing: 'input' in Object(operand) ? 28650 : 28648,
  });
  const name = variableName(args['as'], 'this');
  const input = compile(args['input']);
  const test = compile(args['cond'], [name]);
  const limit = 'limit' in args ? compile(args['limit']) : undefined;
  return (scope) => {
    const list = input(scope);
    if (isNullish(list)) return null;
    if (!Array.isArray(list))
      throw location(28651, `input to $filter must be an array not ${typeName(list)}`);
    const most = limit?.(scope);
    if (!isNullish(most) && (!isNumeric(most) || !Number.isInteger(Number(most)) || Number(most) < 1))
      throw location(327392, '$filter: limit must be represented as a 32-bit integral value greater than 0');
    const kept = (list as unknown[]).filter((item) => truthy(test(bound(scope, name, item))));
    return isNullish(most) ? kept : kept.slice(0, Number(most));
  };
};

const reduce: Operator = (operand, compile) => {
  const given = Object(operand) as object;
  const args = namedArguments('$reduce', operand, ['input', 'initialValue', 'in'], [], {
    notObject: 40075,
    unknown: 40076,
    missing: !('input' in given) ? 40077 : !('initialValue' in given) ? 40078 : 40079,
  });
  const input = compile(args['input']);
  const initial = compile(args['initialValue']);
  const body = compile(args['in'], ['this', 'value']);
  return (scope) => {
    const list = input(scope);
    if (isNullish(list)) return null;
    if (!Array.isArray(list))
      throw location(40080, `$reduce requires that 'input' be an array, found: ${typeName(list)}`);
    return list.reduce<unknown>(
      (value, item) => body(bound(bound(scope, 'value', value), 'this', item)),
      initial(scope),
    );
  };
};

const SORT_ARRAY_CODES = { notObject: 2942500, unknown: 2942501, missing: 2942502 };

const sortArray: Operator = (operand, compile) => {
  const args = namedArguments('$sortArray', operand, ['input', 'sortBy'], [], SORT_ARRAY_CODES);
  const input = compile(args['input']);
  const compare = sortOrder(args['sortBy']);
  return (scope) => {
    const list = input(scope);
    if (isNullish(list)) return null;
    if (!Array.isArray(list))
      throw location(
        2942504,
        `The input argument to $sortArray must be an array, but was of type: ${typeName(list)}`,
      );
    return [...(list as unknown[])].sort(compare);
  };
};

function sortOrder(sortBy: unknown): (a: unknown, b: unknown) => number {
  if (isNumeric(sortBy)) {
    const direction = directionOf(sortBy);
    return (a, b) => compareValues(a, b) * direction;
  }
  if (!isDocument(sortBy)) throw location(2942507, '$sortArray sortBy must be a number or an object');
  const fields = membersOf(sortBy).map(
    ([path, direction]) => [path.split('.'), directionOf(direction)] as const,
  );
  return (a, b) => {
    for (const [path, direction] of fields) {
      const order = compareValues(leaf(a, path) ?? null, leaf(b, path) ?? null) * direction;
      if (order !== 0) return order;
    }
    return 0;
  };
}

function directionOf(direction: unknown): number {
  if (isNumeric(direction) && Math.abs(Number(direction)) === 1) return Number(direction);
  throw location(2942506, '$sortArray: a direction must be 1 or -1');
}

function leaf(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => (isDocument(at) ? at[name] : undefined), value);
}

/** Operators whose operands refer to variables of their own. */
export const BINDING_OPERATORS: Operators = {
  $let: letOperator,
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $sortArray: sortArray,
  $literal: (operand) => () => operand,
  $const: (operand) => () => operand,
};
