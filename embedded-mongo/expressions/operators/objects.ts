import { location } from '../../errors';
import { encode } from '../../values/codec';
import { binaryParts } from '../../values/order';
import { typeName } from '../../values/type-names';
import { RANK, isDocument, rankOf } from '../../values/types';
import type { Compile, Operator, Operators } from '../operator';
import { isNullish, namedArguments, over } from '../operator';
import { memberOf } from '../scope';
import type { Expression } from '../scope';
import { show } from '../../values/show';
import { documentOf, membersOf, withMember } from '../../values/members';

function merge(args: unknown[]): unknown {
  const documents = args.length === 1 && Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  const wrong = documents.find((item) => !isNullish(item) && !isDocument(item));
  if (wrong !== undefined)
    throw location(
      40400,
      `$mergeObjects requires object inputs, but input ${show(wrong)} is of type ${typeName(wrong)}`,
    );
  return documentOf((documents as (object | null | undefined)[]).flatMap((item) => membersOf(item ?? {})));
}

/** A field's name as an operand: constant, and a string. */
function fieldName(name: string, operand: unknown, compile: Compile): string {
  const value =
    typeof operand === 'string' && operand.startsWith('$')
      ? undefined
      : compile(operand)({ root: {}, bindings: undefined });
  if (typeof value === 'string') return value;
  throw location(
    name === '$getField' ? 5654602 : 4161107,
    `${name} requires 'field' to evaluate to a constant string, but got ${typeName(value)}`,
  );
}

const getField: Operator = (operand, compile) => {
  const named = isDocument(operand) && !Object.keys(operand)[0]?.startsWith('$');
  const args = named
    ? namedArguments('$getField', operand, ['field', 'input'], [], {
        notObject: 3041701,
        unknown: 3041701,
        missing: 'field' in operand ? 3041703 : 3041702,
      })
    : { field: operand, input: '$$CURRENT' };
  const field = fieldName('$getField', args['field'], compile);
  const input = compile(args['input']);
  return (scope) => {
    const document = input(scope);
    if (isDocument(document)) return memberOf(document, field);
    return document === null ? null : undefined;
  };
};

function changedField(name: string, field: string, input: Expression, value: Expression): Expression {
  return (scope) => {
    const document = input(scope);
    if (isNullish(document)) return null;
    if (!isDocument(document)) throw location(4161105, `${name} requires 'input' to evaluate to type Object`);
    return withMember(document, field, value(scope));
  };
}

const CODES = { notObject: 4161100, unknown: 4161101, missing: 4161102 };

const setField: Operator = (operand, compile) => {
  const args = namedArguments('$setField', operand, ['field', 'input', 'value'], [], CODES);
  const field = fieldName('$setField', args['field'], compile);
  return changedField('$setField', field, compile(args['input']), compile(args['value']));
};

const unsetField: Operator = (operand, compile) => {
  const args = namedArguments('$unsetField', operand, ['field', 'input'], [], CODES);
  const field = fieldName('$unsetField', args['field'], compile);
  return changedField('$unsetField', field, compile(args['input']), () => undefined);
};

function binarySize([value]: unknown[]): number | null {
  if (isNullish(value)) return null;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (rankOf(value) === RANK.binary) return binaryParts(value).bytes.length;
  throw location(51276, `$binarySize requires a string or BinData argument, found: ${typeName(value)}`);
}

/** Operators on documents, and on the size of values. */
export const OBJECT_OPERATORS: Operators = {
  $mergeObjects: over('$mergeObjects', 0, Infinity, merge),
  $getField: getField,
  $setField: setField,
  $unsetField: unsetField,
  $binarySize: over('$binarySize', 1, 1, binarySize),
  $bsonSize: over('$bsonSize', 1, 1, ([value]) => {
    if (isNullish(value)) return null;
    if (!isDocument(value))
      throw location(31393, `$bsonSize requires a document input, found: ${typeName(value)}`);
    return encode(value).length;
  }),
};
