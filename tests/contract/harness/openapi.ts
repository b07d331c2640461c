/** The OpenAPI document of the project, and where an endpoint of the contract stands in it. */
import { readFileSync } from 'node:fs';
import { projectFile } from '../../../common/project';
import { locate } from './data';

export type Json = Readonly<Record<string, unknown>>;

export const openApi = JSON.parse(readFileSync(projectFile('schema', 'openapi.json'), 'utf8')) as Json;

const nameless = (template: string): string => template.replaceAll(/\{\w+\}/g, '{}');

const templates = new Map(
  Object.keys(openApi['paths'] as Json).map((template) => [nameless(template), template]),
);

/** The names on the way to an endpoint. Throws for one that the document does not have. */
export function placeOf(endpointId: string): readonly string[] {
  const { endpoint, service } = locate(endpointId);
  const template = templates.get(nameless(`${endpoint.base ?? service.basePath}${endpoint.path}`));
  if (template === undefined) throw new Error(`openapi.json has no path of ${endpointId}`);
  return ['paths', template, endpoint.method.toLowerCase()];
}

/** What lies at a place; undefined where it ends early. */
export const at = (names: readonly string[], start: unknown = openApi): unknown =>
  names.reduce<unknown>((inner, name) => (inner as Json | undefined)?.[name], start);

/** The same place as a JSON pointer. */
export const pointerOf = (names: readonly string[]): string =>
  names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
