import { Double, Int32, Long } from 'bson';
import { MongoError, notSupported, typeMismatch } from '../errors';
import { decodeValue, encodeValue } from '../values/raw';
import type { RawLeaf, RawValue } from '../values/raw';
import { BSON_TYPE } from '../values/types';

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

const INTEGERS = new Set<number>([BSON_TYPE.int, BSON_TYPE.long]);
const NUMBERS = new Set<number>([...INTEGERS, BSON_TYPE.double, BSON_TYPE.decimal]);

/** Whether a value is a number of any type. */
export function isNumber(value: RawValue): boolean {
  return NUMBERS.has(value.type);
}

function asBigInt(value: RawValue): bigint {
  const bytes = Buffer.from((value as RawLeaf).bytes);
  return value.type === BSON_TYPE.int ? BigInt(bytes.readInt32LE(0)) : bytes.readBigInt64LE(0);
}

/**
 * The result of `$inc` or `$mul`, typed as the real server types it: integers stay integers and grow from 32 to 64
 * bits, a double makes a double. Throws TypeMismatch for what is not a number and BadValue on overflow.
 */
export function arithmetic(
  operator: '$inc' | '$mul',
  path: string,
  current: RawValue | undefined,
  operand: RawValue,
  documentId: unknown,
): RawLeaf {
  const verb = operator === '$inc' ? 'increment' : 'multiply';
  if (!isNumber(operand)) {
    throw typeMismatch(
      `Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(decodeValue(operand))}}`,
    );
  }
  if (current === undefined) return operator === '$inc' ? (operand as RawLeaf) : zeroLike(operand);
  if (!isNumber(current)) {
    throw typeMismatch(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${JSON.stringify(documentId)}} has the field '${path.split('.').at(-1) ?? ''}' of non-numeric type ${bsonTypeName(current.type)}`,
    );
  }
  if (current.type === BSON_TYPE.decimal || operand.type === BSON_TYPE.decimal)
    throw notSupported(`${operator} on Decimal128 values`);
  if (INTEGERS.has(current.type) && INTEGERS.has(operand.type))
    return integerResult(operator, path, current, operand);
  const a = asDouble(current);
  const b = asDouble(operand);
  return encodeValue(new Double(operator === '$inc' ? a + b : a * b));
}

function asDouble(value: RawValue): number {
  return value.type === BSON_TYPE.double ? Buffer.from(value.bytes).readDoubleLE(0) : Number(asBigInt(value));
}

function integerResult(
  operator: '$inc' | '$mul',
  path: string,
  current: RawValue,
  operand: RawValue,
): RawLeaf {
  const a = asBigInt(current);
  const b = asBigInt(operand);
  const result = operator === '$inc' ? a + b : a * b;
  const small = current.type === BSON_TYPE.int && operand.type === BSON_TYPE.int;
  if (small && BigInt.asIntN(32, result) === result) return encodeValue(new Int32(Number(result)));
  if (BigInt.asIntN(64, result) === result) return encodeValue(Long.fromBigInt(result));
  throw new MongoError(
    'BadValue',
    `Failed to apply ${operator} operations to current value ((NumberLong)${a}) for document {${path}}: integer overflow`,
  );
}

function zeroLike(operand: RawValue): RawLeaf {
  if (operand.type === BSON_TYPE.double) return encodeValue(new Double(0));
  if (operand.type === BSON_TYPE.int) return encodeValue(new Int32(0));
  if (operand.type === BSON_TYPE.long) return encodeValue(Long.fromNumber(0));
  throw notSupported('$mul with a Decimal128 value');
}
