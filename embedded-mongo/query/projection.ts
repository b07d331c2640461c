import { MongoError, location, notSupported } from '../errors';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { RawArray, RawObject, decodeValue, encodeValue, openValue, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { equalValues } from '../values/order';
import { typeName } from '../values/type-names';
import { BSON_TYPE, isDocument, isNumeric } from '../values/types';
import { compileExpression, fieldPath } from '../expressions/compile';
import { scopeOf } from '../expressions/scope';
import type { Expression, Scope, Variables } from '../expressions/scope';
import { elemMatchItem } from './matcher';
import { show } from '../values/show';

/** What a projection does with one field: keep or drop it, descend into it, or compute it. */
type Rule =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'tree'; readonly rules: Map<string, Rule> }
  | { readonly kind: 'slice'; readonly from: number; readonly count: number | undefined }
  | { readonly kind: 'elemMatch'; readonly test: (item: unknown) => boolean }
  | { readonly kind: 'positional' }
  | { readonly kind: 'computed'; readonly expression: Expression };

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

interface ProjectionOptions {
  readonly matchedItem?: FindMatchedItem;
  readonly names: readonly string[];
  readonly expressionsOnly: boolean;
}

function compile(projection: Document, options: ProjectionOptions): Project | undefined {
  const names = Object.keys(projection);
  if (names.length === 0) return undefined;
  const rules = new Map<string, Rule>();
  flatten(projection, '', (path, value) => addRule(rules, path, value, options));
  const inclusive = isInclusive(projection, options);
  checkPositional(projection, inclusive);
  if (inclusive && !rules.has('_id')) rules.set('_id', { kind: 'keep' });
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

function flatten(part: Document, prefix: string, visit: (path: string, value: unknown) => void): void {
  for (const [name, value] of Object.entries(part)) {
    const path = prefix + name;
    const nested = isDocument(value) && Object.keys(value)[0]?.startsWith('$') !== true;
    if (nested && Object.keys(value).length === 0)
      throw location(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
    if (nested) flatten(value, `${path}.`, visit);
    else visit(path, value);
  }
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || isNumeric(value);
}

function isOn(value: unknown): boolean {
  return value === true || (isNumeric(value) && !equalValues(value, 0));
}

/** `$slice` as finds have it: with numbers, where an expression would have an array. */
function isFindSlice(value: unknown, options: ProjectionOptions): boolean {
  if (options.expressionsOnly || !isDocument(value) || !('$slice' in value)) return false;
  const operand = value['$slice'];
  return isNumeric(operand) || (Array.isArray(operand) && operand.length === 2 && operand.every(isNumeric));
}

function isInclusive(projection: Document, options: ProjectionOptions): boolean {
  let mode: 'inclusion' | 'exclusion' | undefined;
  flatten(projection, '', (path, value) => {
    if ((path === '_id' && isFlag(value)) || isFindSlice(value, options)) return;
    const kind = isFlag(value) && !isOn(value) ? 'exclusion' : 'inclusion';
    if (mode !== undefined && mode !== kind) throw mixed(path, kind, isFlag(value));
    mode = kind;
  });
  if (mode !== undefined) return mode === 'inclusion';
  return isFlag(projection['_id']) && isOn(projection['_id']);
}

function mixed(path: string, kind: 'inclusion' | 'exclusion', flag: boolean): MongoError {
  if (kind === 'exclusion')
    return location(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
  return flag
    ? location(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
    : location(31252, `Cannot use an expression ${path} in an exclusion projection`);
}

function checkPositional(projection: Document, inclusive: boolean): void {
  const paths = Object.keys(projection).filter((path) => path.endsWith('.$'));
  if (paths.length === 0) return;
  if (paths.length > 1)
    throw location(31276, 'Cannot specify more than one positional projection per query.');
  if (!inclusive) throw location(31395, 'positional projection cannot be used with exclusion');
  if (Object.values(projection).some((value) => isDocument(value) && '$elemMatch' in value))
    throw location(31255, 'Cannot specify positional operator and $elemMatch.');
}

function addRule(rules: Map<string, Rule>, path: string, value: unknown, options: ProjectionOptions): void {
  const positional = !options.expressionsOnly && path.endsWith('.$');
  if (!options.expressionsOnly && path.includes('.$.'))
    throw location(
      31394,
      "As of 4.4, it's illegal to specify positional operator in the middle of a path.Positional projection may only be used at the end, for example: a.b.$. If the query previously used a form like a.b.$.d, remove the parts following the '$' and the results will be equivalent.",
    );
  const parts = projectionPath(positional ? path.slice(0, -2) : path);
  const rule = positional ? ({ kind: 'positional' } as const) : ruleOf(value, path, options);
  let level = rules;
  for (const [at, part] of parts.slice(0, -1).entries()) {
    const next = level.get(part);
    if (next !== undefined && next.kind !== 'tree')
      throw location(31249, `Path collision at ${path} remaining portion ${parts.slice(at + 1).join('.')}`);
    const tree = next ?? { kind: 'tree' as const, rules: new Map<string, Rule>() };
    level.set(part, tree);
    level = tree.rules;
  }
  const last = parts.at(-1) as string;
  if (level.has(last)) throw location(31250, `Path collision at ${path}`);
  level.set(last, rule);
}

function projectionPath(path: string): string[] {
  if (path === '') throw location(40352, 'FieldPath cannot be constructed with empty string');
  return fieldPath(path);
}

function ruleOf(value: unknown, path: string, options: ProjectionOptions): Rule {
  if (isFlag(value)) return { kind: isOn(value) ? 'keep' : 'drop' };
  if (isDocument(value) && !options.expressionsOnly) {
    if (isFindSlice(value, options)) return sliceRule(value['$slice']);
    if ('$elemMatch' in value) return elemMatchRule(value['$elemMatch'], path);
    if ('$meta' in value) throw notSupported('$meta in a projection');
  }
  return { kind: 'computed', expression: compileProjected(value, options) };
}

function compileProjected(value: unknown, { names }: ProjectionOptions): Expression {
  try {
    return compileExpression(value, names);
  } catch (error) {
    if (!(error instanceof MongoError) || !isDocument(value) || !('$slice' in value)) throw error;
    throw location(
      28667,
      `Invalid $slice syntax. The given syntax ${show(value)} did not match the find() syntax because :: Location31273: $slice only supports numbers and [x, y] arrays :: The given syntax did not match the expression $slice syntax. :: caused by :: ${error.message}`,
    );
  }
}

function elemMatchRule(operand: unknown, path: string): Rule {
  if (!isDocument(operand))
    throw location(31274, `elemMatch: Invalid argument, object required, but got ${typeName(operand)}`);
  if (path.includes('.')) throw location(31275, 'Cannot use $elemMatch projection on a nested field.');
  return { kind: 'elemMatch', test: elemMatchItem(operand) };
}

function sliceRule(operand: unknown): Rule {
  if (isNumeric(operand)) {
    const count = Number(operand);
    return count < 0 ? { kind: 'slice', from: count, count: undefined } : { kind: 'slice', from: 0, count };
  }
  const [from, count] = (operand as unknown[]).map(Number) as [number, number];
  if (count <= 0) throw location(28724, 'First argument to $slice must be an positive');
  return { kind: 'slice', from, count };
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
