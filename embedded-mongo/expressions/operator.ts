import { location } from '../errors';
import { equalValues } from '../values/order';
import { RANK, isDocument, rankOf } from '../values/types';
import type { Expression, Scope } from './scope';

/** Compiles an expression inside of another one; `names` are the variables that are there in addition. */
export type Compile = (expression: unknown, names?: readonly string[]) => Expression;

/** An operator: makes an expression of its operand. */
export type Operator = (operand: unknown, compile: Compile) => Expression;

/** Operators by their names. */
export type Operators = Readonly<Record<string, Operator>>;

/** Null or missing. */
export function isNullish(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** What counts as true in an expression: everything but false, zero, null and a missing value. */
export function truthy(value: unknown): boolean {
  return !isNullish(value) && value !== false && !(rankOf(value) === RANK.number && equalValues(value, 0));
}

/** The operands of an operator that takes a list; one that is no list counts as a list of itself. */
export function operands(operand: unknown): readonly unknown[] {
  return Array.isArray(operand) ? operand : [operand];
}

/** An operator over its evaluated arguments, as many as `least` to `most`. */
export function over(
  name: string,
  least: number,
  most: number,
  compute: (args: unknown[], scope: Scope) => unknown,
): Operator {
  return (operand, compile) => {
    const given = operands(operand);
    checkArity(name, least, most, given.length);
    const args = given.map((item) => compile(item));
    return (scope) =>
      compute(
        args.map((arg) => arg(scope)),
        scope,
      );
  };
}

function checkArity(name: string, least: number, most: number, count: number): void {
  if (count >= least && count <= most) return;
  throw least === most
    ? location(16020, `Expression ${name} takes exactly ${least} arguments. ${count} were passed in.`)
    : location(
        28667,
        `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${count} were passed in.`,
      );
}

/** The codes of what can be wrong with an operand that has to be a document of named arguments. */
export interface NamedCodes {
  readonly notObject: number;
  readonly unknown: number;
  readonly missing: number;
}

/** The arguments of an operator that names them. Throws where one is missing or unknown. */
export function namedArguments(
  name: string,
  operand: unknown,
  required: readonly string[],
  optional: readonly string[],
  codes: NamedCodes,
): Readonly<Record<string, unknown>> {
  if (!isDocument(operand))
    throw location(codes.notObject, `${name} only supports an object as its argument`);
  const unknown = Object.keys(operand).find((key) => !required.includes(key) && !optional.includes(key));
  if (unknown !== undefined) throw location(codes.unknown, `Unrecognized argument to ${name}: ${unknown}`);
  const missing = required.find((key) => !(key in operand));
  if (missing !== undefined) throw location(codes.missing, `Missing '${missing}' parameter to ${name}`);
  return operand;
}

/** Compiles the named arguments that are there. */
export function compiledArguments(
  args: Readonly<Record<string, unknown>>,
  compile: Compile,
): Readonly<Record<string, Expression>> {
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, compile(value)]));
}

/** An operator over evaluated named arguments; those that are absent are missing. */
export function overNamed(
  name: string,
  required: readonly string[],
  optional: readonly string[],
  codes: NamedCodes,
  compute: (args: Readonly<Record<string, unknown>>, scope: Scope) => unknown,
): Operator {
  return (operand, compile) => {
    const compiled = Object.entries(
      compiledArguments(namedArguments(name, operand, required, optional, codes), compile),
    );
    return (scope) =>
      compute(Object.fromEntries(compiled.map(([key, expression]) => [key, expression(scope)])), scope);
  };
}
