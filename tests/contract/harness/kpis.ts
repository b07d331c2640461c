/** KPIs, their links, milestones and values as the tests make and read them: over REST, like everybody. */
import type { CallOptions } from './call';
import { expectSuccess } from './expect';
import { type GoalJson, newGoal } from './goals';
import type { Kit, Tenant } from './kit';

export interface KpiJson {
  readonly id: string;
  readonly name: string;
  readonly currentValue: number | null;
  readonly currentValueDate: string | null;
  readonly isShared: boolean;
  readonly linkedGoalCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly [member: string]: unknown;
}

export interface KpiLinkJson {
  readonly id: string;
  readonly goalId: string;
  readonly kpiId: string;
  readonly isPrimary: boolean;
  readonly thresholdPct: number;
  readonly order: number;
  readonly linkedAt: string;
}

export interface MilestoneJson {
  readonly id: string;
  readonly kpiId: string;
  readonly milestoneDate: string;
  readonly targetValue: number;
  readonly confidenceLevel: number | null;
  readonly [member: string]: unknown;
}

export interface PeriodJson {
  readonly periodType: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly startValue: number;
  readonly endValue: number;
  readonly delta: number;
  readonly growthRate: number;
  readonly interpolatedFromMilestones: readonly string[];
}

export interface PlanJson {
  readonly kpi: Readonly<Record<string, unknown>>;
  readonly milestones: readonly MilestoneJson[];
  readonly periods: readonly PeriodJson[];
  readonly trajectory: { method: string; totalChange: number; averageMonthlyGrowth: number };
}

export interface ActualJson {
  readonly id: string;
  readonly measurementDate: string;
  readonly actualValue: number;
  readonly expectedValue: number | null;
  readonly variance: number | null;
  readonly variancePercentage: number | null;
  readonly triggersReplan: boolean;
  readonly replanThresholdExceeded: boolean;
  readonly autoAdjustmentApplied: boolean;
  readonly [member: string]: unknown;
}

export interface RecordedJson {
  readonly actual: ActualJson;
  readonly adjustment: AdjustmentJson | null;
  readonly suggestions: readonly { adjustmentStrategy: string; newMilestones: readonly object[] }[];
}

export interface AdjustmentJson {
  readonly id: string;
  readonly previousMilestones: readonly MilestoneJson[];
  readonly newMilestones: readonly MilestoneJson[];
  readonly affectedGoalIds: readonly string[];
  readonly [member: string]: unknown;
}

export interface AlertJson {
  readonly id: string;
  readonly kpiId: string;
  readonly status: string;
  readonly decision: string | null;
  readonly affectedGoals: readonly { goalId: string; impactLevel: string }[];
  readonly [member: string]: unknown;
}

export interface MilestonesJson {
  readonly milestones: readonly MilestoneJson[];
  readonly interpolatedPeriods: Readonly<Record<'monthly' | 'quarterly' | 'yearly', readonly PeriodJson[]>>;
  readonly impactAnalysis: {
    changedMilestones: number;
    affectedPeriods: number;
    crossGoalAlert: AlertJson | null;
  };
}

export const NEW_KPI = { name: 'Monthly Recurring Revenue', unit: 'USD', direction: 'up' };

export async function newKpi(kit: Kit, tenant: Tenant, body: object = {}): Promise<KpiJson> {
  return expectSuccess(await kit.as(tenant, 'createKpi', { body: { ...NEW_KPI, ...body } }), 'createKpi');
}

export async function readKpi(kit: Kit, tenant: Tenant, id: string): Promise<KpiJson> {
  return expectSuccess(await kit.as(tenant, 'getKpi', { params: { id } }), 'getKpi');
}

export async function linkKpi(
  kit: Kit,
  tenant: Tenant,
  goalId: string,
  kpiId: string,
  body: object = {},
): Promise<KpiLinkJson> {
  const answer = await kit.as(tenant, 'linkKpi', { params: { goalId }, body: { kpiId, ...body } });
  return expectSuccess(answer, 'linkKpi');
}

export interface Linked {
  readonly goal: GoalJson;
  readonly kpi: KpiJson;
  readonly link: KpiLinkJson;
  /** The parameters of paths that name both. */
  readonly params: { readonly goalId: string; readonly kpiId: string };
}

/** A new KPI of a new goal. */
export async function linkedKpi(kit: Kit, tenant: Tenant, body: object = {}): Promise<Linked> {
  const [goal, kpi] = [await newGoal(kit, tenant), await newKpi(kit, tenant, body)];
  const link = await linkKpi(kit, tenant, goal.id, kpi.id);
  return { goal, kpi, link, params: { goalId: goal.id, kpiId: kpi.id } };
}

/** A new KPI that serves two new goals. */
export async function sharedKpi(
  kit: Kit,
  tenant: Tenant,
  body: object = {},
): Promise<{ readonly kpi: KpiJson; readonly goalIds: readonly [string, string] }> {
  const { goal, kpi } = await linkedKpi(kit, tenant, body);
  const other = await newGoal(kit, tenant, { title: 'Keep customers' });
  await linkKpi(kit, tenant, other.id, kpi.id);
  return { kpi, goalIds: [goal.id, other.id] };
}

export async function setMilestones(
  kit: Kit,
  tenant: Tenant,
  sharedKpiId: string,
  milestones: readonly object[],
  replaceAll?: boolean,
): Promise<MilestonesJson> {
  const body = { milestones, ...(replaceAll === undefined ? {} : { replaceAll }) };
  return expectSuccess(
    await kit.as(tenant, 'setMilestones', { params: { sharedKpiId }, body }),
    'setMilestones',
  );
}

/** Milestones as `{ '2026-03-31': 50000 }`. */
export const targetsOf = (targets: Readonly<Record<string, number>>): readonly object[] =>
  Object.entries(targets).map(([milestoneDate, targetValue]) => ({ milestoneDate, targetValue }));

/** The same, read from an answer. */
export const asTargets = (milestones: readonly MilestoneJson[]): Record<string, number> =>
  Object.fromEntries(milestones.map(({ milestoneDate, targetValue }) => [milestoneDate, targetValue]));

export async function milestonesOf(
  kit: Kit,
  tenant: Tenant,
  sharedKpiId: string,
): Promise<readonly MilestoneJson[]> {
  return expectSuccess(await kit.as(tenant, 'getMilestones', { params: { sharedKpiId } }), 'getMilestones');
}

export async function planOf(
  kit: Kit,
  tenant: Tenant,
  sharedKpiId: string,
  granularity?: string,
): Promise<PlanJson> {
  const query = granularity === undefined ? undefined : { granularity };
  return expectSuccess(await kit.as(tenant, 'getKpiPlan', { params: { sharedKpiId }, query }), 'getKpiPlan');
}

export async function recordActual(
  kit: Kit,
  tenant: Tenant,
  sharedKpiId: string,
  [measurementDate, actualValue]: readonly [string, number],
  body: object = {},
): Promise<RecordedJson> {
  const answer = await kit.as(tenant, 'recordActual', {
    params: { sharedKpiId },
    body: { measurementDate, actualValue, ...body },
  });
  return expectSuccess(answer, 'recordActual');
}

export async function actualsOf(
  kit: Kit,
  tenant: Tenant,
  sharedKpiId: string,
  query?: CallOptions['query'],
): Promise<readonly ActualJson[]> {
  const answer = await kit.as(tenant, 'listActuals', { params: { sharedKpiId }, query });
  return expectSuccess(answer, 'listActuals');
}

export async function setRule(kit: Kit, tenant: Tenant, sharedKpiId: string, body: object): Promise<object> {
  const answer = await kit.as(tenant, 'updateReplanRule', { params: { sharedKpiId }, body });
  return expectSuccess(answer, 'updateReplanRule');
}

export async function alertsOf(
  kit: Kit,
  tenant: Tenant,
  query: Record<string, string> = {},
): Promise<readonly AlertJson[]> {
  return expectSuccess(await kit.as(tenant, 'listCrossGoalAlerts', { query }), 'listCrossGoalAlerts');
}
