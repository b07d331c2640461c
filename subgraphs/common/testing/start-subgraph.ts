/** A subgraph on an empty database of its own, for tests. */
import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import type { Clock } from '../../../common/clock';
import { silentLogger } from '../../../common/log';
import type { VerifyToken } from '../../../common/tokens';
import { startTestMongo } from '../../../tests/support/mongo';
import type { Collections } from '../collections';
import { Subgraph, type SubgraphAnswer, type SubgraphDefinition } from '../subgraph';

export interface Question {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly accessToken?: string | undefined;
}

export interface StartedSubgraph<C extends Collections, S> {
  readonly subgraph: Subgraph<C, S>;
  /** Asks as the gateway does. */
  ask(question: Question): Promise<SubgraphAnswer>;
  stop(): Promise<void>;
}

export async function startSubgraph<C extends Collections, S>(
  definition: SubgraphDefinition<C, S>,
  { clock, verifyToken }: { readonly clock: Clock; readonly verifyToken: VerifyToken },
): Promise<StartedSubgraph<C, S>> {
  const mongo = await startTestMongo();
  const options = {
    mongodbUri: mongo.uri,
    databasePrefix: randomUUID(),
    environment: 'test',
    clock,
    log: silentLogger,
    verifyToken,
  };
  const subgraph = await Subgraph.start(definition, options).catch(async (fault: unknown) => {
    await mongo.stop(); // the server would keep the test run from ending
    throw fault;
  });
  return {
    subgraph,
    ask: ({ document, variables, accessToken }) =>
      subgraph.answer({
        document: parse(document),
        variables,
        authorization: accessToken === undefined ? undefined : `Bearer ${accessToken}`,
      }),
    stop: async () => {
      await subgraph.stop();
      await mongo.stop();
    },
  };
}

/** The data of an answer that has no errors. */
export function dataOf<T>({ data, errors }: SubgraphAnswer): T {
  if (errors) throw new Error(`The answer has errors: ${JSON.stringify(errors)}`);
  return data as T;
}

/** The code of the first error of an answer; undefined where there is none. */
export const codeOf = ({ errors }: SubgraphAnswer): unknown => errors?.[0]?.extensions?.['code'];
