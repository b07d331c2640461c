/** An event stream sends what one path picks, under names that its events have; nothing else speaks of events. */
import { getNamedType, isEnumType, isObjectType } from 'graphql';
import { fieldsAlong, parseResultPath, responseKey } from '../answer/picks';
import { type FieldPlace, fieldPlaces } from '../answer/places';
import type { VocabularyDirectives } from '../documents/directives';
import { isStream } from '../documents/load';
import { type DocumentFault, faultAt } from '../faults';
import { type EndpointFacts, type EndpointRule, placeOf } from './rule';

const OF_STREAMS = ['event', 'orSkip'] as const;
const OF_ANSWERS = ['beside', 'status', 'toHeader'] as const;

export const eventStreams: EndpointRule = (facts) =>
  isStream(facts.endpoint)
    ? [...oneAnswer(facts), ...named(facts), ...namesKnown(facts), ...unfit(facts, OF_ANSWERS)]
    : unfit(facts, OF_STREAMS);

/** What is said of other answers has no meaning here, and the other way round. */
function unfit(
  { endpoint, schema, directives }: EndpointFacts,
  names: readonly (typeof OF_STREAMS | typeof OF_ANSWERS)[number][],
): readonly DocumentFault[] {
  const which = isStream(endpoint) ? 'an event stream' : 'an answer that is no event stream';
  return fieldPlaces(endpoint, schema).flatMap(({ field }) =>
    names.flatMap((name) => {
      const node = directives.first(field, name)?.node;
      return node ? [faultAt(node, `"${responseKey(field)}": ${which} has no @${name}.`)] : [];
    }),
  );
}

/** Its status is 200, and nothing surrounds its events. */
const oneAnswer: EndpointRule = ({ endpoint: { rest, restNode } }) => [
  ...(rest.pick?.length === 1 ? [] : [faultAt(placeOf(restNode, 'pick'), 'An event stream picks one path.')]),
  ...(['status', 'envelope'] as const).flatMap((name) => {
    const place = placeOf(restNode, name);
    return place === restNode ? [] : [faultAt(place, `An event stream has no ${name} of its own.`)];
  }),
];

/** Every type of which something is sent has one field that names the event, in the data itself. */
function named({ endpoint, schema, directives }: EndpointFacts): readonly DocumentFault[] {
  const picked = fieldsAlong(endpoint.document, parseResultPath(endpoint.rest.pick?.[0] ?? ''))?.at(-1);
  const places = fieldPlaces(endpoint, schema);
  const isInData = ({ above }: FieldPlace): boolean => picked !== undefined && above.at(-1) === picked;
  const naming = places.filter(({ field }) => directives.has(field, 'event'));
  const types = [...new Set(places.filter(isInData).map(({ on }) => on))];
  const objects = types.filter(isObjectType);
  return [
    ...naming.filter((place) => !isInData(place)).flatMap(({ field }) => misplaced(field, directives)),
    ...(objects.length > 0 ? objects : types).flatMap((type) => {
      const [first, second] = naming.filter(({ on }) => on === type || !isObjectType(on));
      if (first && !second) return [];
      const message = `"${type.name}" has ${first ? 'several' : 'no'} @event.`;
      return [faultAt(second?.field ?? placeOf(endpoint.restNode, 'pick'), message)];
    }),
  ];
}

const misplaced = (field: FieldPlace['field'], directives: VocabularyDirectives): readonly DocumentFault[] =>
  directives
    .all(field, 'event')
    .map(({ node }) => faultAt(node, `"${responseKey(field)}" does not stand in what is picked.`));

/** A field that is an enum says nothing but its values. */
const namesKnown: EndpointRule = ({ endpoint, schema, directives }) =>
  fieldPlaces(endpoint, schema).flatMap(({ field, type }) => {
    const event = directives.first(field, 'event');
    const said = type && getNamedType(type);
    if (!event || !isEnumType(said)) return [];
    return event.values.names.flatMap(({ value }, index) =>
      said.getValue(value)
        ? []
        : [faultAt(placeOf(event.node, 'names', index), `The enum "${said.name}" has no value "${value}".`)],
    );
  });
