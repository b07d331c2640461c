import { MongoError, badValue } from '../errors';
import { decode, encode } from '../values/codec';
import type { Document } from '../values/codec';
import { RawArray, RawObject, encodeValue, openValue, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { isDocument, isNumeric } from '../values/types';
import { checkExpression, evaluate } from './expressions';
import type { Variables } from './expressions';
import { compileFilter } from './matcher';
import { compileProjectStage } from './projection';
import { parseSort, sortBy } from './sort';
import { typeName } from './type-names';

/** A stage that is ready to run: documents in, documents out. Documents are never changed in place. */
export type Stage = (input: Iterable<Document>) => Iterable<Document>;

/** What a stage is compiled with. */
export interface StageContext {
  readonly variables: Variables | undefined;
  /** The BSON bytes that a document was read from or written as, so that types survive where nothing changes. */
  readonly bytes: WeakMap<Document, Uint8Array>;
}

/** Makes a stage from its operand. Throws the real server's errors for an operand that makes no sense. */
export type CompileStage = (operand: unknown, context: StageContext) => Stage;

/** A document's bytes: those it came in, or a fresh encoding. */
export function bytesOf(document: Document, context: StageContext): Uint8Array {
  return context.bytes.get(document) ?? encode(document);
}

function fromBytes(bytes: Uint8Array, context: StageContext): Document {
  const document = decode(bytes);
  context.bytes.set(document, bytes);
  return document;
}

function* mapped(input: Iterable<Document>, change: (document: Document) => Document): Generator<Document> {
  for (const document of input) yield change(document);
}

const match: CompileStage = (operand, context) => {
  if (!isDocument(operand))
    throw new MongoError('Location15959', 'the match filter must be an expression in an object');
  const { matches } = compileFilter(
    operand,
    context.variables === undefined ? {} : { variables: context.variables },
  );
  return function* (input) {
    for (const document of input) if (matches(document)) yield document;
  };
};

const sort: CompileStage = (operand) => {
  if (!isDocument(operand))
    throw new MongoError('Location15973', 'the $sort key specification must be an object');
  if (Object.keys(operand).length === 0)
    throw new MongoError('Location15976', '$sort stage must have at least one sort key');
  const fields = parseSort(operand);
  return (input) => sortBy([...input], fields, (document) => document);
};

function wholeNumber(stage: string, operand: unknown, least: number): number {
  if (!isNumeric(operand) || !Number.isInteger(Number(operand)) || Number(operand) < least) {
    throw new MongoError(
      stage === '$limit' ? 'Location15958' : 'Location15956',
      stage === '$limit'
        ? 'the limit must be positive'
        : `invalid argument to ${stage} stage: Expected a non-negative number`,
    );
  }
  return Number(operand);
}

const limit: CompileStage = (operand) => {
  const count = wholeNumber('$limit', operand, 1);
  return function* (input) {
    let taken = 0;
    for (const document of input) {
      yield document;
      taken += 1;
      if (taken === count) return;
    }
  };
};

const skip: CompileStage = (operand) => {
  const count = wholeNumber('$skip', operand, 0);
  return function* (input) {
    let skipped = 0;
    for (const document of input) {
      if (skipped < count) skipped += 1;
      else yield document;
    }
  };
};

const count: CompileStage = (operand) => {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    throw new MongoError('Location40156', 'the count field must be a non-empty string without $ and .');
  }
  return function* (input) {
    let total = 0;
    for (const document of input) total += Number(isDocument(document));
    if (total > 0) yield { [operand]: total };
  };
};

const project: CompileStage = (operand, context) => {
  if (!isDocument(operand)) throw new MongoError('Location15969', '$project specification must be an object');
  const change = compileProjectStage(operand, context.variables);
  if (change === undefined)
    throw new MongoError(
      'Location51272',
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  return (input) => mapped(input, (document) => fromBytes(change(bytesOf(document, context)), context));
};

const unset: CompileStage = (operand, context) => {
  const paths: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (paths.length === 0 || paths.some((path) => typeof path !== 'string' || path === '')) {
    throw new MongoError(
      'Location31002',
      '$unset specification must be a string or an array containing only string values',
    );
  }
  return project(Object.fromEntries(paths.map((path) => [path as string, 0])), context);
};

const addFields: CompileStage = (operand, context) => {
  if (!isDocument(operand))
    throw new MongoError(
      'Location40272',
      `$addFields specification stage must be an object, got ${typeName(operand)}`,
    );
  const additions = flattened(operand, []);
  for (const { expression } of additions) checkExpression(expression);
  return (input) =>
    mapped(input, (document) => {
      const raw = RawObject.parse(bytesOf(document, context));
      for (const { path, expression } of additions) {
        const value = evaluate(expression, document, context.variables);
        setAt(raw, path, value === undefined ? undefined : encodeValue(value));
      }
      return fromBytes(toBytes(raw), context);
    });
};

interface Addition {
  readonly path: readonly string[];
  readonly expression: unknown;
}

/** A document without operators stands for its members, which are added to what is there. */
function flattened(operand: Document, prefix: readonly string[]): Addition[] {
  return Object.entries(operand).flatMap(([name, expression]) => {
    const path = [...prefix, ...name.split('.')];
    const first = isDocument(expression) ? Object.keys(expression)[0] : undefined;
    if (isDocument(expression) && first !== undefined && !first.startsWith('$'))
      return flattened(expression, path);
    return [{ path, expression }];
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
  if (!isDocument(operand) || operand['newRoot'] === undefined)
    throw new MongoError('Location40231', 'no newRoot specified for the $replaceRoot stage');
  return replaceWith(operand['newRoot'], context);
};

const replaceWith: CompileStage = (operand, context) => {
  checkExpression(operand);
  return (input) =>
    mapped(input, (document) => {
      const root = evaluate(operand, document, context.variables);
      if (isDocument(root)) return root;
      throw new MongoError(
        'Location40228',
        `'newRoot' expression must evaluate to an object, but resulting value was: ${JSON.stringify(root)}. Type of resulting value: '${typeName(root)}'.`,
      );
    });
};

const sample: CompileStage = (operand) => {
  const size = isDocument(operand) ? operand['size'] : undefined;
  if (!isNumeric(size) || Number(size) < 0)
    throw badValue('size argument to $sample must be a positive number');
  return (input) => {
    const keyed = Array.from(input, (document) => ({ document, place: Math.random() }));
    return keyed
      .sort((a, b) => a.place - b.place)
      .slice(0, Number(size))
      .map(({ document }) => document);
  };
};

/** The stages that look at nothing but the documents that flow through them. */
export const SIMPLE_STAGES: Readonly<Record<string, CompileStage>> = {
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $count: count,
  $project: project,
  $unset: unset,
  $addFields: addFields,
  $set: addFields,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $sample: sample,
};
