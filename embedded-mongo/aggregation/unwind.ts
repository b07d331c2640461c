import { Long } from 'bson';
import { location } from '../errors';
import { fieldPath } from '../expressions/compile';
import type { Document } from '../values/codec';
import { typeName } from '../values/type-names';
import { isDocument } from '../values/types';
import { valueAt, withValue } from './places';
import type { CompileStage } from './stage';

interface Unwind {
  readonly path: readonly string[];
  readonly indexField: string | undefined;
  readonly preserve: boolean;
}

function parse(operand: unknown): Unwind {
  if (!isDocument(operand) && typeof operand !== 'string')
    throw location(
      15981,
      `expected either a string or an object as specification for $unwind stage, got ${typeName(operand)}`,
    );
  const options: Document = isDocument(operand) ? operand : { path: operand };
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false, ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw location(28811, `unrecognized option to $unwind stage: ${unknown}`);
  if (path === undefined) throw location(28812, 'no path specified to $unwind stage');
  if (typeof path !== 'string')
    throw location(28808, `expected a string as the path for $unwind stage, got ${typeName(path)}`);
  if (typeof preserveNullAndEmptyArrays !== 'boolean')
    throw location(
      28809,
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserveNullAndEmptyArrays)}`,
    );
  if (!path.startsWith('$'))
    throw location(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  return {
    path: fieldPath(path.slice(1)),
    indexField: indexFieldOf(includeArrayIndex),
    preserve: preserveNullAndEmptyArrays,
  };
}

function indexFieldOf(name: unknown): string | undefined {
  if (name === undefined) return undefined;
  if (typeof name !== 'string' || name === '')
    throw location(
      28810,
      `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeName(name)}`,
    );
  if (name.startsWith('$'))
    throw location(
      28822,
      `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${name}`,
    );
  return name;
}

/** The stage `$unwind`: one document for each item of an array. */
export const unwind: CompileStage = (operand) => {
  const { path, indexField, preserve } = parse(operand);
  const indexed = (document: Document, index: Long | null): Document =>
    indexField === undefined ? document : withValue(document, indexField.split('.'), index);
  return function* (input) {
    for (const document of input) {
      const value = valueAt(document, path);
      if (Array.isArray(value) && value.length > 0) {
        for (const [index, item] of value.entries())
          yield indexed(withValue(document, path, item ?? null), Long.fromNumber(index));
      } else if (Array.isArray(value)) {
        if (preserve) yield indexed(withValue(document, path, undefined), null);
      } else if (preserve || (value !== undefined && value !== null)) {
        yield indexed(document, null);
      }
    }
  };
};
