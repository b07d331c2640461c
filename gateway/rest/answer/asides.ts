/**
 * Fields of a result that do not stand in the data of the answer: they choose its status, go to a header, stand beside
 * the data, count the items of a list, or name an event.
 */
import type { FieldNode, GraphQLSchema } from 'graphql';
import type { HeaderDirective, StatusDirective, VocabularyDirectives } from '../documents/directives';
import type { EndpointDocument } from '../documents/load';
import { parseResultPath, responseKey, type ResultPath } from './picks';
import { fieldPlaces } from './places';

export const ASIDES = ['beside', 'status', 'toHeader', 'event'] as const;

/** One such field: where it lies in the result, and what becomes of it. */
export interface Aside {
  readonly path: ResultPath;
  readonly status?: StatusDirective;
  readonly header?: HeaderDirective;
  readonly beside?: { readonly names: readonly string[]; readonly isSpread: boolean };
  readonly isTotal?: true;
}

/** What the asides of one result say. */
export interface Said {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly beside: Readonly<Record<string, unknown>>;
  readonly total: number | undefined;
}

export const isAside = (field: FieldNode, directives: VocabularyDirectives): boolean =>
  ASIDES.some((name) => directives.has(field, name));

export function asidesOf(
  endpoint: EndpointDocument,
  schema: GraphQLSchema,
  directives: VocabularyDirectives,
  namesOf: (field: FieldNode) => readonly string[],
): readonly Aside[] {
  const marked = fieldPlaces(endpoint, schema).filter(({ field }) => isAside(field, directives));
  const asides = marked.map(({ field, above }): Aside => {
    const status = directives.first(field, 'status')?.values;
    const header = directives.first(field, 'toHeader')?.values;
    const beside = directives.first(field, 'beside')?.values;
    return {
      // Members of a hoisted object stand in the one around it.
      path: [...above.filter((upper) => !directives.has(upper, 'hoist')), field].map(responseKey),
      ...(status ? { status } : {}),
      ...(header ? { header } : {}),
      ...(beside ? { beside: { names: namesOf(field), isSpread: beside.spread } } : {}),
    };
  });
  const total = endpoint.paged?.total;
  return total === undefined ? asides : [...asides, { path: parseResultPath(total), isTotal: true }];
}

/** Reads the asides of a result, and takes them out of it. */
export function takeAsides(asides: readonly Aside[], result: unknown): Said {
  const headers: Record<string, string> = {};
  const beside: Record<string, unknown> = {};
  let status: number | undefined;
  let total: number | undefined;
  for (const aside of asides) {
    const value = take(result, aside.path);
    if (value === undefined) continue;
    status ??= aside.status?.when.find((choice) => choice.value === textOf(value))?.status;
    if (aside.header) Object.assign(headers, headerOf(aside.header, value));
    if (aside.beside) Object.assign(beside, besideOf(aside.beside, value));
    if (aside.isTotal && typeof value === 'number') total = value;
  }
  return { status, headers, beside, total };
}

/** Undefined where the path ends early. */
function take(result: unknown, path: ResultPath): unknown {
  let parent = result;
  for (const key of path.slice(0, -1)) parent = isRecord(parent) ? parent[key] : undefined;
  const key = path.at(-1) ?? '';
  if (!isRecord(parent) || !Object.hasOwn(parent, key)) return undefined;
  const value = parent[key];
  delete parent[key];
  return value;
}

const UNFIT = /[^\x20-\x7e]+/g;

function headerOf({ name, text }: HeaderDirective, value: unknown): Record<string, string> {
  if (value === null || value === false) return {};
  const shown = textOf(value).replace(UNFIT, (unfit) => encodeURIComponent(unfit));
  return { [name.toLowerCase()]: text.replace('{}', () => shown) };
}

function besideOf(
  { names, isSpread }: NonNullable<Aside['beside']>,
  value: unknown,
): Record<string, unknown> {
  if (!isSpread) return Object.fromEntries(names.map((name) => [name, value]));
  return isRecord(value) ? value : {};
}

/** A leaf as it is written. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
