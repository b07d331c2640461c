import { Decimal128, Double, Int32, Long } from 'bson';
import { badValue, typeMismatch } from '../errors';
import { commonWidth, integerOf, integerValue, productOf, sumOf } from '../values/arithmetic';
import { RawObject, decodeValue, encodeValue, openValue } from '../values/raw';
import type { RawLeaf, RawValue } from '../values/raw';
import { BSON_TYPE } from '../values/types';
import { show } from '../values/show';

/** Where messages call a type by another name than `BSON_TYPE` does. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  binary: 'binData',
  boolean: 'bool',
  code: 'javascript',
  codeWithScope: 'javascriptWithScope',
};

const NAMES = new Map<number, string>(
  Object.entries(BSON_TYPE).map(([name, type]) => [type, OTHER_NAMES[name] ?? name]),
);

/** The name of a BSON type as messages have it. */
export function bsonTypeName(type: number): string {
  return NAMES.get(type) ?? 'unknown';
}

const NUMBERS = new Set<number>([BSON_TYPE.int, BSON_TYPE.long, BSON_TYPE.double, BSON_TYPE.decimal]);

/** Whether a value is a number of any type. */
export function isNumber(value: RawValue): boolean {
  return NUMBERS.has(value.type);
}

/** A value as messages show it. */
export function shown(value: RawValue): string {
  return show(decodeValue(value));
}

/**
 * The result of `$inc` or `$mul`, typed as the real server types it: integers stay integers and grow from 32 to 64
 * bits, a double makes a double, a decimal a decimal. Throws TypeMismatch for what is not a number and BadValue on
 * overflow.
 */
export function arithmetic(
  operator: '$inc' | '$mul',
  path: string,
  current: RawValue | undefined,
  operand: RawValue,
  documentId: unknown,
): RawLeaf {
  const verb = operator === '$inc' ? 'increment' : 'multiply';
  if (!isNumber(operand))
    throw typeMismatch(`Cannot ${verb} with non-numeric argument: {${path}: ${shown(operand)}}`);
  if (current === undefined) return operator === '$inc' ? (operand as RawLeaf) : zeroLike(operand);
  if (!isNumber(current)) {
    throw typeMismatch(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(documentId)}} has the field '${path.split('.').at(-1) ?? ''}' of non-numeric type ${bsonTypeName(current.type)}`,
    );
  }
  const [a, b] = [decodeValue(current), decodeValue(operand)];
  const result = operator === '$inc' ? sumOf(a, b) : productOf(a, b);
  if (result !== undefined) return encodeValue(result);
  throw badValue(
    `Failed to apply ${operator} operations to current value ((NumberLong)${String(a)}) for document {_id: ${show(documentId)}}`,
  );
}

function zeroLike(operand: RawValue): RawLeaf {
  switch (operand.type) {
    case BSON_TYPE.double:
      return encodeValue(new Double(0));
    case BSON_TYPE.long:
      return encodeValue(Long.ZERO);
    case BSON_TYPE.decimal:
      return encodeValue(Decimal128.fromString('0'));
    default:
      return encodeValue(new Int32(0));
  }
}

const BITWISE: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

/** The result of `$bit` on an integer, or on a field that is not there. */
export function bitwise(
  path: string,
  current: RawValue | undefined,
  operand: RawValue,
  documentId: unknown,
): RawLeaf {
  const operations = openValue(operand);
  if (!(operations instanceof RawObject))
    throw badValue(
      `The $bit modifier is not compatible with a ${bsonTypeName(operand.type)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  if (operations.members.size === 0)
    throw badValue(
      `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`,
    );
  if (current !== undefined && current.type !== BSON_TYPE.int && current.type !== BSON_TYPE.long)
    throw badValue(
      `Cannot apply $bit to a value of non-integral type._id: ${show(documentId)} has the field ${path.split('.').at(-1) ?? ''} of non-integer type ${bsonTypeName(current.type)}`,
    );
  let value: unknown = current === undefined ? 0 : decodeValue(current);
  for (const [name, amount] of operations.members) {
    const combine = BITWISE[name];
    if (combine === undefined)
      throw badValue(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${name}: ${shown(amount)}}`,
      );
    if (amount.type !== BSON_TYPE.int && amount.type !== BSON_TYPE.long)
      throw badValue(
        `The $bit modifier field must be an Integer(32/64 bit); a '${bsonTypeName(amount.type)}' is not supported here: {${name}: ${shown(amount)}}`,
      );
    const other = decodeValue(amount);
    value = integerValue(combine(integerOf(value), integerOf(other)), commonWidth(value, other));
  }
  return encodeValue(value);
}
