/** A body can only agree with what the path says. */
import { parametersOf } from '../documents/paths';
import { faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

export const agreement: EndpointRule = ({ endpoint: { rest, restNode } }) => {
  const parameters = parametersOf(rest);
  return rest.agree.flatMap((name, index) =>
    parameters.includes(name)
      ? []
      : [faultAt(placeOf(restNode, 'agree', index), `"${name}" is not a parameter of the path.`)],
  );
};
