/**
 * Checks a JSON value against the contract's shape language: `id`, `string`, `int`, `float`, `number`, `bool`, `date`, `datetime`, `json`,
 * `T?` (may be null), `[T]`, enums, `a|b`, shapes by name, and maps of these. Every member must be there, in every
 * spelling that the service sends, and nothing else.
 */
import { isDeepStrictEqual } from 'node:util';
import { isMap, type JsonMap, type ShapeType, type SpellingRule } from './data';
import { camel, snake } from './names';

export interface ShapeBook {
  readonly shapes: Readonly<Record<string, ShapeType>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly spelling: SpellingRule;
  /** Shape → member → its other names; read where `spelling` is `twins`. */
  readonly twins: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Shape → members that may stand beside the documented ones. */
  readonly additive: Readonly<Record<string, ShapeType>>;
}

const SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const LITERAL_UNION = /^\w+(\|\w+)+$/;

type Test = (value: unknown) => boolean;

const PRIMITIVES: Readonly<Record<string, Test>> = {
  id: (value) => typeof value === 'string' && value !== '',
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  float: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => value === 0 || value === 1,
  int: (value) => Number.isInteger(value),
  bool: (value) => typeof value === 'boolean',
  datetime: (value) => typeof value === 'string' && SECONDS.test(value) && !Number.isNaN(Date.parse(value)),
  date: (value) => typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)),
  json: isMap,
  map: isMap,
};

/** Every fault, each with the place where it is; empty when the value has the shape. */
export function faultsOf(
  book: ShapeBook,
  type: ShapeType,
  value: unknown,
  place = 'body',
): readonly string[] {
  if (typeof type === 'boolean' || typeof type === 'number' || type === null) {
    return value === type ? [] : [`${place}: ${show(value)} is not ${type}`];
  }
  if (Array.isArray(type)) return listFaults(book, type[0] ?? null, value, place);
  if (isMap(type)) return mapFaults(book, { members: type, twins: {}, additive: {} }, value, place);
  if (type.endsWith('?')) return value === null ? [] : faultsOf(book, type.slice(0, -1), value, place);
  const item = /^\[(.*)\]$/.exec(type)?.[1];
  if (item !== undefined) return listFaults(book, item, value, place);
  return namedFaults(book, type, value, place);
}

function namedFaults(book: ShapeBook, name: string, value: unknown, place: string): readonly string[] {
  const primitive = PRIMITIVES[name];
  if (primitive) return primitive(value) ? [] : [`${place}: ${show(value)} is not ${name}`];
  const values = LITERAL_UNION.test(name) ? name.split('|') : book.enums[name];
  if (values)
    return values.includes(String(value)) && typeof value === 'string' ? [] : [notOf(place, value, name)];
  const shape = book.shapes[name];
  if (!isMap(shape)) throw new Error(`the contract has no type "${name}"`);
  const additive = book.additive[name];
  const twins = book.twins[name] ?? {};
  return mapFaults(book, { members: shape, twins, additive: isMap(additive) ? additive : {} }, value, place);
}

const notOf = (place: string, value: unknown, name: string): string =>
  `${place}: ${show(value)} is no ${name}`;

function listFaults(book: ShapeBook, item: ShapeType, value: unknown, place: string): readonly string[] {
  if (!Array.isArray(value)) return [`${place}: ${show(value)} is no list`];
  return value.flatMap((one: unknown, index) => faultsOf(book, item, one, `${place}[${index}]`));
}

interface MapShape {
  readonly members: JsonMap;
  readonly twins: Readonly<Record<string, readonly string[]>>;
  readonly additive: JsonMap;
}

function mapFaults(book: ShapeBook, shape: MapShape, value: unknown, place: string): readonly string[] {
  if (!isMap(value)) return [`${place}: ${show(value)} is no object`];
  const required = Object.entries(shape.members).map(([name, type]) => ({
    type,
    names: spellings(book, name, shape.twins),
  }));
  const optional = Object.entries(shape.additive).flatMap(([name, type]) => {
    const names = spellings(book, name, shape.twins);
    return names.some((spelled) => spelled in value) ? [{ type, names }] : [];
  });
  const members = [...required, ...optional];
  const known = new Set(members.flatMap(({ names }) => names));
  return [
    ...members.flatMap(({ names, type }) => memberFaults(book, names, type, value, place)),
    ...Object.keys(value).flatMap((name) => (known.has(name) ? [] : [`${place}.${name}: is not documented`])),
  ];
}

function spellings(book: ShapeBook, name: string, twins: MapShape['twins']): readonly string[] {
  if (book.spelling === 'both') return [...new Set([name, snake(name), camel(name)])];
  return [name, ...(book.spelling === 'twins' ? (twins[name] ?? []) : [])];
}

function memberFaults(
  book: ShapeBook,
  names: readonly string[],
  type: ShapeType,
  value: JsonMap,
  place: string,
): readonly string[] {
  const [first = '', ...others] = names;
  const missing = names.filter((name) => !(name in value)).map((name) => `${place}.${name}: is missing`);
  const unequal = others
    .filter((name) => name in value && first in value && !isDeepStrictEqual(value[name], value[first]))
    .map((name) => `${place}.${name}: differs from ${first}`);
  const own = first in value ? faultsOf(book, type, value[first], `${place}.${first}`) : [];
  return [...missing, ...unequal, ...own];
}

const show = (value: unknown): string => JSON.stringify(value);
