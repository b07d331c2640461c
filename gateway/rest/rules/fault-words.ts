/** Every @fault says something, and can come to say it. */
import type { Reading } from '../documents/directives';
import { type DocumentFault, faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

const LEAST_STATUS = 400;
const GREATEST_STATUS = 499;

export const faultWords: EndpointRule = ({ variables, directives }) =>
  variables.flatMap(({ node }) => {
    const said = directives.all(node, 'fault');
    const catchAll = said.findIndex(({ values }) => !values.of && !values.kinds);
    const unreachable = catchAll === -1 ? [] : said.slice(catchAll + 1);
    return [
      ...said.flatMap(complaints),
      ...unreachable.map((fault) => faultAt(fault.node, 'The @fault before takes every fault.')),
    ];
  });

function complaints({ node, values }: Reading<'fault'>): readonly DocumentFault[] {
  const { text, code, status } = values;
  if (text == null && code == null && status == null) return [faultAt(node, 'The @fault says nothing.')];
  const isRefusal = status == null || (status >= LEAST_STATUS && status <= GREATEST_STATUS);
  return isRefusal ? [] : [faultAt(placeOf(node, 'status'), `${status} is no status of a refused request.`)];
}
