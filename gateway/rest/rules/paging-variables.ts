/** A list that can be sliced takes the slice: whole numbers that may be absent. */
import { faultAt } from '../faults';
import type { EndpointRule } from './rule';

export const pagingVariables: EndpointRule = ({ endpoint, variables, directives }) => {
  const paged = directives.first(endpoint.operation, 'paged');
  if (!paged) return [];
  return ['first', 'offset'].flatMap((name) => {
    const variable = variables.find((candidate) => candidate.name === name);
    if (!variable) return [faultAt(paged.node, `@paged needs the variable $${name}.`)];
    const { type } = variable;
    if (!type || type.toString() === 'Int') return [];
    return [faultAt(variable.node, `@paged fills $${name}: it must be an Int that may be null.`)];
  });
};
