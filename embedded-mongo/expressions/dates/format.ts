import { location } from '../../errors';
import { partsOf } from './calendar';
import { localTime } from './zone';
import type { Zone } from './zone';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** An offset in minutes as `+hhmm`. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${padded(size % 60, 2)}`;
}

/** Throws where a format has a specifier that does not exist. */
export function checkFormat(format: string): void {
  for (const [, specifier] of format.matchAll(/%(.?)/gs)) {
    if (specifier === '') throw location(18535, "Unmatched '%' at end of format string");
    if (!'dGHjLmMSuUVYzZwbB%'.includes(specifier ?? ''))
      throw location(18536, `Invalid format character '%${String(specifier)}' in format string`);
  }
}

/** A date as text in the specifiers of `$dateToString`. */
export function formatDate(date: Date, format: string, zone: Zone): string {
  const parts = partsOf(localTime(date.getTime(), zone));
  const offset = zone(date.getTime()) / 60_000;
  const specifiers: Readonly<Record<string, () => string>> = {
    d: () => padded(parts.day, 2),
    G: () => padded(parts.isoWeekYear, 4),
    H: () => padded(parts.hour, 2),
    j: () => padded(parts.dayOfYear, 3),
    L: () => padded(parts.millisecond, 3),
    m: () => padded(parts.month, 2),
    M: () => padded(parts.minute, 2),
    S: () => padded(parts.second, 2),
    u: () => String(parts.isoDayOfWeek),
    U: () => padded(parts.week, 2),
    V: () => padded(parts.isoWeek, 2),
    Y: () => padded(parts.year, 4),
    w: () => String(parts.dayOfWeek),
    b: () => (MONTHS[parts.month - 1] as string).slice(0, 3),
    B: () => MONTHS[parts.month - 1] as string,
    z: () => offsetText(offset),
    Z: () => `${offset < 0 ? '-' : '+'}${padded(Math.abs(offset), 3)}`,
    '%': () => '%',
  };
  return format.replace(/%(.)/gs, (_token, specifier: string) => specifiers[specifier]?.() ?? '');
}
