import { Decimal128 } from 'bson';

/** A finite decimal number, `coefficient × 10^exponent`, or one of the values that are none. */
export type Decimal =
  | { readonly kind: 'finite'; readonly coefficient: bigint; readonly exponent: number }
  | { readonly kind: 'infinite'; readonly sign: 1 | -1 }
  | { readonly kind: 'nan' };

type Finite = Extract<Decimal, { kind: 'finite' }>;

/** How many digits a Decimal128 holds. */
const PRECISION = 34;

const NAN: Decimal = { kind: 'nan' };

function finite(coefficient: bigint, exponent: number): Finite {
  return { kind: 'finite', coefficient, exponent };
}

/** Reads decimal notation, as `Decimal128.toString` and JavaScript's numbers write it. */
export function parseDecimal(text: string): Decimal {
  if (text === 'NaN') return NAN;
  if (text === 'Infinity' || text === '-Infinity')
    return { kind: 'infinite', sign: text.startsWith('-') ? -1 : 1 };
  const [mantissa = '0', exponent = '0'] = text.toUpperCase().split('E');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return finite(BigInt(`${whole}${fraction}`), Number(exponent) - fraction.length);
}

/** A double as the real server makes a decimal of it: with fifteen digits. */
export function decimalOfDouble(value: number): Decimal {
  return parseDecimal(Number.isFinite(value) && value !== 0 ? value.toPrecision(15) : String(value));
}

/** The BSON value, rounded to what it can hold. */
export function toDecimal128(value: Decimal): Decimal128 {
  switch (value.kind) {
    case 'nan':
      return Decimal128.fromString('NaN');
    case 'infinite':
      return Decimal128.fromString(value.sign > 0 ? 'Infinity' : '-Infinity');
    case 'finite': {
      const { coefficient, exponent } = toPrecision(value);
      return Decimal128.fromString(`${coefficient}E${exponent >= 0 ? '+' : ''}${exponent}`);
    }
  }
}

function digitsOf(coefficient: bigint): number {
  return String(coefficient < 0n ? -coefficient : coefficient).length;
}

function toPrecision(value: Finite): Finite {
  const excess = digitsOf(value.coefficient) - PRECISION;
  if (excess <= 0) return value;
  const rounded = finite(divideToEven(value.coefficient, 10n ** BigInt(excess)), value.exponent + excess);
  return digitsOf(rounded.coefficient) > PRECISION ? toPrecision(rounded) : rounded;
}

/** The quotient rounded to the nearest integer, a half to the even one. */
function divideToEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  const twice = 2n * (rest < 0n ? -rest : rest);
  const size = divisor < 0n ? -divisor : divisor;
  if (twice < size || (twice === size && quotient % 2n === 0n)) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}

/** Both coefficients for the smaller of the two exponents. */
function aligned(a: Finite, b: Finite): { left: bigint; right: bigint; exponent: number } {
  const exponent = Math.min(a.exponent, b.exponent);
  const scale = (value: Finite): bigint => value.coefficient * 10n ** BigInt(value.exponent - exponent);
  return { left: scale(a), right: scale(b), exponent };
}

/** The sum of two decimals. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return NAN;
  if (a.kind === 'infinite') return b.kind === 'infinite' && b.sign !== a.sign ? NAN : a;
  if (b.kind === 'infinite') return b;
  const { left, right, exponent } = aligned(a, b);
  return toPrecision(finite(left + right, exponent));
}

/** The same number with the other sign. */
export function negated(value: Decimal): Decimal {
  if (value.kind === 'finite') return finite(-value.coefficient, value.exponent);
  return value.kind === 'infinite' ? { ...value, sign: value.sign > 0 ? -1 : 1 } : value;
}

/** -1, 0 or 1; NaN counts as zero. */
export function signOf(value: Decimal): number {
  if (value.kind === 'nan') return 0;
  if (value.kind === 'infinite') return value.sign;
  return value.coefficient < 0n ? -1 : value.coefficient > 0n ? 1 : 0;
}

/** The product of two decimals. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return NAN;
  if (a.kind === 'finite' && b.kind === 'finite')
    return toPrecision(finite(a.coefficient * b.coefficient, a.exponent + b.exponent));
  const sign = signOf(a) * signOf(b);
  return sign === 0 ? NAN : { kind: 'infinite', sign: sign > 0 ? 1 : -1 };
}

/** The quotient of two decimals, without needless zeros; the caller has made sure that the divisor is not zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return NAN;
  if (b.kind === 'infinite') return a.kind === 'infinite' ? NAN : finite(0n, 0);
  if (a.kind === 'infinite') return { kind: 'infinite', sign: a.sign * signOf(b) > 0 ? 1 : -1 };
  const scale = Math.max(0, PRECISION + 1 + digitsOf(b.coefficient) - digitsOf(a.coefficient));
  const dividend = a.coefficient * 10n ** BigInt(scale);
  // One more digit than fits tells a half from a little more than it.
  const exact = dividend % b.coefficient === 0n;
  const quotient =
    (dividend / b.coefficient) * 10n + (exact ? 0n : dividend < 0n === b.coefficient < 0n ? 1n : -1n);
  return reduced(toPrecision(finite(quotient, a.exponent - b.exponent - scale - 1)), a.exponent - b.exponent);
}

/** The number without trailing zeros, as far as an exponent of `ideal`. */
function reduced(value: Finite, ideal: number): Finite {
  let { coefficient, exponent } = value;
  while (exponent < ideal && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent += 1;
  }
  return finite(coefficient, exponent);
}

/** The remainder of a division that is cut to an integer; it has the sign of the dividend. */
export function remainderOfDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind !== 'finite' || b.kind === 'nan') return NAN;
  if (b.kind === 'infinite') return a;
  const { left, right, exponent } = aligned(a, b);
  return finite(left % right, exponent);
}

/** How a number is brought to a decimal place. */
export type Rounding = 'even' | 'floor' | 'ceil' | 'trunc';

/** The number at a decimal place: 2 for hundredths, -2 for hundreds. */
export function roundDecimal(value: Decimal, place: number, rounding: Rounding): Decimal {
  if (value.kind !== 'finite' || value.exponent >= -place) return value;
  const divisor = 10n ** BigInt(-place - value.exponent);
  return finite(divideRounded(value.coefficient, divisor, rounding), -place);
}

/** An integer division, rounded as asked. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  if (rounding === 'even') return divideToEven(dividend, divisor);
  const quotient = dividend / divisor;
  if (rounding === 'trunc' || dividend % divisor === 0n) return quotient;
  if (rounding === 'floor') return dividend < 0n ? quotient - 1n : quotient;
  return dividend > 0n ? quotient + 1n : quotient;
}

/** The integer part, or undefined where there is none. */
export function integerOfDecimal(value: Decimal, rounding: Rounding = 'trunc'): bigint | undefined {
  const whole = roundDecimal(value, 0, rounding);
  return whole.kind === 'finite' ? whole.coefficient * 10n ** BigInt(whole.exponent) : undefined;
}

/** The square root of a decimal that is not negative. */
export function sqrtOfDecimal(value: Decimal): Decimal {
  if (value.kind !== 'finite') return value.kind === 'infinite' && value.sign < 0 ? NAN : value;
  const digits = 2 * PRECISION + 2;
  const scale = Math.max(0, digits - digitsOf(value.coefficient));
  const even = scale + ((value.exponent - scale) % 2 === 0 ? 0 : 1);
  const root = integerRoot(value.coefficient * 10n ** BigInt(even));
  return reduced(toPrecision(finite(root, (value.exponent - even) / 2)), Math.ceil(value.exponent / 2));
}

function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 10n ** BigInt(Math.ceil(digitsOf(value) / 2));
  for (let next = (root + value / root) / 2n; next < root; next = (root + value / root) / 2n) root = next;
  return root;
}
