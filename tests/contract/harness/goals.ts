/** Goals and strategies as the tests make and read them: over REST, like everybody. */
import type { LoggedChange } from '../../../subgraphs/common/changes';
import type { CallOptions } from './call';
import type { Kit, Tenant } from './kit';
import { expectSuccess } from './expect';

export type GoalStatus = 'draft' | 'active' | 'completed' | 'paused' | 'cancelled' | 'archived';

export const GOAL_STATUSES: readonly GoalStatus[] = [
  'draft',
  'active',
  'completed',
  'paused',
  'cancelled',
  'archived',
];

export interface StrategyJson {
  readonly id: string;
  readonly goalId: string;
  readonly description: string;
  readonly order: number;
  readonly aiGenerated: boolean;
  readonly status: string;
  readonly validationScore: number | null;
  readonly validationFeedback: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Both spellings are sent; tests read the one that the document shows. */
export interface GoalJson {
  readonly id: string;
  readonly title: string;
  readonly intent: string;
  readonly description: string;
  readonly status: GoalStatus;
  readonly owner_id: string;
  readonly owner_name: string | null;
  readonly horizon: string | null;
  readonly value_tags: readonly string[];
  readonly progress: number;
  readonly metadata: unknown;
  readonly completed_at: string | null;
  readonly alignment_score: number;
  readonly alignment_explanation: string;
  readonly alignment_suggestions: readonly string[];
  readonly strategies: readonly StrategyJson[];
  readonly kpis: readonly Readonly<Record<string, unknown>>[];
  readonly created_at: string;
  readonly updated_at: string;
}

export async function newGoal(kit: Kit, tenant: Tenant, body: object = {}): Promise<GoalJson> {
  const answer = await kit.as(tenant, 'createGoal', { body: { title: 'Grow revenue', ...body } });
  return expectSuccess<GoalJson>(answer, 'createGoal');
}

export async function readGoal(kit: Kit, tenant: Tenant, id: string): Promise<GoalJson> {
  return expectSuccess<GoalJson>(await kit.as(tenant, 'getGoal', { params: { id } }), 'getGoal');
}

export async function newStrategy(
  kit: Kit,
  tenant: Tenant,
  goalId: string,
  body: object = {},
): Promise<StrategyJson> {
  const answer = await kit.as(tenant, 'createStrategy', {
    params: { goalId },
    body: { description: 'Run a campaign', ...body },
  });
  return expectSuccess<StrategyJson>(answer, 'createStrategy');
}

/** The steps by which a new goal comes into a status. */
const STEPS: Readonly<Record<GoalStatus, readonly [endpointId: string, body: object][]>> = {
  draft: [],
  active: [['activateGoal', {}]],
  paused: [
    ['activateGoal', {}],
    ['pauseGoal', {}],
  ],
  completed: [['closeGoal', { finalStatus: 'completed' }]],
  cancelled: [['closeGoal', { finalStatus: 'cancelled' }]],
  archived: [['updateGoal', { status: 'archived' }]],
};

export async function goalIn(kit: Kit, tenant: Tenant, status: GoalStatus): Promise<GoalJson> {
  let goal = await newGoal(kit, tenant);
  for (const [endpointId, body] of STEPS[status]) {
    goal = expectSuccess(await kit.as(tenant, endpointId, { params: { id: goal.id }, body }), endpointId);
  }
  expect(goal.status).toBe(status);
  return goal;
}

/** What the change log of Traction holds of a goal. */
export async function changesOf(kit: Kit, tenant: Tenant, goalId: string): Promise<readonly LoggedChange[]> {
  const { data } = await kit.inside('traction', tenant);
  return data.changes.find({ goalId }, { sort: { seq: 1 } });
}

export interface ActivityJson {
  readonly id: string;
  readonly goalId: string;
  readonly type: string;
  readonly text: string;
  readonly content: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly metadata: unknown;
  readonly createdBy: string;
  readonly createdByName: string | null;
  readonly createdAt: string;
}

export async function activityOf(
  kit: Kit,
  tenant: Tenant,
  id: string,
  query?: CallOptions['query'],
): Promise<readonly ActivityJson[]> {
  return expectSuccess(
    await kit.as(tenant, 'listGoalActivity', { params: { id }, query }),
    'listGoalActivity',
  );
}

export async function newEntry(
  kit: Kit,
  tenant: Tenant,
  id: string,
  body: object = {},
): Promise<ActivityJson> {
  const answer = await kit.as(tenant, 'createGoalActivity', {
    params: { id },
    body: { type: 'note', text: 'Well done', ...body },
  });
  return expectSuccess<ActivityJson>(answer, 'createGoalActivity');
}

/** What the goal's activity tells, newest first. */
export async function feedOf(
  kit: Kit,
  tenant: Tenant,
  goalId: string,
): Promise<readonly Pick<ActivityJson, 'type' | 'title' | 'text'>[]> {
  const entries = await activityOf(kit, tenant, goalId);
  return entries.map(({ type, title, text }) => ({ type, title, text }));
}

/** The kinds of the recent activity that a goal has left. */
export async function recentOf(kit: Kit, tenant: Tenant, goalId: string): Promise<readonly string[]> {
  const changes = await changesOf(kit, tenant, goalId);
  return changes.filter(({ visibleIn }) => visibleIn.includes('recent')).map(({ kind }) => kind);
}
