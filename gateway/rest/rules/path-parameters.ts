/** Paths are well formed, and each of their parameters goes somewhere. */
import { parsePath } from '../documents/paths';
import { boundMembers } from '../documents/variables';
import { type DocumentFault, faultAt } from '../faults';
import { type EndpointFacts, type EndpointRule, placeOf } from './rule';

export const pathParameters: EndpointRule = (facts) => [
  ...wellFormed(facts),
  ...everywhere(facts),
  ...taken(facts),
];

const wellFormed: EndpointRule = ({ endpoint: { rest, restNode } }) => {
  const bad = (path: string): boolean => parsePath(path) === undefined;
  const message = (path: string): string => `"${path}" is not a path such as "/goals/{id}:activate".`;
  return [
    ...(bad(rest.path) ? [faultAt(placeOf(restNode, 'path'), message(rest.path))] : []),
    ...rest.aliases.flatMap((path, index) =>
      bad(path) ? [faultAt(placeOf(restNode, 'aliases', index), message(path))] : [],
    ),
  ];
};

/** What not every path says may be absent. */
function everywhere({ endpoint: { rest }, variables }: EndpointFacts): readonly DocumentFault[] {
  const paths = [rest.path, ...rest.aliases].flatMap((path) => parsePath(path) ?? []);
  return variables
    .filter(({ source, required }) => source.kind === 'path' && required)
    .flatMap(({ name, node }) => {
      const lacking = paths.find(({ parameters }) => !parameters.includes(name));
      if (!lacking) return [];
      return [faultAt(node, `$${name} must be nullable: "${lacking.text}" does not have it.`)];
    });
}

function taken({ endpoint, variables }: EndpointFacts): readonly DocumentFault[] {
  const tenants = endpoint.identity?.tenant ?? [];
  return boundMembers(endpoint, variables)
    .filter(({ parameter, member }) => member === undefined && !tenants.includes(parameter))
    .map(({ parameter }) => {
      const message = `The path parameter {${parameter}} is neither a variable nor a member of $body.`;
      return faultAt(placeOf(endpoint.restNode, 'path'), message);
    });
}
