import { badValue, failedToParse } from '../errors';
import { WIDTH, decimalOf, doubleOf, integerOf, widthOf } from '../values/arithmetic';
import { integerOfDecimal } from '../values/decimal';
import { binaryParts, compareValues } from '../values/order';
import { RANK, isNumeric, rankOf } from '../values/types';
import type { ValuePredicate } from './predicates';
import { show } from '../values/show';

type BitTest = (isSet: (position: number) => boolean, positions: readonly number[]) => boolean;

const TESTS: Readonly<Record<string, BitTest>> = {
  $bitsAllSet: (isSet, positions) => positions.every(isSet),
  $bitsAllClear: (isSet, positions) => !positions.some(isSet),
  $bitsAnySet: (isSet, positions) => positions.some(isSet),
  $bitsAnyClear: (isSet, positions) => !positions.every(isSet),
};

/** The predicate of an operator on the bits of an integer or of binary data. */
export function bitPredicate(name: string, operand: unknown): ValuePredicate {
  const positions = positionsOf(name, operand);
  const test = TESTS[name] as BitTest;
  return (value) => {
    if (rankOf(value) === RANK.binary) {
      const { bytes } = binaryParts(value);
      return test((position) => (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) === 1, positions);
    }
    const integer = isNumeric(value) ? exactInteger(value) : undefined;
    if (integer === undefined) return false;
    // Beyond the 64 bits that there are, the sign goes on.
    return test((position) => ((integer >> BigInt(Math.min(position, 63))) & 1n) === 1n, positions);
  };
}

/** The value as a 64-bit integer, or undefined where it is none. */
function exactInteger(value: unknown): bigint | undefined {
  const width = widthOf(value);
  if (width <= WIDTH.long) return integerOf(value);
  let integer: bigint | undefined;
  if (width === WIDTH.decimal) integer = integerOfDecimal(decimalOf(value));
  else if (Number.isInteger(doubleOf(value))) integer = BigInt(doubleOf(value));
  if (integer === undefined || BigInt.asIntN(64, integer) !== integer) return undefined;
  return compareValues(value, integer) === 0 ? integer : undefined;
}

function positionsOf(name: string, operand: unknown): number[] {
  if (Array.isArray(operand)) return operand.map((position: unknown) => positionOf(name, position));
  if (rankOf(operand) === RANK.binary) {
    return [...binaryParts(operand).bytes].flatMap((byte, at) =>
      setBits(BigInt(byte)).map((position) => at * 8 + position),
    );
  }
  if (!isNumeric(operand))
    throw badValue(`${name} takes an Array, a number, or a BinData but received: ${name}: ${show(operand)}`);
  const mask = exactInteger(operand);
  if (mask === undefined) throw failedToParse(`Expected an integer: ${name}: ${String(operand)}`);
  if (mask < 0n) throw failedToParse(`Expected a non-negative number in: ${name}: ${String(operand)}`);
  return setBits(mask);
}

function positionOf(name: string, operand: unknown): number {
  const position = isNumeric(operand) ? exactInteger(operand) : undefined;
  if (position === undefined || position < 0n)
    throw failedToParse(
      `Failed to parse bit position. Expected a non-negative number in: ${name}: ${show(operand)}`,
    );
  return Number(position);
}

function setBits(mask: bigint): number[] {
  return Array.from({ length: 64 }, (_, position) => position).filter(
    (position) => ((mask >> BigInt(position)) & 1n) === 1n,
  );
}
