/** Every operation of a folder is an endpoint with a name of its own. */
import { faultAt } from '../faults';
import type { ServiceRule } from './rule';

export const operationNames: ServiceRule = ({ service, directives }) => {
  const known = new Set<string>();
  return service.operations.flatMap((operation) => {
    const name = operation.name?.value;
    if (name === undefined) return [faultAt(operation, 'The operation has no name.')];
    const isTaken = known.has(name);
    known.add(name);
    return [
      ...(isTaken ? [faultAt(operation, `The operation name "${name}" is taken.`)] : []),
      ...(directives.has(operation, 'rest')
        ? []
        : [faultAt(operation, `The operation "${name}" has no @rest.`)]),
    ];
  });
};
