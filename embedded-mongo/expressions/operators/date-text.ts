import { MongoError, location } from '../../errors';
import { typeName } from '../../values/type-names';
import { checkFormat, formatDate } from '../dates/format';
import { parseDateText, parseFormattedDate } from '../dates/parse';
import type { Zone } from '../dates/zone';
import { compiledArguments, isNullish, namedArguments } from '../operator';
import type { Operator, Operators } from '../operator';
import { dateOf, zoneOf } from './dates';
import { show } from '../../values/show';

const dateToString: Operator = (operand, compile) => {
  const args = namedArguments('$dateToString', operand, ['date'], ['format', 'timezone', 'onNull'], {
    notObject: 18629,
    unknown: 18534,
    missing: 18628,
  });
  if (typeof args['format'] === 'string' && !args['format'].startsWith('$')) checkFormat(args['format']);
  const { date, format, timezone, onNull } = compiledArguments(args, compile);
  return (scope) => {
    const value = date?.(scope);
    if (isNullish(value)) return onNull === undefined ? null : onNull(scope);
    const zone = zoneOf(timezone?.(scope), timezone !== undefined);
    if (zone === null) return null;
    const instant = dateOf(value);
    const pattern = format === undefined ? defaultFormat(zone(instant.getTime()) === 0) : format(scope);
    if (isNullish(pattern)) return null;
    if (typeof pattern !== 'string')
      throw location(
        18533,
        `$dateToString requires that 'format' be a string, found: ${typeName(pattern)} with value ${show(pattern)}`,
      );
    checkFormat(pattern);
    return formatDate(instant, pattern, zone);
  };
};

function defaultFormat(utc: boolean): string {
  return utc ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L';
}

function dateFrom(text: unknown, format: unknown, zone: Zone | undefined): Date {
  if (typeof text !== 'string')
    throw new MongoError(
      'ConversionFailure',
      `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)} with value ${show(text)}`,
    );
  if (format === undefined) return parseDateText(text, zone);
  if (typeof format !== 'string')
    throw location(40684, `$dateFromString requires that 'format' be a string, found: ${typeName(format)}`);
  return parseFormattedDate(text, format, zone);
}

const dateFromString: Operator = (operand, compile) => {
  const args = namedArguments(
    '$dateFromString',
    operand,
    ['dateString'],
    ['format', 'timezone', 'onError', 'onNull'],
    {
      notObject: 40540,
      unknown: 40541,
      missing: 40542,
    },
  );
  const { dateString, format, timezone, onError, onNull } = compiledArguments(args, compile);
  return (scope) => {
    const text = dateString?.(scope);
    if (isNullish(text)) return onNull === undefined ? null : onNull(scope);
    const zone = zoneOf(timezone?.(scope), timezone !== undefined);
    const pattern = format?.(scope);
    if (zone === null || (format !== undefined && isNullish(pattern))) return null;
    try {
      return dateFrom(text, pattern, timezone === undefined ? undefined : zone);
    } catch (error) {
      if (onError !== undefined && error instanceof MongoError && error.codeName === 'ConversionFailure')
        return onError(scope);
      throw error;
    }
  };
};

/** Dates to text and back. */
export const DATE_TEXT_OPERATORS: Operators = {
  $dateToString: dateToString,
  $dateFromString: dateFromString,
};
