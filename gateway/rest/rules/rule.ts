/** What rules are made of. A rule looks at one thing and tells every place where a document breaks it. */
import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  visit,
} from 'graphql';
import type { ValueNode } from 'graphql';
import type { VocabularyDirectives } from '../documents/directives';
import type { EndpointDocument, ServiceDocuments } from '../documents/load';
import type { DocumentVariable } from '../documents/variables';
import type { DocumentFault } from '../faults';

export interface EndpointFacts {
  readonly endpoint: EndpointDocument;
  readonly variables: readonly DocumentVariable[];
  readonly schema: GraphQLSchema;
  readonly directives: VocabularyDirectives;
}

export interface ServiceFacts {
  readonly service: ServiceDocuments;
  readonly schema: GraphQLSchema;
  readonly directives: VocabularyDirectives;
}

export type EndpointRule = (facts: EndpointFacts) => readonly DocumentFault[];
export type ServiceRule = (facts: ServiceFacts) => readonly DocumentFault[];

/** Where an argument of a directive stands, or one item of it; the directive itself where it is left to its default. */
export function placeOf(directive: DirectiveNode, name: string, item?: number): DirectiveNode | ValueNode {
  const argument = directive.arguments?.find((candidate: ArgumentNode) => candidate.name.value === name);
  if (!argument) return directive;
  const { value } = argument;
  const nth = value.kind === Kind.LIST && item !== undefined ? value.values[item] : undefined;
  return nth ?? value;
}

/** All fields that an endpoint selects, at every depth, those of its fragments included. */
export function selectedFields({ document }: EndpointDocument): readonly FieldNode[] {
  const fields: FieldNode[] = [];
  visit(document, {
    Field: (field) => {
      fields.push(field);
    },
  });
  return fields;
}
