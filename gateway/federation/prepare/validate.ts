import { GraphQLError, GraphQLSchema, Kind, getOperationAST, specifiedRules, validate } from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { InvalidOperation } from '../types';
import type { Vocabulary } from '../types';

/**
 * Validates documents against the API schema, extended by the directives of the caller's vocabulary.
 * The extended schemas are kept per list of directives, which many vocabularies share: building one costs more than
 * validating a document.
 */
export function createValidator(
  api: GraphQLSchema,
): (document: DocumentNode, vocabulary: Vocabulary | undefined) => void {
  const extended = new WeakMap<Vocabulary['directives'], GraphQLSchema>();
  const schemaFor = (vocabulary: Vocabulary | undefined): GraphQLSchema => {
    if (!vocabulary) return api;
    const { directives } = vocabulary;
    const known = extended.get(directives) ?? extend(api, directives);
    extended.set(directives, known);
    return known;
  };
  return (document, vocabulary) => {
    const errors = validate(schemaFor(vocabulary), document, specifiedRules);
    if (errors.length > 0) throw new InvalidOperation(errors);
  };
}

function extend(api: GraphQLSchema, directives: Vocabulary['directives']): GraphQLSchema {
  const config = api.toConfig();
  return new GraphQLSchema({
    ...config,
    directives: [...config.directives, ...directives],
    assumeValid: true,
  });
}

/** The operation to execute: the named one, or the only one. */
export function chooseOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return operation;
  const count = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  throw new InvalidOperation([new GraphQLError(complaint(name, count))]);
}

function complaint(name: string | undefined, count: number): string {
  if (name !== undefined && name !== '') return `Unknown operation named "${name}".`;
  return count > 0
    ? 'Must provide operation name if query contains multiple operations.'
    : 'Must provide an operation.';
}
