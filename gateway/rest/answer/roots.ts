/** The root fields of an endpoint, as its result shows them. */
import type { FieldNode } from 'graphql';
import { type ErrorCode, isErrorCode } from '../../../common/errors';
import type { EndpointDocument } from '../documents/load';
import type { VocabularyDirectives } from '../documents/directives';
import type { ResultPath } from './picks';

export interface RootField {
  /** Where its value lies in the result; the result itself for one whose members stand there (@hoist). */
  readonly path: ResultPath;
  /** The error when it is null. */
  readonly orElse: ErrorCode | undefined;
}

export const rootFields = ({ operation }: EndpointDocument): readonly FieldNode[] =>
  operation.selectionSet.selections.filter((selection) => selection.kind === 'Field');

export function rootsOf(
  endpoint: EndpointDocument,
  directives: VocabularyDirectives,
  shownName: (field: FieldNode) => string,
): readonly RootField[] {
  return rootFields(endpoint).map((field) => {
    const code = directives.first(field, 'orElse')?.values.code;
    return {
      path: directives.has(field, 'hoist') ? [] : [shownName(field)],
      orElse: isErrorCode(code) ? code : undefined,
    };
  });
}
