/** What callers are told and what they get are one: every answer in these tests is held against openapi.json. */
import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { projectFile } from '../../../common/project';
import type { Answer } from './call';
import { locate } from './data';

type Json = Readonly<Record<string, unknown>>;

const document = JSON.parse(readFileSync(projectFile('schema', 'openapi.json'), 'utf8')) as Json;

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema(document, 'openapi');
const validators = new Map<string, ValidateFunction>();

/** Throws when the document does not know the status, or when the body is not as it says. */
export function expectDescribed(endpointId: string, { status, body }: Answer): void {
  const pointer = responseOf(endpointId, status);
  if (pointer === undefined) throw new Error(`openapi.json knows no ${status} of ${endpointId}`);
  if (at(pointer) === undefined) return; // an answer without a body
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `openapi#${pointer}` });
  validators.set(pointer, validate);
  if (validate(body)) return;
  const faults = ajv.errorsText(validate.errors, { dataVar: 'body', separator: '\n' });
  throw new Error(`${status} of ${endpointId} is not as openapi.json says:\n${faults}`);
}

/** Where the schema of a body stands; undefined when the document does not know the status. */
function responseOf(endpointId: string, status: number): string | undefined {
  const { endpoint, service } = locate(endpointId);
  const template = templateOf(`${endpoint.base ?? service.basePath}${endpoint.path}`);
  if (template === undefined) throw new Error(`openapi.json has no path of ${endpointId}`);
  const place = ['paths', template, endpoint.method.toLowerCase(), 'responses', String(status)];
  const response = at(pointerOf(place)) as Json | undefined;
  if (!response) return undefined;
  const reference = response['$ref'];
  const own = typeof reference === 'string' ? reference.slice(1) : pointerOf(place);
  return `${own}${pointerOf(['content', 'application/json', 'schema'])}`;
}

const nameless = (template: string): string => template.replaceAll(/\{\w+\}/g, '{}');

const templates = new Map(
  Object.keys(document['paths'] as Json).map((template) => [nameless(template), template]),
);

const templateOf = (path: string): string | undefined => templates.get(nameless(path));

const pointerOf = (names: readonly string[]): string =>
  names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function at(pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce<unknown>(
    (inner, name) => (inner as Json | undefined)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  );
}
