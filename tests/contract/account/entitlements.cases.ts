import { bookOf } from '../harness/books';
import { isMap, texts } from '../harness/data';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectSuccess } from '../harness/expect';
import { contract, type Tenant } from '../harness/kit';
import { signInAgain } from '../harness/people';

const TRIAL_SECONDS = 14 * 24 * 60 * 60;
const { FeatureName = [], LimitName = [] } = bookOf('account').enums;

/** What the contract says of a tier. */
function tier(name: string): { features: string[]; limits: Record<string, number | null> } {
  const tiers = texts['account']?.['tiers'];
  return (isMap(tiers) ? tiers[name] : undefined) as ReturnType<typeof tier>;
}

contract('account/entitlements', (kit) => {
  rowsOfEveryEndpoint(kit, 'getUserFeatures', 'getUserLimits');

  const features = async (tenant: Tenant): Promise<string[]> =>
    expectSuccess<string[]>(await kit.as(tenant, 'getUserFeatures'), 'getUserFeatures');

  const limits = async (tenant: Tenant): Promise<object> =>
    expectSuccess(await kit.as(tenant, 'getUserLimits'), 'getUserLimits');

  async function afterTrial(): Promise<Tenant> {
    const tenant = await kit.tenant();
    kit.clock.advance(TRIAL_SECONDS);
    return signInAgain(kit, tenant);
  }

  kit.it(
    ['getUserFeatures.200', 'getUserFeatures.rules.1'],
    "the features are those of the tenant's tier",
    async () => {
      expect((await features(await kit.tenant())).sort()).toEqual([...FeatureName].sort());
    },
  );

  kit.it('getUserFeatures.rules.2', 'the features without a subscription are those of Starter', async () => {
    expect((await features(await afterTrial())).sort()).toEqual([...tier('starter').features].sort());
  });

  kit.it(
    ['getUserLimits.200', 'account.limitsSemantics.6'],
    "the limits are those of the tenant's tier, with all six names",
    async () => {
      const found = await limits(await kit.tenant());
      expect(found).toEqual(tier('professional').limits);
      expect(Object.keys(found).sort()).toEqual([...LimitName].sort());
    },
  );

  kit.it('getUserLimits.rules.1', 'the limits without a subscription are those of Starter', async () => {
    expect(await limits(await afterTrial())).toEqual(tier('starter').limits);
  });
});
