/** Scalars and enums of a request: strict, each with a complaint that completes the name of its member. */
import { type GraphQLEnumType, type GraphQLScalarType, isEnumType } from 'graphql';
import { NO_DECIMAL } from '../../../common/decimals';
import { scalars } from '../../../common/scalars';
import type { FormName, ValueSpelling } from '../documents/directives';
import type { EnumSpelling } from '../enums';
import { FORMS, type ValueForm } from '../forms';
import { Complaint } from './complaint';
import { numberFrom, type Origin } from './origin';

/** The value for the graph, or what is wrong with it. */
export type ReadLeaf = (raw: unknown) => unknown;

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);

const NO_INTEGER = new Complaint('must be a whole number');
const NO_NUMBER = new Complaint('must be a number');
const NO_BOOLEAN = new Complaint('must be true or false');
const NO_TEXT = new Complaint('must be a text');
const NO_ID = new Complaint('must be an id');
const EMPTY = new Complaint('must not be empty', 'MISSING');
const MALFORMED = new Complaint('does not have the expected form');
const OUT_OF_RANGE = new Complaint(`must be between ${MIN_INT} and ${MAX_INT}`, 'RANGE');

const readInt = (origin: Origin): ReadLeaf => {
  return (raw) => {
    const value = origin === 'text' ? integerOf(raw) : raw;
    if (typeof value !== 'number' || !Number.isInteger(value)) return NO_INTEGER;
    return value < MIN_INT || value > MAX_INT ? OUT_OF_RANGE : value;
  };
};

const integerOf = (raw: unknown): unknown =>
  typeof raw === 'string' && /^-?\d+$/.test(raw) ? Number(raw) : undefined;

const readFloat =
  (origin: Origin): ReadLeaf =>
  (raw) =>
    numberFrom(origin, raw) ?? NO_NUMBER;

const readBoolean = (origin: Origin): ReadLeaf => {
  const [yes, no] = origin === 'text' ? ['true', 'false'] : [true, false];
  return (raw) => (raw === yes ? true : raw === no ? false : NO_BOOLEAN);
};

const readText: ReadLeaf = (raw) => (typeof raw === 'string' ? raw : NO_TEXT);

/** By the first row of the table that has the text. */
function readByTable(table: readonly ValueSpelling[]): ReadLeaf {
  const known = [...new Set(table.map(({ as }) => as))];
  const complaint = new Complaint(`must be one of ${known.join(', ')}`);
  return (raw) =>
    table.find(({ as, accept }) => [as, ...accept].some((text) => text === raw))?.value ?? complaint;
}

const readId: ReadLeaf = (raw) => {
  if (typeof raw === 'string') return raw.trim() === '' ? EMPTY : raw;
  return Number.isSafeInteger(raw) ? String(raw) : NO_ID;
};

const STANDARD_SCALARS: Readonly<Record<string, (origin: Origin) => ReadLeaf>> = {
  Int: readInt,
  Float: readFloat,
  Boolean: readBoolean,
  String: () => readText,
  ID: () => readId,
};

const CUSTOM_COMPLAINTS: Readonly<Record<string, Complaint>> = {
  DateTime: new Complaint('must be a moment such as 2025-10-13T14:30:00Z'),
  JSONObject: new Complaint('must be an object'),
  Decimal: new Complaint(NO_DECIMAL),
};

/** The value stays as it was sent: subgraphs read their scalars themselves. */
function readCustom(type: GraphQLScalarType): ReadLeaf {
  const scalar = scalars[type.name] ?? type;
  const complaint = CUSTOM_COMPLAINTS[type.name] ?? MALFORMED;
  // The scalar takes milliseconds too, which no document of the legacy services knows.
  const mustBeText = type.name === 'DateTime';
  return (raw) => {
    if (mustBeText && typeof raw !== 'string') return complaint;
    try {
      scalar.parseValue(raw);
      return raw;
    } catch {
      return complaint;
    }
  };
}

function readEnum(spelling: EnumSpelling): ReadLeaf {
  const complaint = new Complaint(`must be one of ${spelling.documented.join(', ')}`);
  return (raw) => (typeof raw === 'string' ? spelling.read(raw) : undefined) ?? complaint;
}

/** What a form makes of a value must still be one of the graph. */
function readFormed(form: ValueForm, origin: Origin, leaf: ReadLeaf): ReadLeaf {
  const complaint = new Complaint(form.complaint);
  return (raw) => {
    const value = form.read(raw, origin);
    const read = value === undefined ? complaint : leaf(value);
    return read instanceof Complaint ? complaint : read;
  };
}

export interface LeafOptions {
  readonly origin: Origin;
  /** The form that callers write it in, where that is not the graph's. */
  readonly form?: FormName | undefined;
  /** How callers spell the texts that it may be. */
  readonly table?: readonly ValueSpelling[] | undefined;
  readonly spellingOf: (type: GraphQLEnumType) => EnumSpelling;
}

export function leafReader(
  type: GraphQLScalarType | GraphQLEnumType,
  { origin, form, table, spellingOf }: LeafOptions,
): ReadLeaf {
  if (isEnumType(type)) return readEnum(spellingOf(type));
  if (table) return readByTable(table);
  if (form) return readFormed(FORMS[form], origin, leafReader(type, { origin: 'json', spellingOf }));
  return STANDARD_SCALARS[type.name]?.(origin) ?? readCustom(type);
}
