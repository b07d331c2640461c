import { ENTITIES, type SessionAnswer } from '../testing/operations';
import { enterAccount, type TestAccount } from '../testing/start-account';
import { dataOf } from '../../common/testing/start-subgraph';

let house: TestAccount;
let session: SessionAnswer;

beforeAll(async () => {
  house = await enterAccount();
  session = await house.register();
});

async function tenant(id: string): Promise<unknown> {
  const variables = { references: [{ __typename: 'Tenant', id }] };
  const answer = await house.ask({ document: ENTITIES, variables, accessToken: session.accessToken });
  return dataOf<{ _entities: unknown[] }>(answer)._entities[0];
}

describe('a tenant that another subgraph refers to', () => {
  it('is the one of the caller', async () => {
    expect(await tenant(session.tenant.id)).toEqual({
      name: "Grace's organisation",
      foundation: { coreValues: [] },
    });
  });

  it('is null when it is another one', async () => {
    const other = await house.register();
    expect(await tenant(other.tenant.id)).toBeNull();
  });
});
