/** The errors that callers of an endpoint can meet, as the service writes them. */
import { type DirectiveNode, type GraphQLSchema, valueFromASTUntyped } from 'graphql';
import { type ErrorCode, ERRORS, isErrorCode } from '../../../common/errors';
import { rootFields } from '../answer/roots';
import type { ErrorForm, VocabularyDirectives } from '../documents/directives';
import type { EndpointDocument } from '../documents/load';
import type { DocumentVariable } from '../documents/variables';
import { HEADER } from '../idempotency/header';
import { refuse } from '../errors/forms';
import { refusal, type Refusal } from '../errors/refusal';
import { type JsonSchema, objectSchema, type Properties } from './json-schema';

export interface ErrorFacts {
  readonly endpoint: EndpointDocument;
  readonly variables: readonly DocumentVariable[];
  readonly supergraph: GraphQLSchema;
  readonly directives: VocabularyDirectives;
  readonly isPublic: boolean;
  /** Whether a request of it can be unacceptable. */
  readonly takesValues: boolean;
  readonly takesBody: boolean;
}

export interface ErrorDescription {
  readonly status: number;
  readonly description: string;
  readonly schema: JsonSchema;
  /** A body per code. */
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
}

/** By status, ascending. */
export function describeErrors(facts: ErrorFacts): readonly ErrorDescription[] {
  const { service, onError } = facts.endpoint;
  const byStatus = new Map<number, { readonly code: string; readonly body: unknown }[]>();
  for (const given of refusalsOf(facts)) {
    const { status, body } = refuse(service, onError, given);
    const code = codeIn(body) ?? given.code;
    const known = byStatus.get(status) ?? [];
    if (!known.some((other) => other.code === code)) known.push({ code, body });
    byStatus.set(status, known);
  }
  const errors = [...byStatus].map(([status, bodies]) => ({
    status,
    description: bodies.map(({ code, body }) => `${code}: ${textIn(body)}`).join('\n\n'),
    schema: FORMS[service.errors](
      bodies.map(({ code }) => code),
      status,
    ),
    examples: Object.fromEntries(bodies.map(({ code, body }) => [code, { value: body }])),
  }));
  return errors.sort((a, b) => a.status - b.status);
}

function refusalsOf(facts: ErrorFacts): readonly Refusal[] {
  return [
    ...(facts.isPublic ? [] : [refusal('UNAUTHORIZED'), refusal('FORBIDDEN')]),
    ...(facts.takesValues ? [refusal('VALIDATION_ERROR', { fields: FAULTS }), ...faultsOf(facts)] : []),
    ...(facts.takesBody
      ? [
          refusal('VALIDATION_ERROR', { status: 400, text: 'The request body is not valid JSON' }),
          refusal('PAYLOAD_TOO_LARGE'),
          refusal('UNSUPPORTED_MEDIA_TYPE'),
        ]
      : []),
    ...codesOf(facts).map((code) => refusal(code)),
    ...(facts.endpoint.rest.method === 'POST' ? REPEATED : []),
    refusal('INTERNAL_SERVER_ERROR'),
    refusal('SERVICE_UNAVAILABLE'),
    refusal('REQUEST_TIMEOUT'),
  ];
}

/** What a POST with a key of an earlier one can meet. */
const REPEATED: readonly Refusal[] = [
  refusal('VALIDATION_ERROR', { status: 422, text: `${HEADER} was used for another request` }),
  refusal('REQUEST_IN_PROGRESS'),
];

const FAULTS = new Map([['member', 'member is required']]);

/** What the document says of faults of single members. */
const faultsOf = ({ variables }: ErrorFacts): readonly Refusal[] =>
  variables
    .flatMap(({ faults }) => faults)
    .map((said) => ({
      code: isErrorCode(said.code) ? said.code : 'VALIDATION_ERROR',
      text: said.text ?? ERRORS.VALIDATION_ERROR.message,
      fields: FAULTS,
      said,
    }));

/** What the documents and the graph say: @orElse, @raises, @before. */
function codesOf({ endpoint, supergraph, directives }: ErrorFacts): readonly ErrorCode[] {
  const fields = supergraph.getRootType(endpoint.operation.operation)?.getFields() ?? {};
  const roots = rootFields(endpoint);
  const named = [
    ...roots.map((field) => directives.first(field, 'orElse')?.values.code),
    ...(directives.first(endpoint.operation, 'raises')?.values.codes ?? []),
    ...roots.flatMap(({ name }) => (fields[name.value]?.astNode?.directives ?? []).map(guardCode)),
  ];
  return [...new Set(named)].filter(isErrorCode);
}

function guardCode({ name, arguments: given = [] }: DirectiveNode): unknown {
  if (name.value !== 'before') return undefined;
  const orElse = given.find((argument) => argument.name.value === 'orElse');
  return orElse && valueFromASTUntyped(orElse.value);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const codeIn = (body: unknown): string | undefined =>
  isRecord(body) && typeof body['code'] === 'string' ? body['code'] : undefined;

const textIn = (body: unknown): string => (isRecord(body) ? String(body['error']) : '');

const TEXT: Properties = { error: { schema: { type: 'string' }, isRequired: true } };
const FAILED: Properties = { success: { schema: { const: false }, isRequired: true }, ...TEXT };

const FORMS: Readonly<Record<ErrorForm, (codes: readonly string[], status: number) => JsonSchema>> = {
  STANDARD: (codes) =>
    objectSchema({
      ...FAILED,
      code: { schema: { type: 'string', enum: [...codes] }, isRequired: true },
      errors: { schema: { type: 'object', description: 'Faults by member.' }, isRequired: false },
      details: { schema: { type: 'object' }, isRequired: false },
    }),
  FLAT: (_codes, status) =>
    objectSchema({ ...TEXT, status: { schema: { const: status }, isRequired: true } }),
  NULL_DATA: () =>
    objectSchema({
      ...FAILED,
      data: { schema: { type: 'null' }, isRequired: true },
      code: { schema: { type: 'string' }, isRequired: false },
    }),
  PLAIN: () => objectSchema(FAILED),
};
