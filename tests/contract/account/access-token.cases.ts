import { bookOf } from '../harness/books';
import { isMap, type Json, texts } from '../harness/data';
import { expectError, expectSuccess } from '../harness/expect';
import { contract } from '../harness/kit';
import { claimsOf, signInAgain } from '../harness/people';
import { faultsOf } from '../harness/shape';

const DAY_SECONDS = 24 * 60 * 60;
const TRIAL_SECONDS = 14 * DAY_SECONDS;

const member = (value: Json | undefined, ...path: readonly string[]): Json => {
  let found = value;
  for (const name of path) found = isMap(found) ? found[name] : undefined;
  return found ?? null;
};

const tier = (name: string): Json => member(texts['account'], 'tiers', name);
const { FeatureName = [], LimitName = [] } = bookOf('account').enums;

contract('account/access-token', (kit) => {
  kit.it('account.tokens.access', 'an access token is a JWT that works for fifteen minutes', async () => {
    const tenant = await kit.tenant();
    const { iat, exp } = claimsOf(tenant.token) as { iat: number; exp: number };
    expect(exp - iat).toBe(15 * 60);
    kit.clock.advance(15 * 60 - 1);
    expectSuccess(await kit.as(tenant, 'getUserProfile'), 'getUserProfile');
    kit.clock.advance(1);
    expectError(await kit.as(tenant, 'getUserProfile'), 401, 'UNAUTHORIZED');
  });

  it('an access token works as long as is configured', () =>
    kit.elsewhere({ env: { ACCESS_TOKEN_SECONDS: '60' } }, async (there) => {
      const tenant = await there.tenant();
      there.clock.advance(59);
      expectSuccess(await there.as(tenant, 'getUserProfile'), 'getUserProfile');
      there.clock.advance(1);
      expectError(await there.as(tenant, 'getUserProfile'), 401, 'UNAUTHORIZED');
    }));

  it('an access token whose signature was touched is none', async () => {
    const tenant = await kit.tenant();
    const [header, payload, signature = ''] = tenant.token.split('.');
    const touched = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    for (const token of [
      `${header}.${payload}.${touched}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
    ]) {
      expectError(await kit.as({ ...tenant, token }, 'getUserProfile'), 401, 'UNAUTHORIZED');
    }
  });

  kit.it('account.tokens.claims', 'an access token carries the documented claims', async () => {
    const tenant = await kit.tenant();
    const { iat: _iat, exp: _exp, jti: _jti, iss: _iss, limits, ...claims } = claimsOf(tenant.token);
    const { limits: _limits, ...documented } = member(texts['account'], 'tokens', 'claims') as Record<
      string,
      Json
    >;
    expect(faultsOf(bookOf('account'), documented, claims)).toEqual([]);
    expect(claims).toMatchObject({
      user_id: tenant.userId,
      tenant_id: tenant.tenantId,
      org_id: tenant.orgId,
      username: tenant.email,
      user_status: 'Active',
      role: 'user',
      is_tenant_owner: true,
    });
    expect(isMap(limits)).toBe(true);
  });

  kit.it(
    [
      'account.tiers.professional',
      'account.tiers.rules.1',
      'account.limitsSemantics.1',
      'account.limitsSemantics.2',
    ],
    'a fresh tenant has everything of Professional for fourteen days',
    async () => {
      const tenant = await kit.tenant();
      kit.clock.advance(TRIAL_SECONDS - 1);
      const { features, limits } = claimsOf((await signInAgain(kit, tenant)).token);
      expect([...(features as string[])].sort()).toEqual([...FeatureName].sort());
      expect(limits).toEqual(member(tier('professional'), 'limits'));
      expect(Object.keys(limits as object).sort()).toEqual([...LimitName].sort());
      for (const limit of Object.values(limits as object)) {
        expect(limit === null || Number.isInteger(limit)).toBe(true);
      }
    },
  );

  kit.it('account.tiers.starter', 'after the trial a tenant has what Starter has', async () => {
    const tenant = await kit.tenant();
    kit.clock.advance(TRIAL_SECONDS);
    const { features, limits } = claimsOf((await signInAgain(kit, tenant)).token);
    expect([...(features as string[])].sort()).toEqual(
      [...(member(tier('starter'), 'features') as string[])].sort(),
    );
    expect(limits).toEqual(member(tier('starter'), 'limits'));
  });
});
