/** One good request for each endpoint of KPIs. */
import { newAction } from './actions';
import type { CallOptions } from './call';
import { newGoal } from './goals';
import type { Kit, Tenant } from './kit';
import { linkedKpi, NEW_KPI, newKpi, setMilestones, setRule, sharedKpi, targetsOf } from './kpis';

type Sample = (kit: Kit, tenant: Tenant) => Promise<CallOptions>;

/** On a new goal that has a KPI. */
const onGoal = async (kit: Kit, tenant: Tenant): Promise<CallOptions> => {
  const { goalId } = (await linkedKpi(kit, tenant)).params;
  return { params: { goalId } };
};

/** On the link of a new KPI with a new goal. */
const onLink =
  (body?: object): Sample =>
  async (kit, tenant) => ({
    params: { ...(await linkedKpi(kit, tenant)).params },
    ...(body ? { body } : {}),
  });

/** On a new KPI, under the name that the path has for it. */
const onKpi =
  (parameter: 'id' | 'kpiId' | 'sharedKpiId', body?: object): Sample =>
  async (kit, tenant) => ({
    params: { [parameter]: (await newKpi(kit, tenant)).id },
    ...(body ? { body } : {}),
  });

const MILESTONES = targetsOf({ '2026-03-31': 50_000, '2026-06-30': 60_000 });

export const KPI_SAMPLES: Readonly<Record<string, Sample>> = {
  listKpis: async () => ({}),
  createKpi: async () => ({ body: NEW_KPI }),
  getKpi: onKpi('id'),
  updateKpi: onKpi('id', { name: 'Annual Recurring Revenue' }),
  deleteKpi: onKpi('id'),
  listKpiReadings: onKpi('id'),
  createKpiReading: onKpi('id', { period: '2026-01', value: 45_000 }),
  linkKpi: async (kit, tenant) => {
    const [goal, kpi] = [await newGoal(kit, tenant), await newKpi(kit, tenant)];
    return { params: { goalId: goal.id }, body: { kpiId: kpi.id, thresholdPct: 80 } };
  },
  unlinkKpi: async (kit, tenant) => {
    const { goalId, kpiId } = (await linkedKpi(kit, tenant)).params;
    return { params: { goalId }, body: { kpiId } };
  },
  setKpiThreshold: onLink({ thresholdPct: 85 }),
  getKpiLink: onLink(),
  getAvailableKpis: onGoal,
  getKpisForGoals: async (kit, tenant) => {
    const { goalId } = (await linkedKpi(kit, tenant)).params;
    return { body: { goalIds: [goalId] } };
  },
  listGoalKpis: onGoal,
  setPrimaryKpi: onLink(),
  getMilestones: onKpi('sharedKpiId'),
  setMilestones: onKpi('sharedKpiId', { milestones: MILESTONES, replaceAll: true }),
  getKpiPlan: async (kit, tenant) => {
    const { id } = await newKpi(kit, tenant);
    await setMilestones(kit, tenant, id, MILESTONES);
    return { params: { sharedKpiId: id } };
  },
  getGoalKpiPlanning: onGoal,
  recordActual: onKpi('sharedKpiId', { measurementDate: '2026-01-14', actualValue: 45_000 }),
  listActuals: onKpi('sharedKpiId'),
  updateActionKpis: async (kit, tenant) => ({
    params: { actionId: await newAction(kit, tenant) },
    body: { kpiUpdates: [{ kpiId: (await newKpi(kit, tenant)).id, newValue: 45_000 }] },
  }),
  syncKpiUpdate: async (kit, tenant) => {
    const [actionId, kpi] = [await newAction(kit, tenant), await newKpi(kit, tenant)];
    return { body: { actionId, kpiId: kpi.id, newValue: 45_000, updateDate: '2026-01-14' } };
  },
  adjustKpiPlan: async (kit, tenant) => {
    const { id } = await newKpi(kit, tenant, { currentValue: 40_000 });
    await setMilestones(kit, tenant, id, MILESTONES);
    return {
      params: { sharedKpiId: id },
      body: { strategy: 'maintain_final_goal', rationale: 'A slow start' },
    };
  },
  getCrossGoalImpact: async (kit, tenant) => ({ params: { kpiId: (await sharedKpi(kit, tenant)).kpi.id } }),
  listCrossGoalAlerts: async () => ({}),
  listGoalCrossGoalAlerts: onGoal,
  acknowledgeCrossGoalAlert: async (kit, tenant) => {
    const { kpi } = await sharedKpi(kit, tenant);
    const { impactAnalysis } = await setMilestones(kit, tenant, kpi.id, MILESTONES);
    return { params: { alertId: impactAnalysis.crossGoalAlert?.id ?? '' }, body: { decision: 'accepted' } };
  },
  getReplanRule: async (kit, tenant) => {
    const { id } = await newKpi(kit, tenant);
    await setRule(kit, tenant, id, {});
    return { params: { sharedKpiId: id } };
  },
  updateReplanRule: onKpi('sharedKpiId', { varianceThresholdPercentage: 5 }),
};
