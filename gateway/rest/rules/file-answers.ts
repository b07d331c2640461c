/** An answer that is a file is made of what makes one. */
import { fieldsAlong, parseResultPath } from '../answer/picks';
import { faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

const PARTS = ['content', 'type', 'name'];

export const fileAnswers: EndpointRule = ({ endpoint: { rest, restNode, service, document } }) => {
  if (service.envelope !== 'FILE') return [];
  const [pick] = rest.pick ?? [];
  const missing = PARTS.filter(
    (part) => pick === undefined || !fieldsAlong(document, [...parseResultPath(pick), part]),
  );
  if (missing.length === 0) return [];
  return [faultAt(placeOf(restNode, 'envelope'), `A file needs ${missing.join(', ')} in what is picked.`)];
};
