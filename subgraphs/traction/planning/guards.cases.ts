/** Who may ask what of planning: with a token, with the feature, and in the own tenant alone. */
import { codeOf } from '../../common/testing/start-subgraph';
import type { Caller, TestTraction } from '../testing/start-traction';
import { enterTraction } from '../testing/start-traction';
import * as operations from './testing/operations';
import { linkedGoal, measured, rule, type Scene, sceneOf, target } from './testing/scene';

let traction: TestTraction;
let scene: Scene;
/** Of another tenant. */
let other: Caller;
/** What the inputs name. */
let ids: Record<'measureId' | 'targetId' | 'alertId', string>;

beforeAll(async () => {
  traction = await enterTraction();
  other = traction.caller();
  scene = await sceneOf(traction.caller());
  await measured(scene, '2025-12-31', 1, { expectedValue: 2 });
  await rule(scene);
  await linkedGoal(scene, 'Grow');
  await linkedGoal(scene, 'Keep');
  const { id: targetId } = await target(scene, DATE, 5);
  const { setTargets } = await scene.caller.read<{ setTargets: { impact: { alert: { id: string } } } }>(
    operations.SET_TARGETS,
    { input: { measureId: scene.measure.id, targets: [{ date: '2026-05-01T00:00:00Z', value: 9 }] } },
  );
  ids = { measureId: scene.measure.id, targetId, alertId: setTargets.impact.alert.id };
});

const DATE = '2026-03-31T00:00:00Z';

const ALERTS = 'query { crossGoalAlerts { id } }';

interface Field {
  readonly document: string;
  readonly input: () => object;
  /** What a caller of another tenant reads. */
  readonly elsewhere: string;
}

const MUTATIONS: Readonly<Record<string, Field>> = {
  addTarget: {
    document: operations.ADD_TARGET,
    input: () => ({ measureId: ids.measureId, value: 1, date: DATE }),
    elsewhere: 'MEASURE_NOT_FOUND',
  },
  updateTarget: {
    document: operations.UPDATE_TARGET,
    input: () => ({ measureId: ids.measureId, id: ids.targetId, value: 2 }),
    elsewhere: 'MEASURE_NOT_FOUND',
  },
  deleteTarget: {
    document: operations.DELETE_TARGET,
    input: () => ({ measureId: ids.measureId, id: ids.targetId }),
    elsewhere: 'MEASURE_NOT_FOUND',
  },
  setTargets: {
    document: operations.SET_TARGETS,
    input: () => ({ measureId: ids.measureId, targets: [], replaceAll: true }),
    elsewhere: 'MEASURE_NOT_FOUND',
  },
  adjustPlan: {
    document: operations.ADJUST_PLAN,
    input: () => ({ measureId: ids.measureId, strategy: 'MAINTAIN_FINAL_GOAL', rationale: 'x' }),
    elsewhere: 'MEASURE_NOT_FOUND',
  },
  setReplanRule: {
    document: operations.SET_RULE,
    input: () => ({ measureId: ids.measureId }),
    elsewhere: 'MEASURE_NOT_FOUND',
  },
  acknowledgeAlert: {
    document: operations.ACKNOWLEDGE,
    input: () => ({ id: ids.alertId, decision: 'ACCEPTED' }),
    elsewhere: 'ALERT_NOT_FOUND',
  },
};

/** All that planning keeps of the tenant of the scene. */
async function everything(): Promise<unknown[]> {
  const { data } = await scene.caller.context();
  const { targets, planAdjustments, replanRules, crossGoalAlerts } = data;
  return Promise.all([
    targets.find({}),
    planAdjustments.find({}),
    replanRules.find({}),
    crossGoalAlerts.find({}),
  ]);
}

describe.each(Object.entries(MUTATIONS))('%s', (_name, { document, input, elsewhere }) => {
  it('is refused without a token, without the feature and from another tenant, and changes nothing', async () => {
    const before = await everything();
    const variables = { input: input() };
    expect(codeOf(await traction.askAsStranger(document, variables))).toBe('UNAUTHORIZED');
    const { tenantId } = scene.caller.viewer;
    const featureless = traction.caller({ tenantId, features: ['goals'] });
    expect(codeOf(await featureless.ask(document, variables))).toBe('FORBIDDEN');
    expect(codeOf(await other.ask(document, variables))).toBe(elsewhere);
    expect(await everything()).toEqual(before);
  });
});

describe('alerts', () => {
  it('are read with a token and with the feature, in the own tenant', async () => {
    expect(await scene.caller.read(ALERTS)).toEqual({ crossGoalAlerts: [{ id: ids.alertId }] });
    expect(await other.read(ALERTS)).toEqual({ crossGoalAlerts: [] });
    expect(codeOf(await traction.askAsStranger(ALERTS))).toBe('UNAUTHORIZED');
    expect(codeOf(await traction.caller({ features: [] }).ask(ALERTS))).toBe('FORBIDDEN');
  });
});

it('an entity that another subgraph refers to is found in its tenant alone', async () => {
  const document = `query ($references: [_Any!]!) { _entities(representations: $references) {
    ... on Target { value measure { id } } ... on CrossGoalAlert { measureName }
  } }`;
  const references = [
    { __typename: 'Target', id: ids.targetId },
    { __typename: 'CrossGoalAlert', id: ids.alertId },
  ];
  expect(await scene.caller.read(document, { references })).toEqual({
    _entities: [{ value: 5, measure: { id: ids.measureId } }, { measureName: 'Revenue' }],
  });
  expect(await other.read(document, { references })).toEqual({ _entities: [null, null] });
});

describe('limits of form', () => {
  it.each([
    ['addTarget', { confidence: 101 }, 'confidence'],
    ['addTarget', { label: 'x'.repeat(1001) }, 'label'],
    ['setTargets', { targets: [{ date: DATE, value: 1, label: 'x'.repeat(201) }] }, 'targets.0.label'],
    ['adjustPlan', { rationale: '' }, 'rationale'],
    ['adjustPlan', { strategy: 'CUSTOM', targets: [] }, 'targets'],
    ['setReplanRule', { varianceThresholdPercentage: 100.5 }, 'varianceThresholdPercentage'],
    ['setReplanRule', { consecutiveMissesRequired: 0 }, 'consecutiveMissesRequired'],
    ['acknowledgeAlert', { notes: 'x'.repeat(1001) }, 'notes'],
  ])('of %s are kept, as for %p', async (name, members, member) => {
    const { document, input } = MUTATIONS[name] as Field;
    const { errors } = await scene.caller.ask(document, { input: { ...input(), ...members } });
    expect(Object.keys(errors?.[0]?.extensions?.['fields'] as object)).toEqual([member]);
  });
});
