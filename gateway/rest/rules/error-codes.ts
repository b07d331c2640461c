/** Codes of errors stand in the catalogue. */
import { isErrorCode } from '../../../common/errors';
import type { Reading } from '../documents/directives';
import { type DocumentFault, faultAt } from '../faults';
import { type EndpointRule, placeOf, selectedFields, type ServiceRule } from './rule';

export const errorCodes: EndpointRule = ({ endpoint, directives }) => [
  ...directives.all(endpoint.operation, 'onError').flatMap(unknownCodes),
  ...directives
    .all(endpoint.operation, 'raises')
    .flatMap((raises) => raises.values.codes.flatMap((code) => unknown(raises, 'codes', code))),
  ...selectedFields(endpoint).flatMap((field) => {
    const orElse = directives.first(field, 'orElse');
    return orElse ? unknown(orElse, 'code', orElse.values.code) : [];
  }),
];

export const serviceErrorCodes: ServiceRule = ({ service }) => service.onError.flatMap(unknownCodes);

function unknownCodes(reading: Reading<'onError'>): DocumentFault[] {
  const { code, as } = reading.values;
  return [...unknown(reading, 'code', code), ...(as == null ? [] : unknown(reading, 'as', as))];
}

function unknown(
  { node }: Reading<'onError' | 'orElse' | 'raises'>,
  argument: string,
  code: string,
): DocumentFault[] {
  return isErrorCode(code) ? [] : [faultAt(placeOf(node, argument), `There is no error code "${code}".`)];
}
