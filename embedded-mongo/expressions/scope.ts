import type { Document } from '../values/codec';

/** A variable and those that were there before it. */
interface Binding {
  readonly name: string;
  readonly value: unknown;
  readonly outer: Binding | undefined;
}

/** What an expression is evaluated in: a document, and variables. */
export interface Scope {
  readonly root: unknown;
  readonly bindings: Binding | undefined;
}

/** Values that expressions refer to as `$$name`. */
export type Variables = Readonly<Record<string, unknown>>;

/** A compiled expression: its value in a scope, `undefined` for a missing one. */
export type Expression = (scope: Scope) => unknown;

/** The names of the variables that are there in every scope. */
export const SYSTEM_VARIABLES: readonly string[] = ['ROOT', 'CURRENT', 'REMOVE', 'NOW', 'CLUSTER_TIME'];

/** The scope of a document with the variables of a command. */
export function scopeOf(root: unknown, variables: Variables = {}): Scope {
  let scope: Scope = { root, bindings: undefined };
  for (const [name, value] of Object.entries(variables)) scope = bound(scope, name, value);
  return scope;
}

/** The scope with one more variable. */
export function bound(scope: Scope, name: string, value: unknown): Scope {
  return { root: scope.root, bindings: { name, value, outer: scope.bindings } };
}

/** The value of a variable. */
export function variableIn(scope: Scope, name: string): unknown {
  for (let binding = scope.bindings; binding !== undefined; binding = binding.outer) {
    if (binding.name === name) return binding.value;
  }
  return name === 'ROOT' || name === 'CURRENT' ? scope.root : undefined;
}

/** The members of a document, a plain object that has no others. */
export function memberOf(document: Document, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(document, name) ? document[name] : undefined;
}
