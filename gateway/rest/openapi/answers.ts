/** The successful answers of an endpoint: statuses, headers, and what surrounds the data. */
import { getNullableType, isCompositeType } from 'graphql';
import { fieldsAlong, parseResultPath, responseKey } from '../answer/picks';
import { fieldPlaces } from '../answer/places';
import { isStream } from '../documents/load';
import type { EnvelopeKind, PageFact, PagedDirective } from '../documents/directives';
import { spelledNames } from '../names';
import { describeEvents } from './events';
import { joined, type JsonSchema, objectSchema, type Properties, type Property } from './json-schema';
import { type OutputContext, OutputSchemas, type Selected } from './outputs';

export interface AnswerDescription {
  readonly statuses: readonly number[];
  readonly headers: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  /** Undefined for an answer without a body. */
  readonly content:
    { readonly mediaType: string; readonly schema: JsonSchema; readonly example?: string } | undefined;
  /** Whether a caller who has the answer already is told so. */
  readonly mayBeUnchanged: boolean;
}

const JSON_TYPE = 'application/json';

export function describeAnswer(context: OutputContext): AnswerDescription {
  const { endpoint } = context;
  const { rest, service } = endpoint;
  const kind = service.envelope;
  const headers = headersOf(context);
  const statuses = [...new Set([rest.status, ...statusesOf(context)])].sort((a, b) => a - b);
  const base = { statuses, headers, mayBeUnchanged: rest.method === 'GET' && 'etag' in headers };
  if (statuses.every((status) => status === 204)) return { ...base, content: undefined };
  if (isStream(endpoint)) return { ...base, content: describeEvents(context) };
  if (kind === 'FILE') {
    const schema = { type: 'string', format: 'binary' };
    return { ...base, content: { mediaType: 'application/octet-stream', schema } };
  }
  const data = dataOf(context);
  return { ...base, content: { mediaType: JSON_TYPE, schema: enveloped(kind, data, besideOf(context)) } };
}

function statusesOf({ endpoint, schema, directives }: OutputContext): readonly number[] {
  return fieldPlaces(endpoint, schema).flatMap(({ field }) =>
    (directives.first(field, 'status')?.values.when ?? []).map(({ status }) => status),
  );
}

function headersOf({ endpoint, schema, directives }: OutputContext): AnswerDescription['headers'] {
  const named = fieldPlaces(endpoint, schema).flatMap(
    ({ field }) => directives.first(field, 'toHeader')?.values.name ?? [],
  );
  return Object.fromEntries(named.map((name) => [name.toLowerCase(), { schema: { type: 'string' } }]));
}

/** The data: what is picked, one of several picks, or the whole result. */
function dataOf(context: OutputContext): JsonSchema | undefined {
  const { endpoint, directives, spelling } = context;
  const { rest, operation, paged } = endpoint;
  const constants = directives
    .all(operation, 'constant')
    .filter(({ values }) => !values.beside)
    .map(({ values }): Properties => ({
      [values.name]: { schema: { const: values.value }, isRequired: true },
    }));
  const inside = [...constants, ...(paged?.within ? [pageMembers(paged, spelling)] : [])];
  const schemas = rest.pick ? rest.pick.map((path) => pickedSchema(path, context)) : [wholeResult(context)];
  const known = schemas.flatMap((schema) => schema ?? []);
  const [first] = known;
  const picked = known.length > 1 ? { anyOf: known } : first;
  if (inside.length === 0) return picked;
  return joined(picked, Object.assign({}, ...inside) as Properties);
}

function wholeResult(context: OutputContext): JsonSchema {
  const { endpoint, schema } = context;
  const root = schema.getRootType(endpoint.operation.operation);
  return root ? objectSchema(new OutputSchemas(context).properties(endpoint.operation, root)) : {};
}

/** What lies at a path. It is null only where a root field may be null that nothing refuses. */
function pickedSchema(path: string, context: OutputContext): JsonSchema | undefined {
  const { endpoint, schema, directives } = context;
  const along = fieldsAlong(endpoint.document, parseResultPath(path));
  const last = along?.at(-1);
  const place = fieldPlaces(endpoint, schema).find(({ field }) => field === last);
  if (!last || !place?.type) return undefined;
  const selected: Selected = { field: last, type: place.type, description: undefined, isConditional: false };
  const outputs = new OutputSchemas(context);
  // A null there is an error, or another pick goes first.
  const isPresent = directives.has(last, 'orElse') || (endpoint.rest.pick?.length ?? 0) > 1;
  return isPresent ? outputs.present(selected) : outputs.value(selected);
}

function besideOf(context: OutputContext): Properties {
  const { endpoint, schema, directives, spelling } = context;
  const outputs = new OutputSchemas(context);
  const beside: Record<string, Property> = {};
  for (const { field, type } of fieldPlaces(endpoint, schema)) {
    const values = directives.first(field, 'beside')?.values;
    if (!values || !type) continue;
    const named = getNullableType(type);
    if (values.spread && isCompositeType(named)) Object.assign(beside, outputs.properties(field, named));
    else {
      const value = outputs.value({ field, type, description: undefined, isConditional: false });
      for (const name of spelledNames(responseKey(field), spelling)) {
        beside[name] = { schema: value, isRequired: false };
      }
    }
  }
  for (const { values } of directives.all(endpoint.operation, 'constant')) {
    if (values.beside) beside[values.name] = { schema: { const: values.value }, isRequired: true };
  }
  const { paged } = endpoint;
  return { ...beside, ...(paged && !paged.within ? pageMembers(paged, spelling) : {}) };
}

const PAGE_SCHEMAS: Readonly<Record<PageFact, JsonSchema>> = {
  PAGE: { type: 'integer', minimum: 1 },
  SIZE: { type: 'integer' },
  TOTAL: { type: 'integer' },
  TOTAL_PAGES: { type: 'integer' },
  HAS_NEXT: { type: 'boolean' },
  HAS_PREVIOUS: { type: 'boolean' },
};

function pageMembers(
  { members, always, told }: PagedDirective,
  spelling: OutputContext['spelling'],
): Properties {
  const facts = members.flatMap(({ of, as }) =>
    spelledNames(as, spelling).map((name): [string, Property] => [
      name,
      { schema: PAGE_SCHEMAS[of], isRequired: true },
    ]),
  );
  return { pagination: { schema: objectSchema(Object.fromEntries(facts)), isRequired: always || told } };
}

const TRUE: Property = { schema: { const: true }, isRequired: true };

function enveloped(
  kind: Exclude<EnvelopeKind, 'FILE'>,
  data: JsonSchema | undefined,
  beside: Properties,
): JsonSchema {
  const shown: Property = { schema: data ?? {}, isRequired: true };
  switch (kind) {
    case 'SUCCESS':
      return objectSchema({ success: TRUE, ...beside });
    case 'DATA':
      return objectSchema({ success: TRUE, data: shown, ...beside });
    case 'DATA_ERROR':
      return objectSchema({
        success: TRUE,
        data: shown,
        error: { schema: { type: 'null' }, isRequired: true },
        ...beside,
      });
    case 'STATUS':
      return objectSchema({ status: { schema: { const: 'ok' }, isRequired: true }, data: shown, ...beside });
    case 'NONE':
      return bare(data ?? {}, beside);
  }
}

/** As the envelope does it: a list stands beside its page as `data`, members of an object are joined. */
function bare(data: JsonSchema, beside: Properties): JsonSchema {
  if (Object.keys(beside).length === 0) return data;
  if (data.type === 'array') return objectSchema({ data: { schema: data, isRequired: true }, ...beside });
  return joined(data, beside);
}
