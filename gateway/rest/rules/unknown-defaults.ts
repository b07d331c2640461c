/** A default that is to be told as unknown has an object around it that tells. */
import { responseKey } from '../answer/picks';
import { fieldPlaces } from '../answer/places';
import { faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

export const unknownDefaults: EndpointRule = ({ endpoint, schema, directives }) =>
  fieldPlaces(endpoint, schema).flatMap(({ field, above }) => {
    const reading = directives.first(field, 'default');
    if (!reading?.values.unknown || above.some((upper) => directives.has(upper, 'tellsUnknown'))) return [];
    const message = `Nothing around "${responseKey(field)}" has @tellsUnknown.`;
    return [faultAt(placeOf(reading.node, 'unknown'), message)];
  });
