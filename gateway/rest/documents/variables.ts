/** The variables of an endpoint: from where in a request each one comes. */
import {
  type GraphQLEnumType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isNonNullType,
  type TypeNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { ClaimName, FaultDirective, VocabularyDirectives } from './directives';
import type { EndpointDocument } from './load';
import { parametersOf } from './paths';
import { type Traits, traitsOf } from './traits';

export type Source =
  /** A parameter of the path or of an alias, with the variable's own name. */
  | { readonly kind: 'path' }
  /** A header, or else the query where that is said. */
  | { readonly kind: 'header'; readonly header: string; readonly orQuery: boolean }
  | { readonly kind: 'query' }
  /** The query, or else the body, and then both must say the same. */
  | { readonly kind: 'either' }
  /** A member of the JSON body. */
  | { readonly kind: 'member' }
  /** The whole JSON body, with the path parameters that are no variables of their own. */
  | { readonly kind: 'body' }
  /** The body as it came. */
  | { readonly kind: 'raw' }
  /** Computed from the page that the caller asks for. */
  | { readonly kind: 'page' };

export interface DocumentVariable {
  readonly name: string;
  readonly node: VariableDefinitionNode;
  readonly source: Source;
  /** Undefined when the graph has no such type: the engine reports that. */
  readonly type: GraphQLInputType | undefined;
  /** Neither null nor a default may stand in for it. */
  readonly required: boolean;
  readonly aliases: readonly string[];
  /** Whether they go before its own name where a request carries both. */
  readonly aliasesFirst: boolean;
  readonly traits: Traits;
  readonly isSort: boolean;
  /** What of the access token it must be. */
  readonly claim: ClaimName | undefined;
  /** The member that the whole body may be the list of. */
  readonly asList: string | undefined;
  /** What its faults become; the first that fits. */
  readonly faults: readonly FaultDirective[];
}

const WHOLE_BODY = 'body';
const PAGE_VARIABLES: readonly string[] = ['first', 'offset'];

export function variablesOf(
  endpoint: EndpointDocument,
  schema: GraphQLSchema,
  directives: VocabularyDirectives,
): readonly DocumentVariable[] {
  return (endpoint.operation.variableDefinitions ?? []).map((node) => {
    const type = inputType(schema, node.type);
    const alias = directives.first(node, 'alias')?.values;
    return {
      name: node.variable.name.value,
      node,
      source: sourceOf(node, endpoint, directives),
      type,
      required: type !== undefined && isNonNullType(type) && node.defaultValue === undefined,
      aliases: alias?.names ?? [],
      aliasesFirst: alias?.first ?? false,
      traits: traitsOf(node, directives),
      isSort: directives.has(node, 'sortExpression'),
      claim: directives.first(node, 'claim')?.values.is,
      asList: directives.first(node, 'asList')?.values.member,
      faults: directives.all(node, 'fault').map(({ values }) => values),
    };
  });
}

function sourceOf(
  node: VariableDefinitionNode,
  { rest, paged }: EndpointDocument,
  directives: VocabularyDirectives,
): Source {
  const name = node.variable.name.value;
  const header = directives.first(node, 'header');
  if (header) return { kind: 'header', header: header.values.name, orQuery: directives.has(node, 'query') };
  if (directives.has(node, 'raw')) return { kind: 'raw' };
  if (directives.has(node, 'orBody')) return { kind: 'either' };
  if (directives.has(node, 'query')) return { kind: 'query' };
  if (parametersOf(rest).includes(name)) return { kind: 'path' };
  if (paged && PAGE_VARIABLES.includes(name)) return { kind: 'page' };
  if (name === WHOLE_BODY) return { kind: 'body' };
  return { kind: rest.method === 'GET' || rest.method === 'DELETE' ? 'query' : 'member' };
}

function inputType(schema: GraphQLSchema, node: TypeNode): GraphQLInputType | undefined {
  const type = typeFromAST(schema, node);
  return isInputType(type) ? type : undefined;
}

/** The parameters of the path that are no variables, each with the member of the body that it fills. */
export function boundMembers(
  endpoint: EndpointDocument,
  variables: readonly DocumentVariable[],
): readonly { readonly parameter: string; readonly member: string | undefined }[] {
  const own = new Set(variables.map(({ name }) => name));
  const body = variables.find(({ source }) => source.kind === 'body');
  const free = parametersOf(endpoint.rest).filter((parameter) => !own.has(parameter));
  return free.map((parameter) => ({ parameter, member: body && memberFor(parameter, body) }));
}

function memberFor(parameter: string, body: DocumentVariable): string | undefined {
  const type = body.type && nullable(body.type);
  if (!isInputObjectType(type)) return undefined;
  if (type.getFields()[parameter]) return parameter;
  return [...body.traits.members].find(([, { names }]) => names.includes(parameter))?.[0];
}

/** The enum behind an input of the form `{ by, descending }`. */
export function sortedEnum({ type }: DocumentVariable): GraphQLEnumType | undefined {
  const input = type && nullable(type);
  if (!isInputObjectType(input)) return undefined;
  const { by, descending } = input.getFields();
  const members = by && nullable(by.type);
  return descending && isEnumType(members) ? members : undefined;
}

export const nullable = (type: GraphQLInputType): GraphQLInputType =>
  isNonNullType(type) ? type.ofType : type;
