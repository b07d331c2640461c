/** A body that is taken as it came is nothing else beside. */
import { faultAt } from '../faults';
import type { EndpointRule } from './rule';

const FROM_BODY: readonly string[] = ['member', 'body', 'either'];

export const rawBodies: EndpointRule = ({ variables }) => {
  const raw = variables.find(({ source }) => source.kind === 'raw');
  if (!raw) return [];
  return variables
    .filter((variable) => variable !== raw && [...FROM_BODY, 'raw'].includes(variable.source.kind))
    .map(({ name, node }) =>
      faultAt(node, `$${name} cannot come from the body: $${raw.name} is the body as it came.`),
    );
};
