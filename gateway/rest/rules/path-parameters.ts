/** Paths are well formed, and each of their parameters goes somewhere. */
import { parsePath } from '../documents/paths';
import { boundMembers } from '../documents/variables';
import { type DocumentFault, faultAt } from '../faults';
import { type EndpointFacts, type EndpointRule, placeOf } from './rule';

export const pathParameters: EndpointRule = (facts) => [
  ...wellFormed(facts),
  ...samePlaces(facts),
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

const samePlaces: EndpointRule = ({ endpoint: { rest, restNode } }) => {
  const names = (path: string): string | undefined => parsePath(path)?.parameters.toSorted().join();
  const expected = names(rest.path);
  return rest.aliases.flatMap((alias, index) => {
    const found = names(alias);
    if (found === undefined || expected === undefined || found === expected) return [];
    const message = `The alias "${alias}" must have the parameters of "${rest.path}".`;
    return [faultAt(placeOf(restNode, 'aliases', index), message)];
  });
};

function taken({ endpoint, variables }: EndpointFacts): readonly DocumentFault[] {
  return boundMembers(endpoint, variables)
    .filter(({ member }) => member === undefined)
    .map(({ parameter }) => {
      const message = `The path parameter {${parameter}} is neither a variable nor a member of $body.`;
      return faultAt(placeOf(endpoint.restNode, 'path'), message);
    });
}
