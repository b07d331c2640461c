import { entitlementsOf, trialEnd } from './entitlements';

const registeredAt = new Date('2026-01-15T10:00:00.000Z');
const tenant = { trialEndsAt: trialEnd(registeredAt) };

describe('the entitlements of a tenant', () => {
  it('are those of Professional from the first moment', () => {
    const { features, limits } = entitlementsOf(tenant, registeredAt);
    expect(features).toContain('bulkPlanner');
    expect(limits).toEqual({
      goals: 100,
      kpis: 500,
      actions: null,
      strategies: 200,
      attachments: 50,
      reports: 50,
    });
  });

  it('are still those of Professional in the last moment of the 14 days', () => {
    expect(entitlementsOf(tenant, new Date('2026-01-29T09:59:59.999Z')).limits.goals).toBe(100);
  });

  it('are those of Starter when the 14 days are over', () => {
    const { features, limits } = entitlementsOf(tenant, new Date('2026-01-29T10:00:00.000Z'));
    expect(features).toEqual(['goals', 'operations', 'kpis', 'strategies', 'realtime', 'goalCreate']);
    expect(limits).toEqual({
      goals: 10,
      kpis: 50,
      actions: null,
      strategies: 20,
      attachments: 10,
      reports: 5,
    });
  });
});
