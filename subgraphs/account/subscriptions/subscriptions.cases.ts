import { startAccount, type TestAccount } from '../testing/start-account';
import { dataOf } from '../../common/testing/start-subgraph';
import { TIERS } from './tiers';

const INCLUDED =
  '{ viewer { tenant { features limits { goals measures actions strategies attachments reports } } } }';
const TRIAL_SECONDS = 14 * 24 * 60 * 60;

interface Included {
  readonly features: readonly string[];
  readonly limits: Readonly<Record<string, number | null>>;
}

let house: TestAccount;

beforeAll(async () => {
  house = await startAccount({ accessTokenSeconds: 2 * TRIAL_SECONDS });
});

afterAll(() => house.stop());

async function included(accessToken: string): Promise<Included> {
  const answer = await house.ask({ document: INCLUDED, accessToken });
  return dataOf<{ viewer: { tenant: Included } }>(answer).viewer.tenant;
}

it('a tenant has what its subscription includes at this moment, not what the token says', async () => {
  const { accessToken } = await house.register();
  expect(await included(accessToken)).toMatchObject({
    features: expect.arrayContaining(['BULK_PLANNER', 'STRATEGY_COMPARE', 'MEASURES']),
    limits: { goals: 100, measures: 500, actions: null, strategies: 200, attachments: 50, reports: 50 },
  });
  house.clock.advance(TRIAL_SECONDS);
  expect(await included(accessToken)).toEqual({
    features: ['GOALS', 'OPERATIONS', 'MEASURES', 'STRATEGIES', 'REALTIME', 'GOAL_CREATE'],
    limits: { goals: 10, measures: 50, actions: null, strategies: 20, attachments: 10, reports: 5 },
  });
});

it('the graph knows every feature that a tier has', async () => {
  const { accessToken } = await house.register();
  expect((await included(accessToken)).features).toHaveLength(TIERS.professional.features.length);
});
