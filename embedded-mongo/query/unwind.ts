import { MongoError } from '../errors';
import type { Document } from '../values/codec';
import { isDocument } from '../values/types';
import type { CompileStage } from './stages';

interface Unwind {
  readonly path: readonly string[];
  readonly indexField: string | undefined;
  readonly preserve: boolean;
}

function parse(operand: unknown): Unwind {
  const options = isDocument(operand) ? operand : { path: operand };
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = options as Document;
  if (typeof path !== 'string')
    throw new MongoError(
      'Location28808',
      `expected a string as the path for $unwind stage, got ${typeof path}`,
    );
  if (!path.startsWith('$'))
    throw new MongoError(
      'Location28818',
      `path option to $unwind stage should be prefixed with a '$': ${path}`,
    );
  return {
    path: path.slice(1).split('.'),
    indexField: typeof includeArrayIndex === 'string' ? includeArrayIndex : undefined,
    preserve: preserveNullAndEmptyArrays === true,
  };
}

function valueAt(document: Document, path: readonly string[]): unknown {
  let value: unknown = document;
  for (const name of path) value = isDocument(value) ? value[name] : undefined;
  return value;
}

/** A copy of the document with another value at the path, or without any. */
function withValue(document: Document, [name, ...rest]: readonly string[], value: unknown): Document {
  const copy = { ...document };
  const key = name as string;
  if (rest.length > 0) copy[key] = withValue(isDocument(copy[key]) ? copy[key] : {}, rest, value);
  else if (value === undefined) delete copy[key];
  else copy[key] = value;
  return copy;
}

/** The stage `$unwind`: one document for each item of an array. */
export const unwind: CompileStage = (operand) => {
  const { path, indexField, preserve } = parse(operand);
  const indexed = (document: Document, index: number | null): Document =>
    indexField === undefined ? document : withValue(document, indexField.split('.'), index);
  return function* (input) {
    for (const document of input) {
      const value = valueAt(document, path);
      if (Array.isArray(value) && value.length > 0) {
        for (const [index, item] of value.entries()) yield indexed(withValue(document, path, item), index);
      } else if (Array.isArray(value)) {
        if (preserve) yield indexed(withValue(document, path, undefined), null);
      } else if (preserve || (value !== undefined && value !== null)) {
        yield indexed(document, null);
      }
    }
  };
};
