/** One endpoint as an operation of OpenAPI. */
import { type GraphQLSchema, print } from 'graphql';
import type { EndpointDocument } from '../documents/load';
import { parsePath } from '../documents/paths';
import { rootFields } from '../answer/roots';
import type { AnswerDescription } from './answers';
import type { Components } from './components';
import type { ErrorDescription } from './errors';
import { exampleOf, type KnownValues } from './examples';
import type { Parameter, RequestDescription } from './requests';

export interface OperationFacts {
  readonly endpoint: EndpointDocument;
  readonly schema: GraphQLSchema;
  readonly isPublic: boolean;
  readonly request: RequestDescription;
  readonly answer: AnswerDescription;
  readonly errors: readonly ErrorDescription[];
  readonly known: KnownValues;
  readonly components: Components;
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'Success',
  201: 'Created',
  204: 'Done; no body',
  503: 'Not ready',
};

/** @param path the template that the operation stands under; its parameters may be named otherwise than the variables */
export function describeOperation(facts: OperationFacts, path: string, alias: number): object {
  const { endpoint, isPublic, request, known, components } = facts;
  const names = parsePath(path)?.parameters ?? [];
  const parameters = request.parameters.filter(
    ({ in: place, name }) => place !== 'path' || names.includes(name),
  );
  return {
    operationId: alias === 0 ? endpoint.name : `${endpoint.name}_alias${alias}`,
    tags: [endpoint.service.name],
    ...summaryOf(facts),
    ...(isPublic ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters: parameters.map((parameter) => shown(parameter, facts)) } : {}),
    ...(request.body
      ? {
          requestBody: {
            required: request.body.isRequired,
            content: {
              [request.body.mediaType]: {
                schema: request.body.schema,
                example: exampleOf(request.body.schema, known, components),
              },
            },
          },
        }
      : {}),
    responses: { ...successes(facts), ...failures(facts) },
    ...(alias === 0 ? { 'x-graphql': print(endpoint.document) } : { 'x-alias-of': endpoint.name }),
  };
}

/** What the graph says of the fields of the root. */
function summaryOf({ endpoint, schema }: OperationFacts): object {
  const fields = schema.getRootType(endpoint.operation.operation)?.getFields() ?? {};
  const [first] = rootFields(endpoint).flatMap(({ name }) => fields[name.value]?.description ?? []);
  return first ? { summary: first } : {};
}

const shown = ({ schema, ...parameter }: Parameter, { known, components }: OperationFacts): object => ({
  ...parameter,
  schema,
  example: exampleOf(schema, known, components, parameter.name),
});

function successes(facts: OperationFacts): Record<string, object> {
  const { answer } = facts;
  const headers = Object.keys(answer.headers).length > 0 ? { headers: answer.headers } : {};
  const { content } = answer;
  const body =
    content === undefined
      ? {}
      : {
          content: {
            [content.mediaType]: {
              schema: content.schema,
              ...exampleIn(content, facts),
            },
          },
        };
  const entries = answer.statuses.map((status): [string, object] => [
    String(status),
    { description: REASONS[status] ?? 'Answer', ...headers, ...body },
  ]);
  const unchanged = answer.mayBeUnchanged
    ? [['304', { description: 'The caller has it already', ...headers }] as [string, object]]
    : [];
  return Object.fromEntries([...entries, ...unchanged]);
}

/** What refers to a shared schema has the examples that stand there. */
function exampleIn(
  { mediaType, schema, example }: NonNullable<AnswerDescription['content']>,
  { known, components }: OperationFacts,
): object {
  if (example !== undefined) return { example };
  const isOwn = mediaType === 'application/json' && !JSON.stringify(schema).includes('"$ref"');
  return isOwn ? { example: exampleOf(schema, known, components) } : {};
}

function failures({ endpoint, answer, errors, components }: OperationFacts): Record<string, object> {
  const own = errors.filter(({ status }) => !answer.statuses.includes(status));
  return Object.fromEntries(
    own.map(({ status, description, schema, examples }) => [
      String(status),
      components.response(
        [endpoint.service.name, endpoint.service.errors, status, ...Object.keys(examples)].join('_'),
        {
          description,
          content: { 'application/json': { schema, examples } },
        },
      ),
    ]),
  );
}
