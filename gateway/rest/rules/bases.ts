/** An endpoint lives below a base of its service, or at the root of the server. */
import { basesOf, ROOT } from '../documents/bases';
import { faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

export const bases: EndpointRule = ({ endpoint: { rest, restNode, service } }) => {
  const { base } = rest;
  if (base == null || base === ROOT || basesOf(service).includes(base)) return [];
  const known = [...basesOf(service), ROOT].join(', ');
  return [faultAt(placeOf(restNode, 'base'), `"${base}" is none of ${known}.`)];
};
