/** What callers are told and what they get are one: every answer in these tests is held against openapi.json. */
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { at, type Json, openApi, placeOf, pointerOf } from './openapi';

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema(openApi, 'openapi');
const validators = new Map<string, ValidateFunction>();

/** Throws when the document does not know the status, or when the body is not as it says. */
export function expectDescribed(
  endpointId: string,
  { status, body }: { readonly status: number; readonly body: unknown },
): void {
  const place = schemaPlace(endpointId, status);
  if (place === undefined)
    throw new Error(`openapi.json knows no ${status} of ${endpointId}: ${JSON.stringify(body)}`);
  if (at(place) === undefined) return; // an answer without a body
  const pointer = pointerOf(place);
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `openapi#${pointer}` });
  validators.set(pointer, validate);
  if (validate(body)) return;
  const faults = ajv.errorsText(validate.errors, { dataVar: 'body', separator: '\n' });
  throw new Error(
    `${status} of ${endpointId} is not as openapi.json says: ${JSON.stringify(body)}\n${faults}`,
  );
}

/** Where the schema of a body stands; undefined when the document does not know the status. */
function schemaPlace(endpointId: string, status: number): readonly string[] | undefined {
  const own = [...placeOf(endpointId), 'responses', String(status)];
  const response = at(own) as Json | undefined;
  if (!response) return undefined;
  const reference = response['$ref'];
  const place = typeof reference === 'string' ? reference.split('/').slice(1) : own;
  return [...place, 'content', 'application/json', 'schema'];
}
