/**
 * Forms of values that the documents know and the graph does not (enum Form of the vocabulary). Sources: traction.yaml
 * (dates; formulas, milestone.confidenceLevel), workstream.yaml (flag), common.yaml (formats: money, date), measures.yaml
 * (open, "GUID or not").
 */
import { WRITTEN_UUID } from '../../common/ids';
import type { FormName } from './documents/directives';
import { writeMoment } from './moments';
import { numberFrom, type Origin } from './request/origin';

export interface ValueForm {
  /** The scalars of the graph whose values can have this form. */
  readonly types: readonly string[];
  /** Completes the name of a member whose value does not have it. */
  readonly complaint: string;
  /** A request's value as the graph takes it; undefined where it does not have the form. */
  read(raw: unknown, origin: Origin): unknown;
  /** The graph's value as answers show it. Null, and what the graph should not have brought, stay. */
  write(value: unknown): unknown;
}

const HUNDRED = 100;
const LEVELS = 5;
const PERCENT_PER_LEVEL = HUNDRED / LEVELS;

const DAY = /^\d{4}-\d\d-\d\d$/;
const MONTH = /^\d{4}-\d\d$/;
const DAY_LENGTH = '2025-10-13'.length;
const MONTH_LENGTH = '2025-10'.length;

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [1, true],
  [0, false],
  [true, true],
  [false, false],
]);
const FLAG_TEXTS: ReadonlyMap<unknown, boolean> = new Map(
  [...FLAGS].map(([raw, flag]) => [String(raw), flag]),
);

const readFlag = (raw: unknown, origin: Origin): unknown => (origin === 'text' ? FLAG_TEXTS : FLAGS).get(raw);

function readCents(raw: unknown, origin: Origin): number | undefined {
  const cents = numberFrom(origin, raw);
  return Number.isSafeInteger(cents) ? Number(cents) / HUNDRED : undefined;
}

/** Below 1 a fraction, up to 5 a level, above it a percentage. */
function readLevel(raw: unknown, origin: Origin): number | undefined {
  const number = numberFrom(origin, raw);
  if (number === undefined || number > LEVELS) return number;
  return Math.round(number * (number < 1 ? HUNDRED : PERCENT_PER_LEVEL));
}

function readDay(raw: unknown): unknown {
  if (matches(DAY, raw)) return `${raw}T00:00:00Z`;
  const day = dayOf(raw);
  return day === raw ? undefined : readDay(day);
}

const whole = (time: string) => (raw: unknown) => (matches(DAY, raw) ? `${raw}${time}` : raw);

const matches = (form: RegExp, raw: unknown): raw is string => typeof raw === 'string' && form.test(raw);

/** The day in UTC on which a moment lies; whatever is no moment stays. */
function dayOf(value: unknown): unknown {
  const isMoment = value instanceof Date || (typeof value === 'string' && value.length > DAY_LENGTH);
  const time = isMoment ? new Date(value).getTime() : NaN;
  return Number.isNaN(time) ? value : new Date(time).toISOString().slice(0, DAY_LENGTH);
}

const onNumbers = (write: (value: number) => number) => (value: unknown) =>
  typeof value === 'number' ? write(value) : value;

export const FORMS: Readonly<Record<FormName, ValueForm>> = {
  FLAG: {
    types: ['Boolean'],
    complaint: 'must be 1 or 0',
    read: readFlag,
    write: (value) => (typeof value === 'boolean' ? Number(value) : value),
  },
  CENTS: {
    types: ['Float'],
    complaint: 'must be a whole number of cents',
    read: readCents,
    write: onNumbers((amount) => Math.round(amount * HUNDRED)),
  },
  LEVEL: {
    types: ['Int', 'Float'],
    complaint: 'must be a level from 1 to 5, a fraction or a percentage',
    read: readLevel,
    write: onNumbers((percentage) =>
      Math.min(Math.max(Math.round(percentage / PERCENT_PER_LEVEL), 1), LEVELS),
    ),
  },
  DATE: {
    types: ['DateTime'],
    complaint: 'must be a day such as 2025-10-13',
    read: readDay,
    write: dayOf,
  },
  MONTH: {
    types: ['DateTime'],
    complaint: 'must be a month such as 2025-10',
    read: (raw) => (matches(MONTH, raw) ? `${raw}-01T00:00:00Z` : undefined),
    write: (value) => {
      const day = dayOf(value);
      return typeof day === 'string' ? day.slice(0, MONTH_LENGTH) : day;
    },
  },
  DAY_START: {
    types: ['DateTime'],
    complaint: 'must be a day such as 2025-10-13, or a moment',
    read: whole('T00:00:00Z'),
    write: writeMoment,
  },
  DAY_END: {
    types: ['DateTime'],
    complaint: 'must be a day such as 2025-10-13, or a moment',
    read: whole('T23:59:59.999Z'),
    write: writeMoment,
  },
  UUID: {
    types: ['ID'],
    complaint: 'must be a UUID',
    read: (raw) => (matches(WRITTEN_UUID, raw) ? raw : undefined),
    write: (value) => value,
  },
};
