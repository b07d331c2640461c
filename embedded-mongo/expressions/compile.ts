import { MongoError, location, notSupported } from '../errors';
import { isDocument } from '../values/types';
import type { Document } from '../values/codec';
import { OPERATORS, REFUSED_OPERATORS } from './operators';
import type { Compile } from './operator';
import { SYSTEM_VARIABLES, memberOf, scopeOf, variableIn } from './scope';
import type { Expression, Scope, Variables } from './scope';
import { show } from '../values/show';
import { documentOf, membersOf } from '../values/members';

/** Compiles an expression that may refer to the named variables. Throws the real server's errors. */
export function compileExpression(expression: unknown, names: Iterable<string> = []): Expression {
  return compilerFor(new Set([...SYSTEM_VARIABLES, ...names]))(expression);
}

/** Evaluates an expression once. */
export function evaluateOnce(expression: unknown, document: Document, variables: Variables = {}): unknown {
  return compileExpression(expression, Object.keys(variables))(scopeOf(document, variables));
}

function compilerFor(known: ReadonlySet<string>): Compile {
  const compile: Compile = (expression, names = []) =>
    names.length === 0
      ? compiled(expression, known, compile)
      : compilerFor(new Set([...known, ...names]))(expression);
  return compile;
}

function compiled(expression: unknown, known: ReadonlySet<string>, compile: Compile): Expression {
  if (typeof expression === 'string')
    return expression.startsWith('$') ? reference(expression, known) : () => expression;
  if (Array.isArray(expression)) {
    const items = expression.map((item: unknown) => compile(item));
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const names = Object.keys(expression);
  const [first] = names;
  if (first?.startsWith('$') !== true) return literalDocument(expression, compile);
  if (names.length > 1) {
    throw location(
      15983,
      `an expression specification must contain exactly one field, the name of the expression. Found ${names.length} fields in ${show(expression)}.`,
    );
  }
  return operatorOf(first)(expression[first], compile);
}

function operatorOf(name: string) {
  const operator = OPERATORS.get(name);
  if (operator !== undefined) return operator;
  if (REFUSED_OPERATORS.has(name)) throw notSupported(`expression ${name}`);
  throw new MongoError('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
}

function literalDocument(expression: Document, compile: Compile): Expression {
  const members = membersOf(expression).map(([name, member]) => {
    if (name.startsWith('$'))
      throw location(15983, `an expression specification must contain exactly one field, found '${name}'`);
    if (name.includes('.'))
      throw location(
        16405,
        "FieldPath field names may not contain '.'. Consider using $getField or $setField.",
      );
    return [name, compile(member)] as const;
  });
  return (scope) => {
    const values = members.map(([name, member]) => [name, member(scope)] as const);
    return documentOf(values.filter(([, value]) => value !== undefined));
  };
}

/** `$path` or `$$variable.path`. */
function reference(text: string, known: ReadonlySet<string>): Expression {
  if (!text.startsWith('$$')) {
    const path = fieldPath(text.slice(1));
    const [only] = path;
    if (path.length === 1 && only !== undefined)
      return (scope) => (isDocument(scope.root) ? memberOf(scope.root, only) : undefined);
    return (scope) => valueAt(scope.root, path, 0);
  }
  const [name = '', ...path] = text.slice(2).split('.');
  if (name === '') throw location(16872, 'empty variable names are not allowed');
  if (!known.has(name)) throw location(17276, `Use of undefined variable: ${name}`);
  if (path.length > 0) fieldPath(path.join('.'));
  const base = variable(name);
  return path.length === 0 ? base : (scope) => valueAt(base(scope), path, 0);
}

function variable(name: string): Expression {
  return (scope: Scope) => variableIn(scope, name);
}

/** The parts of a field path. Throws where it is none. */
export function fieldPath(path: string): string[] {
  if (path === '') throw location(16872, "'$' by itself is not a valid FieldPath");
  if (path.endsWith('.')) throw location(40353, "FieldPath must not end with a '.'.");
  const parts = path.split('.');
  if (parts.includes('')) throw location(15998, 'FieldPath field names may not be empty strings.');
  const dollar = parts.find((part) => part.startsWith('$'));
  if (dollar !== undefined)
    throw location(
      16410,
      `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
    );
  return parts;
}

/** What a path leads to: of an array, what it leads to in each of its documents. */
export function valueAt(value: unknown, path: readonly string[], from: number): unknown {
  const name = path[from];
  if (name === undefined) return value;
  if (isDocument(value)) return valueAt(memberOf(value, name), path, from + 1);
  if (!Array.isArray(value)) return undefined;
  return value
    .filter(isDocument)
    .map((item) => valueAt(item, path, from))
    .filter((item) => item !== undefined);
}
