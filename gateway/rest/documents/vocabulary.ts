/** Reads the vocabulary: the directives that documents of endpoints may carry beside those of the graph. */
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLDirective,
  GraphQLError,
  isSpecifiedDirective,
  KnownArgumentNamesRule,
  KnownDirectivesRule,
  ProvidedRequiredArgumentsRule,
  UniqueDirectivesPerLocationRule,
  validate,
  ValuesOfCorrectTypeRule,
} from 'graphql';
import { type DocumentFault, faultOf } from '../faults';
import { VocabularyDirectives } from './directives';

const DIRECTIVE_RULES = [
  KnownDirectivesRule,
  KnownArgumentNamesRule,
  ProvidedRequiredArgumentsRule,
  UniqueDirectivesPerLocationRule,
  ValuesOfCorrectTypeRule,
];

export interface DocumentVocabulary {
  readonly definitions: readonly GraphQLDirective[];
  readonly directives: VocabularyDirectives;
  /** What is wrong with the directives of a document, whatever else it holds. */
  check(document: DocumentNode): readonly DocumentFault[];
}

export function readVocabulary(document: DocumentNode): DocumentVocabulary {
  // It declares directives and their types only: a schema without a Query is what it is meant to be.
  const schema = buildASTSchema(document, { assumeValid: true });
  return {
    definitions: schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive)),
    directives: new VocabularyDirectives(schema),
    check: (checked) => validate(schema, checked, DIRECTIVE_RULES).map(faultOf),
  };
}

/** What a reading of directives gives; undefined when their values are not what the vocabulary demands. */
export function readable<Result>(read: () => Result): { readonly value: Result } | undefined {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
