import { MongoError, badValue, notSupported } from '../errors';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { RawArray, RawObject, decodeValue, encodeValue, openValue, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { BSON_TYPE, isDocument, isNumeric } from '../values/types';
import { checkExpression, evaluate } from './expressions';
import type { Variables } from './expressions';
import { elemMatchItem } from './matcher';

/** What a projection does with one field: keep or drop it, descend into it, or compute it. */
type Rule =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'tree'; readonly rules: Map<string, Rule> }
  | { readonly kind: 'slice'; readonly from: number; readonly count: number | undefined }
  | { readonly kind: 'elemMatch'; readonly test: (item: unknown) => boolean }
  | { readonly kind: 'positional' }
  | { readonly kind: 'computed'; readonly expression: unknown };

/** Applies a projection to a document's bytes. */
export type Project = (bytes: Uint8Array) => Uint8Array;

/** Finds the item of an array that made the query match, for the positional `$`. */
export type FindMatchedItem = (document: Document, arrayPath: string) => number | undefined;

/**
 * Compiles the projection of a find; undefined where it changes nothing. Fields that are kept keep their bytes. Throws
 * where inclusion and exclusion are mixed, and for operators that do not exist.
 */
export function compileProjection(projection: Document, matchedItem: FindMatchedItem): Project | undefined {
  return compile(projection, { matchedItem });
}

/** The same for the stage `$project`, in which every document of operators is an expression. */
export function compileProjectStage(
  projection: Document,
  variables: Variables | undefined,
): Project | undefined {
  return compile(projection, { variables, expressionsOnly: true });
}

interface ProjectionOptions {
  readonly matchedItem?: FindMatchedItem;
  readonly variables?: Variables | undefined;
  readonly expressionsOnly?: boolean;
}

function compile(projection: Document, options: ProjectionOptions): Project | undefined {
  const names = Object.keys(projection);
  if (names.length === 0) return undefined;
  const rules = new Map<string, Rule>();
  flatten(projection, '', (path, value) => addRule(rules, path, value, options.expressionsOnly === true));
  const inclusive = isInclusive(projection);
  if (inclusive && !rules.has('_id')) rules.set('_id', { kind: 'keep' });
  return (bytes) => {
    const source = RawObject.parse(bytes);
    const state = { document: () => decode(bytes), ...options };
    return toBytes(applyRules(source, rules, inclusive, state, ''));
  };
}

function flatten(part: Document, prefix: string, visit: (path: string, value: unknown) => void): void {
  for (const [name, value] of Object.entries(part)) {
    const path = prefix + name;
    const nested = isDocument(value) && Object.keys(value)[0]?.startsWith('$') !== true;
    if (nested && Object.keys(value).length === 0)
      throw new MongoError(
        'Location51270',
        'An empty sub-projection is not a valid value. Found empty object at path',
      );
    if (nested) flatten(value, `${path}.`, visit);
    else visit(path, value);
  }
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || isNumeric(value);
}

function isOn(value: unknown): boolean {
  return value === true || (isNumeric(value) && Number(value) !== 0);
}

function isInclusive(projection: Document): boolean {
  let mode: 'inclusion' | 'exclusion' | undefined;
  flatten(projection, '', (path, value) => {
    if (path === '_id' && isFlag(value)) return;
    if (isDocument(value) && '$slice' in value) return;
    const kind = isFlag(value) && !isOn(value) ? 'exclusion' : 'inclusion';
    if (mode !== undefined && mode !== kind) {
      throw kind === 'exclusion'
        ? new MongoError('Location31254', `Cannot do exclusion on field ${path} in inclusion projection`)
        : new MongoError('Location31253', `Cannot do inclusion on field ${path} in exclusion projection`);
    }
    mode = kind;
  });
  if (mode !== undefined) return mode === 'inclusion';
  return isFlag(projection['_id']) && isOn(projection['_id']);
}

function addRule(rules: Map<string, Rule>, path: string, value: unknown, expressionsOnly: boolean): void {
  const parts = path.split('.');
  const rule = parts.at(-1) === '$' ? { kind: 'positional' as const } : ruleOf(value, expressionsOnly);
  if (rule.kind === 'positional') parts.pop();
  let level = rules;
  for (const part of parts.slice(0, -1)) {
    const next = level.get(part);
    if (next !== undefined && next.kind !== 'tree') throw collision(path);
    const tree = next ?? { kind: 'tree' as const, rules: new Map<string, Rule>() };
    level.set(part, tree);
    level = tree.rules;
  }
  const last = parts.at(-1) as string;
  if (level.has(last)) throw collision(path);
  level.set(last, rule);
}

function collision(path: string): MongoError {
  return new MongoError('Location31249', `Path collision at ${path}`);
}

function ruleOf(value: unknown, expressionsOnly: boolean): Rule {
  if (isFlag(value)) return { kind: isOn(value) ? 'keep' : 'drop' };
  if (isDocument(value) && !expressionsOnly) {
    if ('$slice' in value) return sliceRule(value['$slice']);
    if ('$elemMatch' in value) return { kind: 'elemMatch', test: elemMatchItem(value['$elemMatch']) };
    if ('$meta' in value) throw notSupported('$meta in a projection');
  }
  checkExpression(value);
  return { kind: 'computed', expression: value };
}

function sliceRule(operand: unknown): Rule {
  if (isNumeric(operand)) {
    const count = Number(operand);
    return count < 0 ? { kind: 'slice', from: count, count: undefined } : { kind: 'slice', from: 0, count };
  }
  if (Array.isArray(operand) && operand.length === 2 && operand.every(isNumeric)) {
    return { kind: 'slice', from: Number(operand[0]), count: Number(operand[1]) };
  }
  throw badValue('$slice needs a number or an array of two numbers');
}

interface ProjectionState extends ProjectionOptions {
  readonly document: () => Document;
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
      const value = evaluate(rule.expression, state.document(), state.variables);
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
  if (!(opened instanceof RawArray)) return inclusive ? undefined : value;
  return new RawArray(opened.items.flatMap((item) => applyTree(item, rules, inclusive, state, path) ?? []));
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
    throw new MongoError(
      'Location51246',
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  }
  return new RawArray([item]);
}
