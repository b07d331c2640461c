/** Only values that the graph has can be spelled. */
import { type GraphQLSchema, isEnumType } from 'graphql';
import type { Reading } from '../documents/directives';
import { type DocumentFault, faultAt } from '../faults';
import { type EndpointRule, placeOf, type ServiceRule } from './rule';

export const enumSpellings: EndpointRule = ({ endpoint, schema, directives }) =>
  directives.all(endpoint.operation, 'enumSpelling').flatMap((reading) => unknown(reading, schema));

export const serviceEnumSpellings: ServiceRule = ({ service, schema }) =>
  service.enumSpelling.flatMap((reading) => unknown(reading, schema));

function unknown({ node, values }: Reading<'enumSpelling'>, schema: GraphQLSchema): DocumentFault[] {
  const type = schema.getType(values.of);
  if (!isEnumType(type)) return [faultAt(placeOf(node, 'of'), `There is no enum "${values.of}".`)];
  return values.values.flatMap(({ value }, index) =>
    type.getValue(value)
      ? []
      : [faultAt(placeOf(node, 'values', index), `The enum "${values.of}" has no value "${value}".`)],
  );
}
