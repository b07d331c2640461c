import { MongoError, location, notSupported } from '../errors';
import { compileExpression, fieldPath } from '../expressions/compile';
import type { Expression } from '../expressions/scope';
import type { Document } from '../values/codec';
import { equalValues } from '../values/order';
import { show } from '../values/show';
import { typeName } from '../values/type-names';
import { isDocument, isNumeric } from '../values/types';
import { elemMatchItem } from './matcher';
import { membersOf } from '../values/members';

/** What a projection does with one field: keep or drop it, descend into it, or compute it. */
export type Rule =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'tree'; readonly rules: Map<string, Rule> }
  | { readonly kind: 'slice'; readonly from: number; readonly count: number | undefined }
  | { readonly kind: 'elemMatch'; readonly test: (item: unknown) => boolean }
  | { readonly kind: 'positional' }
  | { readonly kind: 'computed'; readonly expression: Expression };

/** How a projection is read. */
export interface RuleOptions {
  /** The variables that expressions may refer to. */
  readonly names: readonly string[];
  /** Every document of operators is an expression, as in the stage `$project`. */
  readonly expressionsOnly: boolean;
}

/** A projection that has been read. */
export interface ProjectionRules {
  readonly rules: ReadonlyMap<string, Rule>;
  /** What no rule names is left out. */
  readonly inclusive: boolean;
}

/** Reads a projection. Throws where inclusion and exclusion are mixed, and for operators that do not exist. */
export function parseProjection(projection: Document, options: RuleOptions): ProjectionRules {
  const rules = new Map<string, Rule>();
  flatten(projection, '', (path, value) => addRule(rules, path, value, options));
  const inclusive = isInclusive(projection, options);
  checkPositional(projection, inclusive);
  if (inclusive && !rules.has('_id')) rules.set('_id', { kind: 'keep' });
  return { rules, inclusive };
}

function flatten(part: Document, prefix: string, visit: (path: string, value: unknown) => void): void {
  for (const [name, value] of membersOf(part)) {
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
function isFindSlice(value: unknown, options: RuleOptions): boolean {
  if (options.expressionsOnly || !isDocument(value) || !('$slice' in value)) return false;
  const operand = value['$slice'];
  return isNumeric(operand) || (Array.isArray(operand) && operand.length === 2 && operand.every(isNumeric));
}

function isInclusive(projection: Document, options: RuleOptions): boolean {
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

function addRule(rules: Map<string, Rule>, path: string, value: unknown, options: RuleOptions): void {
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

function ruleOf(value: unknown, path: string, options: RuleOptions): Rule {
  if (isFlag(value)) return { kind: isOn(value) ? 'keep' : 'drop' };
  if (isDocument(value) && !options.expressionsOnly) {
    if (isFindSlice(value, options)) return sliceRule(value['$slice']);
    if ('$elemMatch' in value) return elemMatchRule(value['$elemMatch'], path);
    if ('$meta' in value) throw notSupported('$meta in a projection');
  }
  return { kind: 'computed', expression: compileProjected(value, options) };
}

function compileProjected(value: unknown, { names }: RuleOptions): Expression {
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
