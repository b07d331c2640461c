/** What an endpoint takes from a request: parameters and body. */
import { type GraphQLInputType, isInputObjectType } from 'graphql';
import { constraintOf } from '../../../common/constraints';
import type { IdentityDirective, VocabularyDirectives } from '../documents/directives';
import type { EndpointDocument } from '../documents/load';
import { NO_TRAITS } from '../documents/traits';
import type { VariableUsage } from '../documents/usages';
import {
  boundMembers,
  type DocumentVariable,
  nullable,
  sortedEnum,
  type Source,
} from '../documents/variables';
import { HEADER } from '../idempotency/header';
import { acceptedNames } from '../request/shapes';
import { alsoNamed, constrained, type InputContext, InputSchemas } from './inputs';
import { type JsonSchema, objectSchema, type Property } from './json-schema';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly description?: string;
}

export interface RequestDescription {
  readonly parameters: readonly Parameter[];
  readonly body:
    { readonly mediaType: string; readonly schema: JsonSchema; readonly isRequired: boolean } | undefined;
}

export interface RequestFacts extends InputContext {
  readonly endpoint: EndpointDocument;
  readonly variables: readonly DocumentVariable[];
  readonly usages: readonly VariableUsage[];
  readonly directives: VocabularyDirectives;
}

export function describeRequest(facts: RequestFacts): RequestDescription {
  const { endpoint, variables } = facts;
  const parameters = variables.flatMap((variable) => parameterOf(variable, facts));
  const bound = boundMembers(endpoint, variables).map(({ parameter }): Parameter => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const paging = endpoint.paged ? pageParameters(endpoint.paged.lenient) : [];
  const identity = endpoint.identity ? identityParameters(endpoint.identity) : [];
  const repeated = endpoint.rest.method === 'POST' ? [IDEMPOTENCY_KEY] : [];
  return { parameters: [...bound, ...parameters, ...identity, ...paging, ...repeated], body: bodyOf(facts) };
}

const IDEMPOTENCY_KEY: Parameter = {
  name: HEADER,
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 255 },
  description: 'The same key with the same request gets the same answer for 24 hours.',
};

/** What clients send that can set no headers. */
const identityParameters = ({ token, tenant }: IdentityDirective): readonly Parameter[] =>
  (
    [
      [token, 'Authorization'],
      [tenant, 'X-Tenant-Id'],
    ] as const
  ).map(([[name = '', ...others], header]) => ({
    name,
    in: 'query',
    required: false,
    schema: { type: 'string', ...alsoNamed(others) },
    description: `In place of the header ${header}.`,
  }));

/** Lenient ones may have any value. */
const pageParameters = (isLenient: boolean): readonly Parameter[] =>
  ['page', 'limit', 'offset'].map((name) => ({
    name,
    in: 'query',
    required: false,
    schema: {
      type: 'integer',
      ...(isLenient ? { 'x-lenient': true } : { minimum: name === 'offset' ? 0 : 1 }),
      ...(name === 'limit' ? alsoNamed(['size', 'pageSize', 'page_size']) : {}),
    },
  }));

/** What the body may carry as well is described where it is looked for first. */
const PARAMETERS: readonly Source['kind'][] = ['path', 'query', 'either', 'header'];

function parameterOf(variable: DocumentVariable, facts: RequestFacts): readonly Parameter[] {
  const { source, type, aliases } = variable;
  if (!type || !PARAMETERS.includes(source.kind)) return [];
  const [name, ...others] = acceptedNames(variable.name, facts.documented, aliases);
  const schema = schemaOf(variable, type, facts);
  const inQuery: Parameter = {
    name,
    in: 'query',
    required: variable.required,
    schema: { ...schema, ...alsoNamed(others) },
  };
  if (source.kind === 'path') return [{ name: variable.name, in: 'path', required: true, schema }];
  if (source.kind === 'header') {
    const inHeader: Parameter = { name: source.header, in: 'header', required: false, schema };
    const description = `The header ${source.header} goes before it.`;
    return source.orQuery ? [{ ...inQuery, required: false, description }, inHeader] : [inHeader];
  }
  if (source.kind === 'query') return [{ ...inQuery, ...rivalry(variable.name, facts) }];
  return [{ ...inQuery, required: false, description: 'The body may carry it instead.' }];
}

/** What goes before the variable, where there is something. */
function rivalry(name: string, { endpoint, documented }: RequestFacts): Pick<Parameter, 'description'> {
  const before = endpoint.firstOf.slice(0, Math.max(endpoint.firstOf.indexOf(name), 0));
  if (before.length === 0) return {};
  const names = before.map((other) => acceptedNames(other, documented)[0]);
  return { description: `Not read where there is ${names.join(' or ')}.` };
}

function schemaOf(variable: DocumentVariable, type: GraphQLInputType, facts: RequestFacts): JsonSchema {
  const by = variable.isSort ? sortedEnum(variable) : undefined;
  if (by) {
    const members = facts.spellingOf(by).documented;
    return { type: 'string', enum: members.flatMap((member) => [member, `-${member}`]) };
  }
  const constraints = facts.usages
    .filter((usage) => usage.variable === variable.name)
    .flatMap(({ definition }) => (definition && constraintOf(definition)) ?? []);
  const schema = new InputSchemas(facts).schema(type, variable.traits);
  return constraints.reduce(constrained, schema);
}

function bodyOf(facts: RequestFacts): RequestDescription['body'] {
  const { variables, directives } = facts;
  const raw = variables.find(({ node }) => directives.has(node, 'raw'));
  if (raw) return { mediaType: '*/*', schema: { type: 'string' }, isRequired: true };
  const whole = variables.find(({ source }) => source.kind === 'body');
  const members = variables.flatMap((variable): [string, Property][] => {
    if (variable.source.kind !== 'member' || !variable.type) return [];
    const [name, ...others] = acceptedNames(variable.name, facts.documented, variable.aliases);
    const schema = { ...schemaOf(variable, variable.type, facts), ...alsoNamed(others) };
    return [[name, { schema, isRequired: variable.required }]];
  });
  const properties = { ...(whole ? wholeBody(whole, facts) : {}), ...Object.fromEntries(members) };
  if (!whole && members.length === 0) return undefined;
  const isNeeded = facts.endpoint.needs !== undefined;
  const isRequired = isNeeded || Object.values(properties).some((property) => property.isRequired);
  const object = { ...objectSchema(properties), ...either(facts) };
  const schema = withList(object, whole?.asList, properties, facts);
  return { mediaType: 'application/json', schema, isRequired };
}

/** What @needs asks for, or the member that makes it needless. */
function either({ endpoint: { needs }, variables, documented }: RequestFacts): JsonSchema {
  if (!needs) return {};
  const named = (names: readonly string[]): JsonSchema => ({
    required: variables
      .filter(({ name }) => names.includes(name))
      .map(({ name, aliases }) => acceptedNames(name, documented, aliases)[0]),
  });
  return { anyOf: [named(needs.variables), named([needs.unless])] };
}

/** The body may also be the list that one of its members takes, or one item of it. */
function withList(
  body: JsonSchema,
  member: string | undefined,
  properties: Record<string, Property>,
  { documented }: RequestFacts,
): JsonSchema {
  const list = member === undefined ? undefined : properties[acceptedNames(member, documented)[0]]?.schema;
  if (!list?.items) return body;
  const { 'x-also-named': _names, ...unnamed } = list;
  return { anyOf: [body, unnamed, list.items] };
}

/** The members of the body variable that do not come from the path. */
function wholeBody(variable: DocumentVariable, facts: RequestFacts): Record<string, Property> {
  const type = variable.type && nullable(variable.type);
  if (!isInputObjectType(type)) return {};
  const schemas = new InputSchemas(facts);
  const bound = new Set(boundMembers(facts.endpoint, facts.variables).map(({ member }) => member));
  const free = Object.keys(type.getFields()).filter((name) => !bound.has(name));
  const names = new Set(
    free.map((name) => {
      const { names, documentedAs } = variable.traits.members.get(name) ?? NO_TRAITS;
      return acceptedNames(name, facts.documented, names, documentedAs)[0];
    }),
  );
  const members = schemas.members(type, variable.traits);
  return Object.fromEntries(Object.entries(members).filter(([name]) => names.has(name)));
}

/** Whether a request of the endpoint can be unacceptable. */
export const takesValues = ({ parameters, body }: RequestDescription): boolean =>
  body !== undefined || parameters.some(({ in: place }) => place !== 'header');
