import { location } from '../errors';
import { fieldPath } from '../expressions/compile';
import { scopeOf } from '../expressions/scope';
import type { Expression } from '../expressions/scope';
import { compileProjectStage } from '../query/projection';
import type { Document } from '../values/codec';
import { RawArray, RawObject, encodeValue, openValue, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { typeName } from '../values/type-names';
import { isDocument } from '../values/types';
import { bytesOf, expressionIn, fromBytes, mapped } from './stage';
import type { CompileStage, StageContext, Stages } from './stage';
import { show } from '../values/show';
import { documentOf, membersOf } from '../values/members';

const project: CompileStage = (operand, context) => {
  if (!isDocument(operand)) throw location(15969, '$project specification must be an object');
  const change = compileProjectStage(operand, context.names);
  if (change === undefined)
    throw location(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  return (input, variables) =>
    mapped(input, (document) => fromBytes(change(bytesOf(document, context), variables), context));
};

const unset: CompileStage = (operand, context) => {
  const paths: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (paths.length === 0)
    throw location(31119, '$unset specification must be a string or an array with at least one field');
  if (paths.some((path) => typeof path !== 'string'))
    throw location(31120, '$unset specification must be a string or an array containing only string values');
  return project(documentOf(paths.map((path) => [path as string, 0])), context);
};

interface Addition {
  readonly path: readonly string[];
  readonly value: Expression;
}

const addFields: CompileStage = (operand, context) => {
  if (!isDocument(operand))
    throw location(40272, `$addFields specification stage must be an object, got ${typeName(operand)}`);
  if (Object.keys(operand).length === 0)
    throw location(40177, 'Invalid $addFields :: caused by :: specification must have at least one field');
  const additions = flattened(operand, [], context);
  checkCollisions(additions);
  return (input, variables) =>
    mapped(input, (document) => {
      const raw = RawObject.parse(bytesOf(document, context));
      const scope = scopeOf(document, variables);
      for (const { path, value } of additions) {
        const added = value(scope);
        setAt(raw, path, added === undefined ? undefined : encodeValue(added));
      }
      return fromBytes(toBytes(raw), context);
    });
};

/** A document without operators stands for its members, which are added to what is there. */
function flattened(operand: Document, prefix: readonly string[], context: StageContext): Addition[] {
  return membersOf(operand).flatMap(([name, expression]) => {
    const path = [...prefix, ...fieldPath(name)];
    const first = isDocument(expression) ? Object.keys(expression)[0] : undefined;
    if (isDocument(expression) && first !== undefined && !first.startsWith('$'))
      return flattened(expression, path, context);
    return [{ path, value: expressionIn(context, expression) }];
  });
}

function checkCollisions(additions: readonly Addition[]): void {
  const paths = additions.map(({ path }) => path.join('.')).sort();
  paths.forEach((path, at) => {
    const next = paths[at + 1];
    if (next === path || next?.startsWith(`${path}.`) === true)
      throw location(
        40176,
        `Invalid $addFields :: caused by :: specification contains two conflicting paths. Cannot specify both '${next}' and '${path}'`,
      );
  });
}

function setAt(holder: RawObject, path: readonly string[], value: RawValue | undefined): void {
  const [name, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    if (value === undefined) holder.members.delete(name);
    else holder.members.set(name, value);
    return;
  }
  const child = holder.open(name);
  if (child instanceof RawArray) {
    child.items = child.items.map((item) => withMember(item, rest, value));
  } else {
    const document = child instanceof RawObject ? child : new RawObject();
    setAt(document, rest, value);
    if (value !== undefined || child instanceof RawObject) holder.members.set(name, document);
  }
}

function withMember(item: RawValue, path: readonly string[], value: RawValue | undefined): RawValue {
  const opened = openValue(item);
  if (opened instanceof RawArray)
    return new RawArray(opened.items.map((inner) => withMember(inner, path, value)));
  const document = opened instanceof RawObject ? opened : new RawObject();
  setAt(document, path, value);
  return document;
}

const replaceRoot: CompileStage = (operand, context) => {
  if (!isDocument(operand))
    throw location(
      40229,
      `expected an object as specification for $replaceRoot stage, got ${typeName(operand)}`,
    );
  const unknown = Object.keys(operand).find((name) => name !== 'newRoot');
  if (unknown !== undefined)
    throw location(40415, `BSON field '$replaceRoot.${unknown}' is an unknown field.`);
  if (operand['newRoot'] === undefined)
    throw location(40414, "BSON field '$replaceRoot.newRoot' is missing but a required field");
  return replaceWith(operand['newRoot'], context);
};

const replaceWith: CompileStage = (operand, context) => {
  const root = expressionIn(context, operand);
  return (input, variables) =>
    mapped(input, (document) => {
      const value = root(scopeOf(document, variables));
      if (value === document) return document;
      if (isDocument(value)) return value;
      throw location(
        40228,
        `'newRoot' expression must evaluate to an object, but resulting value was: ${value === undefined ? 'MISSING' : JSON.stringify(value)}. Type of resulting value: '${typeName(value)}'. Input document: ${show(document)}`,
      );
    });
};

/** What `$redact` is told to do with a document, apart from any other value. */
const DECISIONS = { KEEP: Symbol('keep'), PRUNE: Symbol('prune'), DESCEND: Symbol('descend') };

const redact: CompileStage = (operand, context) => {
  const names = [...context.names, ...Object.keys(DECISIONS)];
  const decide = expressionIn({ ...context, names }, operand);
  return function* (input, variables) {
    const level = (document: Document): Document | undefined => {
      const decision = decide(scopeOf(document, { ...variables, ...DECISIONS }));
      if (decision === DECISIONS.KEEP) return document;
      if (decision === DECISIONS.PRUNE) return undefined;
      if (decision !== DECISIONS.DESCEND)
        throw location(
          17053,
          `$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned ${show(decision)}`,
        );
      const members = membersOf(document).map(([name, value]) => [name, inside(value)] as const);
      return documentOf(members.filter(([, value]) => value !== undefined));
    };
    const inside = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(inside).filter((item) => item !== undefined);
      return isDocument(value) ? level(value) : value;
    };
    for (const document of input) {
      const shown = level(document);
      if (shown !== undefined) yield shown;
    }
  };
};

/** Stages that change documents one by one. */
export const SHAPING_STAGES: Stages = {
  $project: project,
  $unset: unset,
  $addFields: addFields,
  $set: addFields,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $redact: redact,
};
