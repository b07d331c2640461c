import { location } from '../errors';
import { scopeOf } from '../expressions/scope';
import type { Scope, Variables } from '../expressions/scope';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { RawArray, RawObject, decodeValue, encodeValue, openValue, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { BSON_TYPE } from '../values/types';
import { parseProjection } from './projection-rules';
import type { Rule, RuleOptions } from './projection-rules';

/** Applies a projection to a document's bytes. */
export type Project = (bytes: Uint8Array, variables?: Variables) => Uint8Array;

/** Finds the item of an array that made the query match, for the positional `$`. */
export type FindMatchedItem = (document: Document, arrayPath: string) => number | undefined;

/**
 * Compiles the projection of a find; undefined where it changes nothing. Fields that are kept keep their bytes. Throws
 * where inclusion and exclusion are mixed, and for operators that do not exist.
 */
export function compileProjection(
  projection: Document,
  matchedItem: FindMatchedItem,
  names: readonly string[] = [],
): Project | undefined {
  return compile(projection, { matchedItem, names, expressionsOnly: false });
}

/** The same for the stage `$project`, in which every document of operators is an expression. */
export function compileProjectStage(projection: Document, names: readonly string[]): Project | undefined {
  return compile(projection, { names, expressionsOnly: true });
}

interface ProjectionOptions extends RuleOptions {
  readonly matchedItem?: FindMatchedItem;
}

function compile(projection: Document, options: ProjectionOptions): Project | undefined {
  if (Object.keys(projection).length === 0) return undefined;
  const { rules, inclusive } = parseProjection(projection, options);
  return (bytes, variables = {}) => {
    const source = RawObject.parse(bytes);
    const document = once(() => decode(bytes));
    const state: ProjectionState = {
      document,
      scope: once(() => scopeOf(document(), variables)),
      ...(options.matchedItem === undefined ? {} : { matchedItem: options.matchedItem }),
    };
    return toBytes(applyRules(source, rules, inclusive, state, ''));
  };
}

/** Computes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

interface ProjectionState {
  readonly document: () => Document;
  readonly scope: () => Scope;
  readonly matchedItem?: FindMatchedItem;
}

function applyRules(
  source: RawObject,
  rules: ReadonlyMap<string, Rule>,
  inclusive: boolean,
  state: ProjectionState,
  prefix: string,
): RawObject {
  const kept = new Map<string, RawValue>();
  for (const [name, value] of source.members) {
    const rule = rules.get(name);
    if (rule === undefined) {
      if (!inclusive) kept.set(name, value);
      continue;
    }
    const projected = applyRule(value, rule, inclusive, state, prefix + name);
    if (projected !== undefined) kept.set(name, projected);
  }
  for (const [name, rule] of rules) {
    if (rule.kind === 'computed') {
      const value = rule.expression(state.scope());
      if (value !== undefined) kept.set(name, encodeValue(value));
    } else if (rule.kind === 'tree' && !source.members.has(name)) {
      const added = applyRules(new RawObject(), rule.rules, inclusive, state, `${prefix}${name}.`);
      if (added.members.size > 0) kept.set(name, added);
    }
  }
  return new RawObject(kept);
}

function applyRule(
  value: RawValue,
  rule: Rule,
  inclusive: boolean,
  state: ProjectionState,
  path: string,
): RawValue | undefined {
  switch (rule.kind) {
    case 'keep':
      return value;
    case 'drop':
    case 'computed':
      return undefined;
    case 'tree':
      return applyTree(value, rule.rules, inclusive, state, path);
    case 'slice':
      return sliced(value, rule.from, rule.count);
    case 'elemMatch':
      return firstMatching(value, rule.test);
    case 'positional':
      return positional(value, state, path);
  }
}

function applyTree(
  value: RawValue,
  rules: ReadonlyMap<string, Rule>,
  inclusive: boolean,
  state: ProjectionState,
  path: string,
): RawValue | undefined {
  const opened = openValue(value);
  if (opened instanceof RawObject) return applyRules(opened, rules, inclusive, state, `${path}.`);
  if (!(opened instanceof RawArray)) return inclusive ? computedOnly(rules, state, path) : value;
  return new RawArray(opened.items.flatMap((item) => applyTree(item, rules, inclusive, state, path) ?? []));
}

/** What takes the place of a value that has no members: the computed ones, where there are any. */
function computedOnly(
  rules: ReadonlyMap<string, Rule>,
  state: ProjectionState,
  path: string,
): RawValue | undefined {
  const added = applyRules(new RawObject(), rules, true, state, `${path}.`);
  return added.members.size > 0 ? added : undefined;
}

function sliced(value: RawValue, from: number, count: number | undefined): RawValue {
  const opened = openValue(value);
  if (!(opened instanceof RawArray)) return value;
  const start = from < 0 ? Math.max(0, opened.items.length + from) : from;
  return new RawArray(opened.items.slice(start, count === undefined ? undefined : start + count));
}

function firstMatching(value: RawValue, test: (item: unknown) => boolean): RawValue | undefined {
  const opened = openValue(value);
  if (!(opened instanceof RawArray)) return undefined;
  const found = opened.items.find((item) => test(decodeValue(item)));
  return found === undefined ? undefined : new RawArray([found]);
}

function positional(value: RawValue, state: ProjectionState, path: string): RawValue {
  const opened = openValue(value);
  if (opened.type !== BSON_TYPE.array || !(opened instanceof RawArray)) return value;
  const index = state.matchedItem?.(state.document(), path);
  const item = index === undefined ? undefined : opened.items[index];
  if (item === undefined) {
    throw location(
      51246,
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  }
  return new RawArray([item]);
}
