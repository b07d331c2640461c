/** All endpoints as one OpenAPI 3.1 document, made from the documents of the endpoints: nothing here is written by hand. */
import type { GraphQLEnumType, GraphQLSchema } from 'graphql';
import type { VocabularyDirectives } from '../documents/directives';
import type { EndpointDocument } from '../documents/load';
import { parsePath } from '../documents/paths';
import { usagesOf } from '../documents/usages';
import type { DocumentVariable } from '../documents/variables';
import type { EnumSpelling } from '../enums';
import type { EndpointPath, OpenApi } from '../types';
import { describeAnswer } from './answers';
import { Components } from './components';
import { describeErrors } from './errors';
import { exampleOf, type KnownValues } from './examples';
import { describeOperation, type OperationFacts } from './operation';
import { describeRequest, takesValues } from './requests';

/** One compiled endpoint, as far as it can be described. */
export interface DescribedEndpoint {
  readonly document: EndpointDocument;
  readonly variables: readonly DocumentVariable[];
  readonly paths: readonly EndpointPath[];
  readonly isPublic: boolean;
  readonly spellingOf: (type: GraphQLEnumType) => EnumSpelling;
}

export interface Described {
  readonly endpoints: readonly DescribedEndpoint[];
  readonly schema: GraphQLSchema;
  readonly supergraph: GraphQLSchema;
  readonly directives: VocabularyDirectives;
  readonly known: KnownValues;
  readonly version: string;
}

const DESCRIPTION =
  'Every documented endpoint of the four services, each a translation onto one GraphQL graph: the operation behind it ' +
  'stands in `x-graphql`. Other names under which a member is taken stand in `x-also-named`; lists in a query come as ' +
  'a comma list, repeated, or as `name[]`. A POST may carry `Idempotency-Key`.';

export function openApi(described: Described): OpenApi {
  const paths = new Paths();
  const components = new Components();
  for (const endpoint of described.endpoints) {
    const facts = factsOf(endpoint, described, components);
    for (const [index, { base, path }] of endpoint.paths.entries()) {
      const method = endpoint.document.rest.method.toLowerCase();
      paths.add(`${base}${path}`, method, describeOperation(facts, path, index));
    }
  }
  const services = [...new Set(described.endpoints.map(({ document }) => document.service.name))];
  return {
    openapi: '3.1.0',
    info: { title: 'PurposePath REST', version: described.version, description: DESCRIPTION },
    servers: [{ url: '/' }],
    security: [{ accessToken: [] }],
    tags: services.map((name) => ({ name })),
    paths: paths.all(),
    components: {
      schemas: withExamples(components, described.known),
      responses: components.responses,
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  };
}

const withExamples = (components: Components, known: KnownValues): Record<string, object> =>
  Object.fromEntries(
    Object.entries(components.schemas).map(([name, schema]) => [
      name,
      { ...schema, examples: [exampleOf(schema, known, components)] },
    ]),
  );

/** Templates that match the same requests are one path, whatever their parameters are called. */
class Paths {
  private readonly byPattern = new Map<
    string,
    { readonly template: string; readonly methods: Record<string, object> }
  >();

  add(template: string, method: string, operation: object): void {
    const pattern = template.replaceAll(/\{\w+\}/g, '{}');
    const known = this.byPattern.get(pattern) ?? { template, methods: {} };
    known.methods[method] = renamed(operation, template, known.template);
    this.byPattern.set(pattern, known);
  }

  all(): OpenApi['paths'] {
    return Object.fromEntries(
      [...this.byPattern.values()].map(({ template, methods }) => [template, methods]),
    );
  }
}

/** The same operation with the names that the parameters of another template have. */
function renamed(operation: object, from: string, to: string): object {
  if (from === to) return operation;
  const names = parsePath(from)?.parameters ?? [];
  const others = parsePath(to)?.parameters ?? [];
  const { parameters = [] } = operation as { parameters?: readonly { name: string; in: string }[] };
  return {
    ...operation,
    parameters: parameters.map((parameter) =>
      parameter.in === 'path'
        ? { ...parameter, name: others[names.indexOf(parameter.name)] ?? parameter.name }
        : parameter,
    ),
  };
}

function factsOf(endpoint: DescribedEndpoint, described: Described, components: Components): OperationFacts {
  const { document, variables, isPublic, spellingOf } = endpoint;
  const { schema, supergraph, directives, known } = described;
  const usages = usagesOf(document.document, supergraph);
  const { documented } = document.rest;
  const request = describeRequest({
    endpoint: document,
    variables,
    usages,
    directives,
    supergraph,
    spellingOf,
    documented,
  });
  const { spelling } = document.service;
  return {
    endpoint: document,
    schema,
    isPublic,
    known,
    components,
    request,
    answer: describeAnswer({ endpoint: document, schema, directives, spellingOf, spelling, components }),
    errors: describeErrors({
      endpoint: document,
      variables,
      supergraph,
      directives,
      isPublic,
      takesValues: takesValues(request),
      takesBody: request.body !== undefined,
    }),
  };
}
