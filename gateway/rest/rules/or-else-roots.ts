/** Only a field of the root can be missing as a whole, and it must keep its name to be missed. */
import { responseKey } from '../answer/picks';
import { rootFields } from '../answer/roots';
import { faultAt } from '../faults';
import { type EndpointRule, selectedFields } from './rule';

export const orElseRoots: EndpointRule = ({ endpoint, directives }) => {
  const roots = new Set(rootFields(endpoint));
  return selectedFields(endpoint).flatMap((field) => {
    const orElse = directives.first(field, 'orElse');
    if (!orElse) return [];
    const key = responseKey(field);
    if (!roots.has(field))
      return [faultAt(orElse.node, `@orElse stands on a field of the root, not on "${key}".`)];
    if (!directives.has(field, 'hoist')) return [];
    return [faultAt(orElse.node, `"${key}" cannot have both @orElse and @hoist.`)];
  });
};
