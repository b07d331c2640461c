/** What does not stand in the data of an answer lies where it can be found: once, under a name. */
import { ASIDES } from '../answer/asides';
import { responseKey } from '../answer/picks';
import { fieldPlaces } from '../answer/places';
import { type DocumentFault, faultAt } from '../faults';
import { type EndpointRule, placeOf, selectedFields } from './rule';

const HEADER_NAME = /^[\w-]+$/;
const LEAST_STATUS = 200;
const MOST_STATUS = 599;

export const asides: EndpointRule = (facts) => [...lists(facts), ...statuses(facts), ...headers(facts)];

const lists: EndpointRule = ({ endpoint, schema, directives }) =>
  fieldPlaces(endpoint, schema).flatMap(({ field, isBelowList }) =>
    ASIDES.flatMap((name): DocumentFault[] => {
      const node = directives.first(field, name)?.node;
      if (!node) return [];
      if (isBelowList)
        return [faultAt(node, `"${responseKey(field)}" lies below a list: @${name} needs one value.`)];
      if (!directives.has(field, 'hoist')) return [];
      return [faultAt(node, `"${responseKey(field)}" cannot have both @${name} and @hoist.`)];
    }),
  );

const statuses: EndpointRule = ({ endpoint, directives }) =>
  selectedFields(endpoint).flatMap((field) => {
    const reading = directives.first(field, 'status');
    return (reading?.values.when ?? []).flatMap(({ status }, index) =>
      reading && (status < LEAST_STATUS || status > MOST_STATUS)
        ? [faultAt(placeOf(reading.node, 'when', index), `${status} is no status of an answer.`)]
        : [],
    );
  });

const headers: EndpointRule = ({ endpoint, directives }) =>
  selectedFields(endpoint).flatMap((field) => {
    const reading = directives.first(field, 'toHeader');
    if (!reading || HEADER_NAME.test(reading.values.name)) return [];
    return [faultAt(placeOf(reading.node, 'name'), `"${reading.values.name}" is not the name of a header.`)];
  });
