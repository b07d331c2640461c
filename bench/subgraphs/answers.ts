import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import type { Subgraph } from './subgraph';

/** An operation as a subgraph receives it. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

interface GraphQLBody extends Omit<Operation, 'document'> {
  readonly query: string;
}

/** The text of an answer to the text of a request. */
export type AnswerText = (text: string) => Buffer | Promise<Buffer>;

export const schemaOf = ({ typeDefs, resolvers }: Subgraph): GraphQLSchema =>
  buildSubgraphSchema({ typeDefs, resolvers });

export const answer = async (
  schema: GraphQLSchema,
  { document, operationName, variables }: Operation,
): Promise<ExecutionResult> =>
  execute({ schema, document, operationName, variableValues: variables ?? null });

/** Executes every request; documents are parsed once, as servers do. */
export function computing(schema: GraphQLSchema): AnswerText {
  const documents = new Map<string, DocumentNode>();
  return async (text) => {
    const { query, ...rest } = JSON.parse(text) as GraphQLBody;
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return Buffer.from(JSON.stringify(await answer(schema, { document, ...rest })));
  };
}

/** Executes every request once, and then finds the answer by the text of the request. */
export function remembering(compute: AnswerText): AnswerText {
  const answers = new Map<string, Buffer>();
  const remember = async (text: string): Promise<Buffer> => {
    const computed = await compute(text);
    answers.set(text, computed);
    return computed;
  };
  return (text) => answers.get(text) ?? remember(text);
}
