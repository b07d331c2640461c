import type { Decimal128, Long, ObjectId } from 'bson';
import { RANK, bsonClass, rankOf } from '../values/types';

/** A value as `$toString` writes it; undefined for a type that has no such form. */
export function textOfValue(value: unknown): string | undefined {
  switch (rankOf(value)) {
    case RANK.string:
    case RANK.boolean:
      return String(value);
    case RANK.number:
      return numberText(value);
    case RANK.objectId:
      return (value as ObjectId).toHexString();
    case RANK.date:
      return dateText(value as Date);
    default:
      return undefined;
  }
}

function numberText(value: unknown): string {
  if (bsonClass(value) === 'Long' || bsonClass(value) === 'Decimal128')
    return (value as Long | Decimal128).toString();
  const number = Number(value);
  return Object.is(number, -0) ? '-0' : String(number);
}

/** A date as ISO text, with a year of four digits where that is enough. */
export function dateText(date: Date): string {
  return date.toISOString();
}
