/** A nested value stands in an object that nothing else makes, and is looked for nowhere else. */
import { isAside } from '../answer/asides';
import { responseKey } from '../answer/picks';
import { fieldPlaces } from '../answer/places';
import { type DocumentFault, faultAt } from '../faults';
import type { EndpointRule } from './rule';

export const nests: EndpointRule = ({ endpoint, schema, directives }) => {
  const places = fieldPlaces(endpoint, schema);
  return places.flatMap(({ field, above }): DocumentFault[] => {
    const nest = directives.first(field, 'nest');
    if (!nest) return [];
    const around = above.at(-1);
    const isTaken = places.some(
      (other) => other.above.at(-1) === around && responseKey(other.field) === nest.values.as,
    );
    if (isTaken) return [faultAt(nest.node, `The object around it has a "${nest.values.as}" already.`)];
    const isLost = isAside(field, directives) || (around && directives.has(around, 'hoist'));
    return isLost
      ? [faultAt(nest.node, `"${responseKey(field)}" stands in no object that it could leave.`)]
      : [];
  });
};
