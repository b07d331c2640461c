import { location } from '../../errors';

/** A time zone: how many milliseconds its clocks are ahead of UTC at an instant. */
export type Zone = (instant: number) => number;

const UTC: Zone = () => 0;

const zones = new Map<string, Zone>([
  ['UTC', UTC],
  ['GMT', UTC],
  ['Z', UTC],
]);

/** The zone of an Olson name or an offset such as `+05:30`. Throws where there is none of that name. */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = fixedZone(name) ?? olsonZone(name);
  zones.set(name, zone);
  return zone;
}

function fixedZone(name: string): Zone | undefined {
  const match = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(name);
  if (match === null) return undefined;
  const [, sign, hours = '0', minutes = '0'] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return () => offset;
}

function olsonZone(name: string): Zone {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    throw location(40485, `unrecognized time zone identifier: "${name}"`);
  }
  return (instant) => {
    const shown =
      format.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(shown);
    if (match === null) return 0;
    const [, sign, hours, minutes, seconds = '0'] = match;
    const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -offset : offset;
  };
}

/** The clock of a zone at an instant, as the milliseconds that UTC's clock would show the same at. */
export function localTime(instant: number, zone: Zone): number {
  return instant + zone(instant);
}

/** The instant at which a zone's clock shows a time; where it never does, the clock before the change is taken on. */
export function instantOf(local: number, zone: Zone): number {
  const first = local - zone(local);
  const second = local - zone(first);
  return second === first || zone(second) === zone(first)
    ? second
    : local - Math.min(zone(first), zone(second));
}

/** Milliseconds of UTC's clock for a year, month (from 1) and so on, any of which may be out of its range. */
export function clockTime(
  year: number,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  return date.getTime();
}
