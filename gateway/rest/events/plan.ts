/** What the document of an event stream says of its events; made when the document is compiled. */
import type { FieldNode, GraphQLSchema } from 'graphql';
import { parseResultPath, responseKey, type ResultPath } from '../answer/picks';
import { fieldPlaces } from '../answer/places';
import type { EventDirective, IdentityDirective, VocabularyDirectives } from '../documents/directives';
import type { EndpointDocument } from '../documents/load';

export interface EventPlan {
  /** Where the data of an event lies in its result. */
  readonly pick: ResultPath;
  /** By the members of the data that name it. */
  readonly names: ReadonlyMap<string, EventNames>;
  /** What must not be null, as paths of the result. */
  readonly needed: readonly ResultPath[];
  /** How a request may say who calls, which also tells the age of its caller. */
  readonly identity: IdentityDirective | undefined;
}

/** By what the member says. */
export type EventNames = ReadonlyMap<string, EventDirective['names'][number]>;

export function eventPlan(
  endpoint: EndpointDocument,
  schema: GraphQLSchema,
  directives: VocabularyDirectives,
  namesOf: (field: FieldNode) => readonly string[],
): EventPlan {
  const places = fieldPlaces(endpoint, schema);
  const names = places.flatMap(({ field }): [string, EventNames][] => {
    const event = directives.first(field, 'event')?.values;
    return event ? [[responseKey(field), new Map(event.names.map((name) => [name.value, name]))]] : [];
  });
  const needed = places.filter(({ field }) => directives.has(field, 'orSkip'));
  return {
    pick: parseResultPath(endpoint.rest.pick?.[0] ?? ''),
    names: new Map(names),
    needed: needed.map(({ field, above }) =>
      // Members of a hoisted object stand in the one around it.
      [...above.filter((upper) => !directives.has(upper, 'hoist')), field].map(
        (along) => namesOf(along)[0] ?? responseKey(along),
      ),
    ),
    identity: endpoint.identity,
  };
}
