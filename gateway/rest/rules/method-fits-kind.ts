/** A GET changes nothing, and everything else is a change: clients and proxies rely on it. */
import { OperationTypeNode } from 'graphql';
import { faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

export const methodFitsKind: EndpointRule = ({ endpoint: { name, operation, rest, restNode } }) => {
  const isQuery = operation.operation === OperationTypeNode.QUERY;
  if (isQuery === (rest.method === 'GET')) return [];
  const message = isQuery
    ? `"${name}" is a query: it answers GET, not ${rest.method}.`
    : `"${name}" is a mutation: it cannot answer GET.`;
  return [faultAt(placeOf(restNode, 'method'), message)];
};
