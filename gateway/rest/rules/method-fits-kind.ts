/**
 * A GET changes nothing, and what changes something is no GET: clients and proxies rely on it. A query may answer a POST
 * as well, for long lists of ids fit into no address (traction.yaml, getKpisForGoals).
 */
import { OperationTypeNode } from 'graphql';
import type { RestMethod } from '../documents/directives';
import { faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

const ANSWERS: Readonly<Record<OperationTypeNode, readonly RestMethod[]>> = {
  query: ['GET', 'POST'],
  mutation: ['POST', 'PUT', 'PATCH', 'DELETE'],
  subscription: ['GET'],
};

export const methodFitsKind: EndpointRule = ({ endpoint: { name, operation, rest, restNode } }) => {
  const kind = operation.operation;
  const answered = ANSWERS[kind];
  if (answered.includes(rest.method)) return [];
  const message =
    kind === OperationTypeNode.MUTATION
      ? `"${name}" is a mutation: it cannot answer GET.`
      : `"${name}" is a ${kind}: it answers ${answered.join(' or ')}, not ${rest.method}.`;
  return [faultAt(placeOf(restNode, 'method'), message)];
};
