/** Only values that the graph has can be spelled, and what is accepted for one of them means no other. */
import { type GraphQLEnumType, type GraphQLSchema, isEnumType } from 'graphql';
import type { Reading } from '../documents/directives';
import { enumSpelling } from '../enums';
import { type DocumentFault, faultAt } from '../faults';
import { type EndpointRule, placeOf, type ServiceRule } from './rule';

export const enumSpellings: EndpointRule = ({ endpoint, schema, directives }) =>
  directives.all(endpoint.operation, 'enumSpelling').flatMap((reading) => check(reading, schema));

export const serviceEnumSpellings: ServiceRule = ({ service, schema }) =>
  service.enumSpelling.flatMap((reading) => check(reading, schema));

function check({ node, values }: Reading<'enumSpelling'>, schema: GraphQLSchema): DocumentFault[] {
  const type = schema.getType(values.of);
  if (!isEnumType(type)) return [faultAt(placeOf(node, 'of'), `There is no enum "${values.of}".`)];
  return [
    ...values.values.flatMap(({ value }, index) =>
      type.getValue(value)
        ? []
        : [faultAt(placeOf(node, 'values', index), `The enum "${values.of}" has no value "${value}".`)],
    ),
    ...ambiguous({ node, values }, type),
  ];
}

function ambiguous({ node, values }: Reading<'enumSpelling'>, type: GraphQLEnumType): DocumentFault[] {
  const spelling = enumSpelling(type, [values]);
  return values.values.flatMap(({ value, accept }, index) => {
    const taken = accept.find((text) => spelling.read(text) !== value);
    if (taken === undefined || !type.getValue(value)) return [];
    return [faultAt(placeOf(node, 'values', index), `"${taken}" is read as ${spelling.read(taken)}.`)];
  });
}
