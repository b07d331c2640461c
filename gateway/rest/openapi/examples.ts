/** Examples for schemas: believable where a member's name is known, else the least that fits. */
import type { Components } from './components';
import type { JsonSchema } from './json-schema';
import { camelCase } from '../names';

/** Values by the name of the member in camelCase; schema/rest/examples.json. */
export type KnownValues = Readonly<Record<string, unknown>>;

const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2025-10-13T14:30:00Z',
  date: '2025-10-13',
  email: 'ada@example.com',
  uri: 'https://example.com/',
  binary: '',
};

export function exampleOf(given: JsonSchema, known: KnownValues, components: Components, name = ''): unknown {
  const schema = components.resolved(given);
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  // Beside members, it says only which of them there must be.
  if (schema.anyOf && !schema.properties) return exampleOf(schema.anyOf[0] ?? {}, known, components, name);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, known, components))) as unknown;
  }
  const type = typeOf(schema);
  if (schema.enum) return schema.enum[0];
  const value = known[camelCase(name)];
  if (value !== undefined && fits(value, type)) return value;
  return BY_TYPE[type]?.(schema, known, components, name) ?? null;
}

const typeOf = ({ type }: JsonSchema): string => (typeof type === 'string' ? type : (type?.[0] ?? 'any'));

type Example = (schema: JsonSchema, known: KnownValues, components: Components, name: string) => unknown;

const BY_TYPE: Readonly<Record<string, Example>> = {
  object: ({ properties = {} }, known, components) =>
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, exampleOf(schema, known, components, name)]),
    ),
  array: ({ items = {} }, known, components, name) => [exampleOf(items, known, components, singular(name))],
  string: textOf,
  integer: ({ minimum = 1 }) => minimum,
  number: ({ minimum = 1 }) => minimum,
  boolean: () => true,
};

function textOf(
  { format, pattern }: JsonSchema,
  _known: KnownValues,
  _components: Components,
  name: string,
): string {
  if (format !== undefined) return BY_FORMAT[format] ?? '';
  if (pattern === '^\\d{4}-\\d{2}$') return '2025-10';
  if (/id$/i.test(name)) return '0199e5a2-7c1b-7d3e-9f40-1b2c3d4e5f60';
  return 'text';
}

const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/s$/, '');

function fits(value: unknown, type: string): boolean {
  if (type === 'any') return true;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  return typeof value === type;
}
