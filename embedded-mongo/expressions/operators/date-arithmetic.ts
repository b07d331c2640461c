import { Long } from 'bson';
import { location } from '../../errors';
import { doubleOf } from '../../values/arithmetic';
import { isNumeric } from '../../values/types';
import { typeName } from '../../values/type-names';
import { addUnits, truncateDate, unitOf, unitsBetween, weekdayOf } from '../dates/units';
import { isNullish, overNamed } from '../operator';
import type { Operators } from '../operator';
import { dateOf, zoneOf } from './dates';

const CODES = { notObject: 5166400, unknown: 5166401, missing: 5166402 };

/** A date argument of these operators, which have an error of their own for what is none. */
function datePart(name: string, value: unknown, code: number): Date {
  try {
    return dateOf(value);
  } catch {
    throw location(code, `${name} requires startDate to be convertible to a date`);
  }
}

function moving(name: string, sign: 1 | -1): Operators {
  return {
    [name]: overNamed(name, ['startDate', 'unit', 'amount'], ['timezone'], CODES, (args) => {
      const { startDate, unit, amount } = args;
      const zone = zoneOf(args['timezone'], 'timezone' in args);
      if (isNullish(startDate) || isNullish(unit) || isNullish(amount) || zone === null) return null;
      const date = datePart(name, startDate, 5166403);
      const known = unitOf(name, unit);
      if (!isNumeric(amount) || !Number.isInteger(doubleOf(amount)))
        throw location(5166405, `${name} expects integer amount of time units`);
      return addUnits(date, known, sign * doubleOf(amount), zone);
    }),
  };
}

const DIFF_CODES = { notObject: 5166301, unknown: 5166302, missing: 5166303 };
const TRUNC_CODES = { notObject: 5439007, unknown: 5439008, missing: 5439009 };

function binSizeOf(value: unknown): number {
  if (value === undefined) return 1;
  if (!isNumeric(value) || !Number.isInteger(doubleOf(value)))
    throw location(
      5439017,
      `$dateTrunc requires 'binSize' to be a 64-bit integer, but got value of type ${typeName(value)}`,
    );
  if (doubleOf(value) <= 0)
    throw location(
      5439018,
      `$dateTrunc requires 'binSize' to be greater than 0, but got value ${doubleOf(value)}`,
    );
  return doubleOf(value);
}

/** Operators that move, compare and cut dates by units of time. */
export const DATE_ARITHMETIC_OPERATORS: Operators = {
  ...moving('$dateAdd', 1),
  ...moving('$dateSubtract', -1),
  $dateDiff: overNamed(
    '$dateDiff',
    ['startDate', 'endDate', 'unit'],
    ['timezone', 'startOfWeek'],
    DIFF_CODES,
    (args) => {
      const { startDate, endDate, unit } = args;
      const zone = zoneOf(args['timezone'], 'timezone' in args);
      if (isNullish(startDate) || isNullish(endDate) || isNullish(unit) || zone === null) return null;
      const known = unitOf('$dateDiff', unit);
      const weekday = known === 'week' ? weekdayOf('$dateDiff', args['startOfWeek']) : 0;
      const [start, end] = [
        datePart('$dateDiff', startDate, 5166307),
        datePart('$dateDiff', endDate, 5166307),
      ];
      return Long.fromNumber(unitsBetween(start, end, known, zone, weekday));
    },
  ),
  $dateTrunc: overNamed(
    '$dateTrunc',
    ['date', 'unit'],
    ['binSize', 'timezone', 'startOfWeek'],
    TRUNC_CODES,
    (args) => {
      const { date, unit } = args;
      const zone = zoneOf(args['timezone'], 'timezone' in args);
      if (isNullish(date) || isNullish(unit) || args['binSize'] === null || zone === null) return null;
      const known = unitOf('$dateTrunc', unit);
      const weekday = known === 'week' ? weekdayOf('$dateTrunc', args['startOfWeek']) : 0;
      return truncateDate(
        datePart('$dateTrunc', date, 5439012),
        known,
        binSizeOf(args['binSize']),
        zone,
        weekday,
      );
    },
  ),
};
