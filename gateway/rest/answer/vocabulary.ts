/** What the vocabulary makes of each field of an endpoint's answer, in the words of the engine. */
import type { FieldNode, GraphQLEnumType } from 'graphql';
import type { FieldRule, Vocabulary } from '../../federation/types';
import type { Spelling } from '../documents/directives';
import type { EndpointDocument } from '../documents/load';
import type { DocumentVocabulary } from '../documents/vocabulary';
import type { EnumSpelling } from '../enums';
import { spelledNames } from '../names';
import { leafWriter } from './leaves';
import { fieldsAlong, parseResultPath, responseKey } from './picks';
import { rootFields } from './roots';

export function answerVocabulary(
  endpoint: EndpointDocument,
  vocabulary: DocumentVocabulary,
  spellingOf: (type: GraphQLEnumType) => EnumSpelling,
): Vocabulary {
  const namesOf = answerNames(endpoint, vocabulary);
  return {
    directives: vocabulary.definitions,
    rule: (field, definition) => {
      const leaf = leafWriter(definition.type, spellingOf);
      return { ...ownRule(field, vocabulary), names: namesOf(field), ...(leaf ? { leaf } : {}) };
    },
  };
}

/** The names under which each field is written; the first one stands in the paths of errors. */
export function answerNames(
  endpoint: EndpointDocument,
  vocabulary: DocumentVocabulary,
): (field: FieldNode) => readonly string[] {
  const spelling = spellingOfAnswer(endpoint);
  const findable = new Set(fieldsToFind(endpoint, vocabulary).map(placeOf));
  return (field) => {
    const key = responseKey(field);
    return findable.has(placeOf(field)) ? [key] : spelledNames(key, spelling);
  };
}

export const spellingOfAnswer = ({ rest, service }: EndpointDocument): Spelling =>
  rest.spelling ?? service.spelling;

/**
 * The fields that are looked for by their response keys once the answer is made: on the way to the data, to the
 * total of a list, and root fields that must not be null. They are not shown themselves, unless nothing is picked.
 */
function fieldsToFind(endpoint: EndpointDocument, { directives }: DocumentVocabulary): readonly FieldNode[] {
  const { rest, paged, document } = endpoint;
  const paths = [...(rest.pick ?? []), ...(paged ? [paged.total] : [])];
  const along = paths.flatMap((path) => fieldsAlong(document, parseResultPath(path)) ?? []);
  const roots = rootFields(endpoint).filter((field) => directives.has(field, 'orElse'));
  return [...along, ...roots];
}

/** The engine may hand over a copy of a node; its place in the document says which one it is. */
const placeOf = ({ loc }: FieldNode): string => (loc ? `${loc.source.name}:${loc.start}` : '');

function ownRule(field: FieldNode, { directives }: DocumentVocabulary): FieldRule {
  const fallback = directives.first(field, 'default')?.values;
  const pluck = directives.first(field, 'pluck')?.values;
  return {
    ...(fallback ? { fallback } : {}),
    ...(pluck ? { pluck: pluck.member } : {}),
    ...(directives.has(field, 'hoist') ? { hoist: true } : {}),
    ...(directives.has(field, 'omitNull') ? { omitNull: true } : {}),
  };
}
