import { location, notSupported } from '../../errors';
import { WIDTH, decimalOf, doubleOf, integerOf, integerValue, widthOf } from '../../values/arithmetic';
import {
  divideRounded,
  negated,
  roundDecimal,
  signOf,
  sqrtOfDecimal,
  toDecimal128,
} from '../../values/decimal';
import type { Rounding } from '../../values/decimal';
import { doubleValue } from '../../values/decode';
import { compareValues } from '../../values/order';
import { typeName } from '../../values/type-names';
import { isNumeric } from '../../values/types';
import { isNullish, over } from '../operator';
import type { Operators } from '../operator';

/** An operator over one number. */
function single(name: string, compute: (value: unknown, width: number) => unknown): Operators {
  return {
    [name]: over(name, 1, 1, ([value]) => {
      if (isNullish(value)) return null;
      if (!isNumeric(value))
        throw location(28765, `${name} only supports numeric types, not ${typeName(value)}`);
      return compute(value, widthOf(value));
    }),
  };
}

/** A function of doubles, which this server does not have for decimals. */
function ofDouble(
  name: string,
  compute: (value: number) => number,
  check?: (value: number) => void,
): Operators {
  return single(name, (value, width) => {
    if (width === WIDTH.decimal) throw notSupported(`${name} on decimal values`);
    check?.(doubleOf(value));
    return doubleValue(compute(doubleOf(value)));
  });
}

function absolute(value: unknown, width: number): unknown {
  if (width === WIDTH.double) return doubleValue(Math.abs(doubleOf(value)));
  if (width === WIDTH.decimal) {
    const decimal = decimalOf(value);
    return toDecimal128(signOf(decimal) < 0 ? negated(decimal) : decimal);
  }
  const integer = integerOf(value);
  const result = integerValue(integer < 0n ? -integer : integer, width);
  if (result === undefined) throw location(28680, "can't take $abs of long long min");
  return result;
}

function wholeNumber(double: (value: number) => number, rounding: Rounding) {
  return (value: unknown, width: number): unknown => {
    if (width <= WIDTH.long) return value;
    if (width === WIDTH.double) return doubleValue(double(doubleOf(value)));
    return toDecimal128(roundDecimal(decimalOf(value), 0, rounding));
  };
}

/** Rounds a double on its shortest decimal notation. */
function roundDouble(value: number, place: number, rounding: Rounding): number {
  if (!Number.isFinite(value)) return value;
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const coefficient = BigInt(whole + fraction);
  const scale = Number(exponent) - fraction.length;
  if (scale >= -place) return value;
  const rounded = divideRounded(coefficient, 10n ** BigInt(-place - scale), rounding);
  return Number(`${rounded}e${-place}`);
}

function toPlace(name: '$round' | '$trunc'): Operators {
  const rounding: Rounding = name === '$round' ? 'even' : 'trunc';
  const compute = ([value, given]: unknown[]): unknown => {
    if (isNullish(value) || given === null) return null;
    if (!isNumeric(value))
      throw location(51081, `${name} only supports numeric types, not ${typeName(value)}`);
    const place = placeOf(name, given);
    const width = widthOf(value);
    if (width === WIDTH.decimal) return toDecimal128(roundDecimal(decimalOf(value), place, rounding));
    if (width === WIDTH.double) return doubleValue(roundDouble(doubleOf(value), place, rounding));
    if (place >= 0) return value;
    const divisor = 10n ** BigInt(-place);
    const rounded = divideRounded(integerOf(value), divisor, rounding) * divisor;
    const result = integerValue(rounded, width);
    if (result === undefined) throw location(51080, `${name} would overflow`);
    return result;
  };
  return { [name]: over(name, 1, 2, compute) };
}

function placeOf(name: string, given: unknown): number {
  if (given === undefined) return 0;
  const place = isNumeric(given) ? doubleOf(given) : NaN;
  if (!Number.isInteger(place))
    throw location(51082, `precision argument to  ${name} must be a integral value`);
  if (place < -20 || place > 100)
    throw location(51083, `cannot apply ${name} with precision value ${place} value must be in [-20, 100]`);
  return place;
}

function power([base, exponent]: unknown[]): unknown {
  if (isNullish(base) || isNullish(exponent)) return null;
  if (!isNumeric(base)) throw location(28762, `$pow's base must be numeric, not ${typeName(base)}`);
  if (!isNumeric(exponent))
    throw location(28763, `$pow's exponent must be numeric, not ${typeName(exponent)}`);
  if (compareValues(base, 0) === 0 && compareValues(exponent, 0) < 0)
    throw location(28764, '$pow cannot take a base of 0 and a negative exponent');
  const width = Math.max(widthOf(base), widthOf(exponent));
  if (width === WIDTH.decimal) throw notSupported('$pow on decimal values');
  if (width === WIDTH.double || compareValues(exponent, 0) < 0)
    return doubleValue(doubleOf(base) ** doubleOf(exponent));
  const approximate = doubleOf(base) ** doubleOf(exponent);
  if (!Number.isFinite(approximate) || Math.abs(approximate) > 2 ** 64) return doubleValue(approximate);
  return integerValue(integerOf(base) ** integerOf(exponent), width) ?? doubleValue(approximate);
}

function logarithm([value, base]: unknown[]): unknown {
  if (isNullish(value) || isNullish(base)) return null;
  if (!isNumeric(value)) throw location(28756, `$log's argument must be numeric, not ${typeName(value)}`);
  if (!isNumeric(base)) throw location(28757, `$log's base must be numeric, not ${typeName(base)}`);
  if (Math.max(widthOf(value), widthOf(base)) === WIDTH.decimal) throw notSupported('$log on decimal values');
  const [number, radix] = [doubleOf(value), doubleOf(base)];
  if (number <= 0) throw location(28758, `$log's argument must be a positive number, but is ${number}`);
  if (radix <= 0 || radix === 1)
    throw location(28759, `$log's base must be a positive number not equal to 1, but is ${radix}`);
  return doubleValue(Math.log(number) / Math.log(radix));
}

function positive(name: string, code: number): (value: number) => void {
  return (value) => {
    if (value <= 0) throw location(code, `${name}'s argument must be a positive number, but is ${value}`);
  };
}

function within(name: string, least: number, most: number): (value: number) => void {
  return (value) => {
    if (value < least || value > most)
      throw location(50989, `cannot apply ${name} to ${value}, value must be in [${least},${most}]`);
  };
}

const squareRoot = single('$sqrt', (value, width) => {
  if (compareValues(value, 0) < 0 && !Number.isNaN(value))
    throw location(28714, "$sqrt's argument must be greater than or equal to 0");
  return width === WIDTH.decimal
    ? toDecimal128(sqrtOfDecimal(decimalOf(value)))
    : doubleValue(Math.sqrt(doubleOf(value)));
});

/** Functions of numbers. */
export const MATH_OPERATORS: Operators = {
  ...single('$abs', absolute),
  ...single('$ceil', wholeNumber(Math.ceil, 'ceil')),
  ...single('$floor', wholeNumber(Math.floor, 'floor')),
  ...toPlace('$round'),
  ...toPlace('$trunc'),
  ...squareRoot,
  $pow: over('$pow', 2, 2, power),
  $log: over('$log', 2, 2, logarithm),
  ...ofDouble('$exp', Math.exp),
  ...ofDouble('$ln', Math.log, positive('$ln', 28766)),
  ...ofDouble('$log10', Math.log10, positive('$log10', 28761)),
  ...ofDouble('$sin', Math.sin, within('$sin', -Number.MAX_VALUE, Number.MAX_VALUE)),
  ...ofDouble('$cos', Math.cos, within('$cos', -Number.MAX_VALUE, Number.MAX_VALUE)),
  ...ofDouble('$tan', Math.tan, within('$tan', -Number.MAX_VALUE, Number.MAX_VALUE)),
  ...ofDouble('$asin', Math.asin, within('$asin', -1, 1)),
  ...ofDouble('$acos', Math.acos, within('$acos', -1, 1)),
  ...ofDouble('$atan', Math.atan),
  ...ofDouble('$sinh', Math.sinh),
  ...ofDouble('$cosh', Math.cosh),
  ...ofDouble('$tanh', Math.tanh),
  ...ofDouble('$asinh', Math.asinh),
  ...ofDouble('$acosh', Math.acosh, within('$acosh', 1, Infinity)),
  ...ofDouble('$atanh', Math.atanh, within('$atanh', -1, 1)),
  ...ofDouble('$degreesToRadians', (value) => value * (Math.PI / 180)),
  ...ofDouble('$radiansToDegrees', (value) => value * (180 / Math.PI)),
  $atan2: over('$atan2', 2, 2, ([y, x]) => {
    if (isNullish(y) || isNullish(x)) return null;
    if (!isNumeric(y) || !isNumeric(x)) throw location(51044, '$atan2 only supports numeric types');
    return doubleValue(Math.atan2(doubleOf(y), doubleOf(x)));
  }),
  $rand: over('$rand', 0, Infinity, () => doubleValue(Math.random())),
};
