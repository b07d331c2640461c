/** Every variable can come from somewhere in a request. */
import { type GraphQLInputType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { type DocumentVariable, nullable } from '../documents/variables';
import { faultAt } from '../faults';
import type { EndpointRule } from './rule';

export const variableSources: EndpointRule = ({ endpoint, variables }) =>
  variables.flatMap((variable) => {
    const message = complaint(variable, endpoint.rest.method);
    return message === undefined ? [] : [faultAt(variable.node, message)];
  });

function complaint({ name, source, type, isSort }: DocumentVariable, method: string): string | undefined {
  if (!type) return undefined;
  if (source.kind === 'body') {
    if (method === 'GET') return `$${name} has no source: a GET has no body.`;
    return isInputObjectType(nullable(type))
      ? undefined
      : `$${name} is the whole body and must be an input object.`;
  }
  if (source.kind === 'raw') return rawComplaint(name, type, method);
  if (source.kind === 'member' || source.kind === 'page' || isSort) return undefined;
  if (!holdsObject(type)) return undefined;
  return `$${name} has no source: an object cannot come from ${PLACES[source.kind]}.`;
}

function rawComplaint(name: string, type: GraphQLInputType, method: string): string | undefined {
  if (method === 'GET') return `$${name} has no source: a GET has no body.`;
  return nullable(type).toString() === 'String' ? undefined : `$${name} is the body as it came: a String.`;
}

const PLACES = { path: 'the path', header: 'a header', query: 'the query', either: 'the query' } as const;

function holdsObject(type: GraphQLInputType): boolean {
  if (isNonNullType(type) || isListType(type)) return holdsObject(type.ofType);
  return isInputObjectType(type);
}
