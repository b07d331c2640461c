/** What a request needs are variables of the endpoint that could be absent otherwise. */
import { faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

export const neededVariables: EndpointRule = ({ endpoint, variables, directives }) => {
  const needs = directives.first(endpoint.operation, 'needs');
  if (!needs) return [];
  const { node, values } = needs;
  const places = [
    ...values.variables.map((name, index) => ({ name, place: placeOf(node, 'variables', index) })),
    { name: values.unless, place: placeOf(node, 'unless') },
  ];
  return places.flatMap(({ name, place }) => {
    const variable = variables.find((candidate) => candidate.name === name);
    if (!variable) return [faultAt(place, `There is no variable $${name}.`)];
    return variable.required ? [faultAt(place, `$${name} is required anyway.`)] : [];
  });
};
