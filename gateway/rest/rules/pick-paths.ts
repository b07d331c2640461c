/** Paths of the result that an endpoint names lead to something that is selected, under names that can be followed. */
import { fieldsAlong, parseResultPath } from '../answer/picks';
import { type DocumentFault, faultAt } from '../faults';
import { type EndpointFacts, type EndpointRule, placeOf } from './rule';

export const pickPaths: EndpointRule = (facts) => {
  const { rest, restNode, operation, paged } = facts.endpoint;
  const picks = (rest.pick ?? []).flatMap((path, index) =>
    check(path, placeOf(restNode, 'pick', index), facts),
  );
  const pagedNode = facts.directives.first(operation, 'paged')?.node;
  const totals = paged && pagedNode ? check(paged.total, placeOf(pagedNode, 'total'), facts) : [];
  return [...picks, ...totals];
};

function check(
  path: string,
  place: Parameters<typeof faultAt>[0],
  { endpoint, directives }: EndpointFacts,
): DocumentFault[] {
  const along = fieldsAlong(endpoint.document, parseResultPath(path));
  if (!along) return [faultAt(place, `"${path}" is not in the selection.`)];
  const lost = along.some((field) => directives.has(field, 'hoist') || directives.has(field, 'pluck'));
  return lost ? [faultAt(place, `"${path}" leads through a field with @hoist or @pluck.`)] : [];
}
