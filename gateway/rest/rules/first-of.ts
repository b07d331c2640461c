/** Of what may be absent, and comes from the query, one variable can go before another. */
import { type DocumentFault, faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

export const firstOf: EndpointRule = ({ endpoint, variables, directives }) => {
  const said = directives.first(endpoint.operation, 'firstOf');
  return (said?.values.variables ?? []).flatMap((name, index): DocumentFault[] => {
    const variable = variables.find((candidate) => candidate.name === name);
    const isFit = variable?.source.kind === 'query' && !variable.required;
    if (!said || isFit) return [];
    const message = `$${name} must be a variable of the query that may be absent.`;
    return [faultAt(placeOf(said.node, 'variables', index), message)];
  });
};
