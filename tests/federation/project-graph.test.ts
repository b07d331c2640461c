/** Generated queries over the project's own graph, through the engine and through the stock gateway. */
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import fc from 'fast-check';
import { buildClientSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import type { GraphQLSchema, IntrospectionQuery } from 'graphql';
import { readFileSync } from 'node:fs';
import { projectFile } from '../../common/project';
import { queries } from '../../gateway/federation/testing/operations';
import type { SubgraphName } from '../../scripts/house/subgraphs';
import { graphql } from '../support/graphql';
import { startTestHouse, type TestHouse } from '../support/house';

interface Caller {
  readonly authorization?: string;
}

/**
 * What the stock gateway can do: it overwrites keys where an alias has the name of another field, and answers null for
 * all where a condition leaves nothing of a field.
 */
const MATERIAL = { aliases: ['a1', 'a2', 'a3'], directives: [''] };

let test: TestHouse;
let stock: ApolloServer<Caller>;
let token: string;

beforeAll(async () => {
  test = await startTestHouse({ seed: true });
  const { subgraphs } = test.house;
  const source = (name: string): GraphQLDataSource<Caller> => ({
    process: async ({ request, context }) => {
      const answer = await subgraphs.get(name as SubgraphName)?.answer({
        document: parse(request.query ?? ''),
        operationName: request.operationName,
        variables: request.variables,
        authorization: context.authorization,
      });
      return JSON.parse(JSON.stringify(answer)) as object;
    },
  });
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(projectFile('schema', 'supergraph.graphql'), 'utf8'),
    buildService: ({ name }) => source(name) as GraphQLDataSource,
  });
  stock = new ApolloServer<Caller>({ gateway });
  await stock.start();
  token = await signIn();
}, 60_000);

afterAll(async () => {
  await stock.stop();
  await test.stop();
});

async function signIn(): Promise<string> {
  const response = await fetch(`${test.url}/account/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'demo@purposepath.example', password: 'purposepath-demo' }),
  });
  return ((await response.json()) as { data: { accessToken: string } }).data.accessToken;
}

async function stockAnswer(query: string): Promise<unknown> {
  const { body } = await stock.executeOperation(
    { query },
    { contextValue: { authorization: `Bearer ${token}` } },
  );
  if (body.kind !== 'single') throw new Error('The stock gateway answers once');
  return JSON.parse(JSON.stringify(body.singleResult.data));
}

it('the engine answers generated queries as the stock gateway does', async () => {
  const { data } = await graphql<{ goals: { nodes: { id: string }[] }; viewer: { id: string } }>(
    test.url,
    '{ goals(first: 3) { nodes { id } } viewer { id } }',
    {},
    token,
  );
  const ids = data?.goals.nodes.map(({ id }) => `(id: "${id}")`) ?? [];
  expect(ids).toHaveLength(3);
  const args = {
    goal: [...ids, '(id: "none")'],
    goals: ['', '(first: 2)', '(first: 2, offset: 1, sort: { by: TITLE })', '(filter: { search: "o" })'],
    user: [`(id: "${data?.viewer.id}")`, '(id: "none")'],
  };
  const schema = await apiSchema();
  await fc.assert(
    fc.asyncProperty(queries(schema, args, MATERIAL), async (query) => {
      fc.pre(validate(schema, parse(query)).length === 0);
      const ours = await graphql(test.url, query, {}, token);
      expect(ours.data).toEqual(await stockAnswer(query));
    }),
    { numRuns: 100 },
  );
}, 120_000);

/** What clients see of the graph. */
async function apiSchema(): Promise<GraphQLSchema> {
  const { data } = await graphql<IntrospectionQuery>(test.url, getIntrospectionQuery(), {}, token);
  if (!data) throw new Error('The gateway does not tell its schema');
  return buildClientSchema(data);
}
