import { Double, Long, ObjectId } from 'bson';
import type { Timestamp } from 'bson';
import { MongoError, location } from '../../errors';
import {
  WIDTH,
  decimalOf,
  doubleOf,
  integerOf,
  integerValue,
  isNaNValue,
  widthOf,
} from '../../values/arithmetic';
import { integerOfDecimal, parseDecimal, toDecimal128 } from '../../values/decimal';
import { doubleValue } from '../../values/decode';
import { equalValues } from '../../values/order';
import { typeName, typeNameOf } from '../../values/type-names';
import { RANK, isNumeric, rankOf } from '../../values/types';
import { parseDateText } from '../dates/parse';
import { compiledArguments, isNullish, namedArguments, over } from '../operator';
import type { Operator, Operators } from '../operator';
import { textOfValue } from '../text';

function failure(message: string): MongoError {
  return new MongoError('ConversionFailure', message);
}

function unsupported(value: unknown, target: string): MongoError {
  return failure(
    `Unsupported conversion from ${typeName(value)} to ${target} in $convert with no onError value`,
  );
}

function unparsable(text: string): MongoError {
  return failure(
    `Failed to parse number '${text}' in $convert with no onError value: Did not consume whole string.`,
  );
}

function overflow(value: unknown): MongoError {
  return failure(
    `Conversion would overflow target type in $convert with no onError value: ${String(textOfValue(value))}`,
  );
}

type Convert = (value: unknown) => unknown;

/** The integer part of a number. */
function truncated(value: unknown): bigint {
  const width = widthOf(value);
  if (width <= WIDTH.long) return integerOf(value);
  if (isNaNValue(value))
    throw failure('Attempt to convert NaN value to integer type in $convert with no onError value');
  const whole =
    width === WIDTH.decimal
      ? integerOfDecimal(decimalOf(value))
      : Number.isFinite(doubleOf(value))
        ? BigInt(Math.trunc(doubleOf(value)))
        : undefined;
  if (whole === undefined)
    throw failure('Attempt to convert infinity value to integer type in $convert with no onError value');
  return whole;
}

function toInteger(target: 'int' | 'long'): Convert {
  const bits = target === 'int' ? 32 : 64;
  const fitted = (integer: bigint, value: unknown): unknown => {
    if (BigInt.asIntN(bits, integer) !== integer) throw overflow(value);
    return target === 'int' ? Number(integer) : Long.fromBigInt(integer);
  };
  return (value) => {
    if (isNumeric(value)) return fitted(truncated(value), value);
    if (typeof value === 'boolean') return fitted(BigInt(value), value);
    if (typeof value === 'string') {
      if (!/^[-+]?\d+$/.test(value)) throw unparsable(value);
      return fitted(BigInt(value.replace(/^\+/, '')), value);
    }
    if (target === 'long' && value instanceof Date) return Long.fromNumber(value.getTime());
    throw unsupported(value, target);
  };
}

const NUMBER_TEXT = /^[-+]?(\d+\.?\d*([eE][-+]?\d+)?|\.\d+([eE][-+]?\d+)?|inf(inity)?|nan)$/i;

function numberText(text: string): string {
  if (!NUMBER_TEXT.test(text)) throw unparsable(text);
  return text
    .replace(/inf(inity)?/i, 'Infinity')
    .replace(/nan/i, 'NaN')
    .replace(/^\+/, '');
}

const toDouble: Convert = (value) => {
  if (isNumeric(value)) {
    const double = doubleOf(value);
    if (!Number.isFinite(double) && widthOf(value) === WIDTH.decimal && /\d/.test(String(value)))
      throw overflow(value);
    return doubleValue(double);
  }
  if (typeof value === 'boolean') return new Double(Number(value));
  if (typeof value === 'string') return doubleValue(Number(numberText(value)));
  if (value instanceof Date) return doubleValue(value.getTime());
  throw unsupported(value, 'double');
};

const toDecimal: Convert = (value) => {
  if (isNumeric(value)) return widthOf(value) === WIDTH.decimal ? value : toDecimal128(decimalOf(value));
  if (typeof value === 'boolean') return toDecimal128(parseDecimal(String(Number(value))));
  if (typeof value === 'string') return toDecimal128(parseDecimal(numberText(value)));
  if (value instanceof Date) return toDecimal128(parseDecimal(String(value.getTime())));
  throw unsupported(value, 'decimal');
};

const toText: Convert = (value) => {
  const text = textOfValue(value);
  if (text === undefined) throw unsupported(value, 'string');
  return text;
};

const toObjectId: Convert = (value) => {
  if (rankOf(value) === RANK.objectId) return value;
  if (typeof value !== 'string') throw unsupported(value, 'objectId');
  if (!/^[0-9a-f]{24}$/i.test(value))
    throw failure(
      value.length === 24
        ? `Failed to parse objectId '${value}' in $convert with no onError value: Invalid character found in hex string.`
        : `Failed to parse objectId '${value}' in $convert with no onError value: Invalid string length for parsing to OID, expected 24 but found ${value.length}`,
    );
  return new ObjectId(value);
};

const toBoolean: Convert = (value) => {
  if (typeof value === 'boolean') return value;
  return isNumeric(value) ? !equalValues(value, 0) : true;
};

const toDate: Convert = (value) => {
  if (value instanceof Date) return value;
  if (rankOf(value) === RANK.objectId) return (value as ObjectId).getTimestamp();
  if (rankOf(value) === RANK.timestamp) return new Date((value as Timestamp).t * 1000);
  if (isNumeric(value) && widthOf(value) !== WIDTH.int) return new Date(Number(truncated(value)));
  if (typeof value === 'string') return parseDateText(value, undefined);
  throw unsupported(value, 'date');
};

const CONVERSIONS: Readonly<Record<string, Convert>> = {
  double: toDouble,
  string: toText,
  objectId: toObjectId,
  bool: toBoolean,
  date: toDate,
  int: toInteger('int'),
  long: toInteger('long'),
  decimal: toDecimal,
};

function conversionTo(target: unknown): Convert {
  const name = typeNameOf(target);
  const conversion = CONVERSIONS[name];
  if (conversion === undefined)
    throw failure(`Unsupported conversion to ${name} in $convert with no onError value`);
  return conversion;
}

const convert: Operator = (operand, compile) => {
  const args = namedArguments('$convert', operand, ['input', 'to'], ['onError', 'onNull', 'format'], {
    notObject: 9,
    unknown: 9,
    missing: 9,
  });
  const { input, to, onError, onNull } = compiledArguments(args, compile);
  return (scope) => {
    const value = input?.(scope);
    const target = to?.(scope);
    if (isNullish(value)) return onNull === undefined ? null : onNull(scope);
    if (isNullish(target)) return null;
    try {
      return conversionTo(target)(value);
    } catch (error) {
      if (onError !== undefined && error instanceof MongoError && error.codeName === 'ConversionFailure')
        return onError(scope);
      throw error;
    }
  };
};

function shorthand(name: string, conversion: Convert): Operators {
  return { [name]: over(name, 1, 1, ([value]) => (isNullish(value) ? null : conversion(value))) };
}

function partOfTimestamp(name: string, part: (timestamp: Timestamp) => number): Operators {
  return {
    [name]: over(name, 1, 1, ([value]) => {
      if (isNullish(value)) return null;
      if (rankOf(value) !== RANK.timestamp)
        throw location(
          name === '$tsSecond' ? 5687301 : 5687302,
          `Argument to ${name} must be a timestamp, but is ${typeName(value)}`,
        );
      return integerValue(BigInt(part(value as Timestamp)), WIDTH.long);
    }),
  };
}

/** Operators about types, and from one to another. */
export const CONVERSION_OPERATORS: Operators = {
  $convert: convert,
  ...shorthand('$toDouble', toDouble),
  ...shorthand('$toString', toText),
  ...shorthand('$toObjectId', toObjectId),
  ...shorthand('$toBool', toBoolean),
  ...shorthand('$toDate', toDate),
  ...shorthand('$toInt', toInteger('int')),
  ...shorthand('$toLong', toInteger('long')),
  ...shorthand('$toDecimal', toDecimal),
  $type: over('$type', 1, 1, ([value]) => typeName(value)),
  $isNumber: over('$isNumber', 1, 1, ([value]) => isNumeric(value)),
  ...partOfTimestamp('$tsSecond', (timestamp) => timestamp.t),
  ...partOfTimestamp('$tsIncrement', (timestamp) => timestamp.i),
};
