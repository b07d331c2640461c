/** A GET changes nothing, and everything else is a change: clients and proxies rely on it. */
import { OperationTypeNode } from 'graphql';
import { faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

export const methodFitsKind: EndpointRule = ({ endpoint: { name, operation, rest, restNode } }) => {
  const kind = operation.operation;
  const isMutation = kind === OperationTypeNode.MUTATION;
  if (isMutation === (rest.method !== 'GET')) return [];
  const message = isMutation
    ? `"${name}" is a mutation: it cannot answer GET.`
    : `"${name}" is a ${kind}: it answers GET, not ${rest.method}.`;
  return [faultAt(placeOf(restNode, 'method'), message)];
};
