/** Values that a schema of openapi.json does not allow, for fast-check to choose from. */
import fc from 'fast-check';
import type { Json } from './openapi';

export type Place = 'json' | 'text';

/** Undefined where every value is allowed: a text in a query always is one. */
export function invalidFor(schema: Json, place: Place): fc.Arbitrary<unknown> | undefined {
  const choices = [...ofWrongType(schema, place), ...beyondBounds(schema), ...badItems(schema, place)];
  return choices.length === 0 ? undefined : fc.oneof(...choices);
}

const typesOf = ({ type }: Json): readonly unknown[] => (Array.isArray(type) ? type : [type]);

function ofWrongType(schema: Json, place: Place): fc.Arbitrary<unknown>[] {
  if (schema['enum']) return [fc.string().map((text) => `no such value ${text}`)];
  const types = typesOf(schema);
  if (place === 'text') return types.some((type) => type === 'string' || type === 'array') ? [] : [NO_NUMBER];
  if (schema['anyOf'] || types.includes(undefined)) return [];
  const wrong: [unknown, fc.Arbitrary<unknown>][] = [
    ['string', fc.constantFrom<unknown>('text', '')],
    ['number', fc.constantFrom<unknown>(0.5, -1.5, 1e300)],
    ['boolean', fc.boolean()],
    ['array', fc.constantFrom<unknown>([], [1], [[]])],
    ['object', fc.constantFrom<unknown>({}, { a: 1 })],
  ];
  return wrong.flatMap(([type, values]) => (types.includes(type) ? [] : [values]));
}

const NO_NUMBER = fc.constantFrom('x', '1x', '--1', 'NaN', '0x10', '1e', 'truth', '[]');

function beyondBounds(schema: Json): fc.Arbitrary<unknown>[] {
  const { maxLength, minLength, maximum, minimum, maxItems, minItems, format } = schema;
  return [
    ...(typeof maxLength === 'number' && maxLength < MOST_LETTERS
      ? [fc.integer({ min: 1, max: 50 }).map((more) => 'x'.repeat(maxLength + more))]
      : []),
    ...(typeof minLength === 'number' && minLength > 0 ? [fc.constantFrom('   ')] : []),
    ...(typeof maximum === 'number' ? [fc.integer({ min: 1, max: 1000 }).map((more) => maximum + more)] : []),
    ...(typeof minimum === 'number' ? [fc.integer({ min: 1, max: 1000 }).map((less) => minimum - less)] : []),
    ...(typeof maxItems === 'number' ? [fc.constant(Array.from({ length: maxItems + 1 }, () => 'x'))] : []),
    ...(typeof minItems === 'number' && minItems > 0 ? [fc.constant([])] : []),
    ...(format === 'date-time' || format === 'email'
      ? [fc.constantFrom('yesterday', '2025-13-45', '@')]
      : []),
  ];
}

const MOST_LETTERS = 20_000;

function badItems({ type, items }: Json, place: Place): fc.Arbitrary<unknown>[] {
  const inner = type === 'array' && place === 'json' ? invalidFor((items ?? {}) as Json, place) : undefined;
  return inner ? [inner.map((item) => [item])] : [];
}
