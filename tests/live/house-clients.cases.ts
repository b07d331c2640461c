/** The project's own graph, live, by the clients that people use, as their documentation sets them up. */
import { readMetric } from '../support/small-gateway';
import type { TestHouse, TestTenant } from '../support/house';
import { enterTestHouse } from '../support/houses';
import { apollo, graphqlSse, type Reader, urql } from './clients';
import { person } from './house-feeds';

const ACTIVITY = `subscription Activity {
  tenantActivity { cursor ... on ActivityEvent { kind goal { id title owner { id name } } author { id name } } }
}`;

let house: TestHouse;
let tenant: TestTenant;
const readers: Reader[] = [];

beforeAll(async () => {
  house = await enterTestHouse({ transport: 'local' });
});

beforeEach(async () => {
  tenant = await house.newTenant();
});

afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});

/** How many subscriptions have begun at this house. */
const begun = async (): Promise<number> =>
  (await readMetric(house.url)('graphql_operations_total', { kind: 'subscription', outcome: 'answered' })) ??
  0;

it.each([
  ['graphql-sse over distinct connections', (url: string, me: string) => graphqlSse(url, false, me)],
  ['graphql-sse over a single connection', (url: string, me: string) => graphqlSse(url, true, me)],
  ['@apollo/client', apollo],
  ['@urql/core', urql],
])(
  '%s is told what is written after it has subscribed, with entities of other services',
  async (_name, create) => {
    const before = await begun();
    const client = create(`${house.url}/graphql/stream`, `Bearer ${tenant.token}`);
    readers.push(client);
    const { results } = client.subscribe(ACTIVITY);
    while ((await begun()) === before);
    const { act } = person(house, tenant, readers);
    const made = await act<{ createGoal: { goal: { id: string } } }>(
      'mutation ($input: CreateGoalInput!) { createGoal(input: $input) { goal { id } } }',
      { title: 'Grow' },
    );
    const ada = { id: tenant.userId, name: 'Ada Lovelace' };
    expect((await results.next()).value).toMatchObject({
      data: {
        tenantActivity: {
          cursor: '1',
          kind: 'GOAL_CREATED',
          goal: { id: made.createGoal.goal.id, title: 'Grow', owner: ada },
          author: ada,
        },
      },
    });
  },
);
