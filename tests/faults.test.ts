/** What is down stays local. */
import { graphql } from './support/graphql';
import { startTestHouse, type TestHouse, type TestTenant } from './support/house';
import { rest } from './support/rest';

const TRACTION = '/traction/api/v1';

describe.each(['http', 'local'] as const)('with Coaching and Account stopped (%s)', (transport) => {
  let house: TestHouse;
  let tenant: TestTenant;
  let goalId: string;

  beforeAll(async () => {
    house = await startTestHouse({ transport });
    tenant = await house.newTenant();
    const call = { token: tenant.token };
    const created = await rest(house.url, `POST ${TRACTION}/goals`, {
      ...call,
      body: { title: 'Stay open' },
    });
    goalId = created.body.data.id;
    await rest(house.url, `POST ${TRACTION}/goals/${goalId}/strategies`, {
      ...call,
      body: { description: 'A way' },
    });
    await house.house.stopSubgraph('coaching');
    await house.house.stopSubgraph('account');
  });

  afterAll(() => house.stop());

  it('a goal still answers, with the defaults in place of what the others know', async () => {
    const { status, body } = await rest(house.url, `GET ${TRACTION}/goals/${goalId}`, {
      token: tenant.token,
    });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      id: goalId,
      owner_id: tenant.userId,
      owner_name: null,
      alignment_score: 0,
      alignment_explanation: '',
      alignment_suggestions: [],
      strategies: [{ description: 'A way' }],
    });
  });

  it('the list of goals still answers', async () => {
    const { status, body } = await rest(house.url, `GET ${TRACTION}/goals`, { token: tenant.token });
    expect(status).toBe(200);
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({ title: 'Stay open', ownerName: null, alignmentScore: 0 });
  });

  it('goals can still be changed', async () => {
    const { status } = await rest(house.url, `POST ${TRACTION}/goals/${goalId}:activate`, {
      token: tenant.token,
    });
    expect(status).toBe(200);
  });

  it('GraphQL answers with what there is, and says what is missing and why', async () => {
    const query = '{ goals { nodes { title owner { name } alignment { score } } } }';
    const { data, errors } = await graphql(house.url, query, {}, tenant.token);
    expect(data).toEqual({ goals: { nodes: [{ title: 'Stay open', owner: null, alignment: null }] } });
    expect(errors?.map(({ extensions }) => extensions)).toEqual(
      expect.arrayContaining([
        { code: 'SERVICE_UNAVAILABLE', service: 'account' },
        { code: 'SERVICE_UNAVAILABLE', service: 'coaching' },
      ]),
    );
    expect(JSON.stringify(errors)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|stopped/);
  });

  it('what needs them is refused with 503 and a time to come back', async () => {
    const alignment = await rest(house.url, `POST ${TRACTION}/alignment/check`, {
      token: tenant.token,
      body: { goalId },
    });
    expect(alignment).toMatchObject({
      status: 503,
      body: { success: false, code: 'AI_SERVICE_UNAVAILABLE' },
    });
    expect(alignment.headers.get('retry-after')).toMatch(/^\d+$/);
    const profile = await rest(house.url, 'GET /account/api/v1/user/profile', { token: tenant.token });
    expect(profile).toMatchObject({ status: 503, body: { success: false, code: 'SERVICE_UNAVAILABLE' } });
  });
});
