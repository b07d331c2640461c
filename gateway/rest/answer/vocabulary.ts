/** What the vocabulary makes of each field of an endpoint's answer, in the words of the engine. */
import type { FieldNode, GraphQLEnumType, GraphQLSchema } from 'graphql';
import type { FieldRule, Vocabulary } from '../../federation/types';
import type { Spelling } from '../documents/directives';
import type { EndpointDocument } from '../documents/load';
import type { DocumentVocabulary } from '../documents/vocabulary';
import type { EnumSpelling } from '../enums';
import { spelledNames } from '../names';
import { isAside } from './asides';
import { leafWriter } from './leaves';
import { fieldsAlong, parseResultPath, responseKey } from './picks';
import { fieldPlaces } from './places';
import { rootFields } from './roots';

export function answerVocabulary(
  endpoint: EndpointDocument,
  vocabulary: DocumentVocabulary,
  spellingOf: (type: GraphQLEnumType) => EnumSpelling,
  schema: GraphQLSchema,
): Vocabulary {
  const namesOf = answerNames(endpoint, vocabulary, schema);
  return {
    directives: vocabulary.definitions,
    rule: (field, definition) => {
      const leaf = leafWriter(field, definition.type, spellingOf, vocabulary.directives);
      const own = ownRule(field, vocabulary, endpoint.service.spelling);
      return { ...own, names: namesOf(field), ...(leaf ? { leaf } : {}) };
    },
  };
}

/** The names under which each field is written; the first one stands in the paths of errors. */
export function answerNames(
  endpoint: EndpointDocument,
  vocabulary: DocumentVocabulary,
  schema: GraphQLSchema,
): (field: FieldNode) => readonly string[] {
  const { spelling } = endpoint.service;
  const findable = new Set(fieldsToFind(endpoint, vocabulary, schema).map(placeOf));
  return (field) => {
    const key = responseKey(field);
    return findable.has(placeOf(field)) ? [key] : spelledNames(key, spelling);
  };
}

/**
 * The fields that are looked for by their response keys once the answer is made: on the way to the data, to the
 * total of a list, to what does not stand in the data, and root fields that must not be null.
 */
function fieldsToFind(
  endpoint: EndpointDocument,
  { directives }: DocumentVocabulary,
  schema: GraphQLSchema,
): readonly FieldNode[] {
  const { rest, paged, document } = endpoint;
  const paths = [...(rest.pick ?? []), ...(paged ? [paged.total] : [])];
  const along = paths.flatMap((path) => fieldsAlong(document, parseResultPath(path)) ?? []);
  const roots = rootFields(endpoint).filter((field) => directives.has(field, 'orElse'));
  const aside = fieldPlaces(endpoint, schema)
    .filter(({ field }) => isAside(field, directives))
    .flatMap(({ field, above }) => [...above, field]);
  return [...along, ...roots, ...aside];
}

/** The engine may hand over a copy of a node; its place in the document says which one it is. */
const placeOf = ({ loc }: FieldNode): string => (loc ? `${loc.source.name}:${loc.start}` : '');

function ownRule(field: FieldNode, { directives }: DocumentVocabulary, spelling: Spelling): FieldRule {
  const fallback = directives.first(field, 'default')?.values;
  const constants = directives
    .all(field, 'constant')
    .flatMap(({ values }) =>
      spelledNames(values.name, spelling).map((name) => [name, values.value] as const),
    );
  const pluck = directives.first(field, 'pluck')?.values;
  const nest = directives.first(field, 'nest')?.values.as;
  return {
    ...(fallback ? { fallback: { value: fallback.value, isNoted: fallback.unknown } } : {}),
    ...(directives.has(field, 'tellsUnknown') ? { notes: 'unknown' } : {}),
    ...(constants.length > 0 ? { constants: Object.fromEntries(constants) } : {}),
    ...(pluck ? { pluck: pluck.member } : {}),
    ...(nest === undefined ? {} : { nest: spelledNames(nest, spelling) }),
    ...(directives.has(field, 'hoist') ? { hoist: true } : {}),
    ...(directives.has(field, 'omitNull') ? { omitNull: true } : {}),
  };
}
