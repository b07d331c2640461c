/** Targets of several dates at once, over a real database. */
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { SET_TARGETS } from './testing/operations';
import { linkedGoal, logged, measured, type Scene, sceneOf, target, targetsOfScene } from './testing/scene';

let traction: TestTraction;
let scene: Scene;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(async () => {
  scene = await sceneOf(traction.caller());
});

interface SetAnswer {
  readonly impact: {
    readonly changedTargets: number;
    readonly affectedPeriods: number;
    readonly alert: { id: string; affectedGoals: { goalId: string }[] } | null;
  };
  readonly measure: { targets: { id: string; revisions: object[] }[] };
}

const ask = (targets: object[], replaceAll?: boolean) =>
  scene.caller.ask(SET_TARGETS, {
    input: { measureId: scene.measure.id, targets, ...(replaceAll === undefined ? {} : { replaceAll }) },
  });

async function set(...args: Parameters<typeof ask>): Promise<SetAnswer> {
  const { data, errors } = await ask(...args);
  expect(errors).toBeUndefined();
  return (data as { setTargets: SetAnswer }).setTargets;
}

const MARCH = { date: '2025-03-31T00:00:00Z', value: 50000, label: 'Q1 Target', confidence: 80 };
const JUNE = { date: '2025-06-30T00:00:00Z', value: 65000 };

it('gives what the document shows: one target, three months', async () => {
  await measured(scene, '2024-12-31', 45000);
  expect(await set([MARCH], true)).toMatchObject({
    impact: { changedTargets: 1, affectedPeriods: 3, alert: null },
  });
});

describe('targets that are merged', () => {
  it('leave those of other days, and change the one of the same day under its id', async () => {
    const march = await target(scene, '2025-03-31T18:00:00Z', 40000, { rationale: 'kept' });
    const may = await target(scene, '2025-05-31', 60000);
    const { measure, impact } = await set([MARCH, JUNE]);
    expect(impact.changedTargets).toBe(2);
    expect(measure.targets).toMatchObject([
      { id: march.id, value: 50000, label: 'Q1 Target', rationale: 'kept', revisions: [{ value: 40000 }] },
      { id: may.id, revisions: [] },
      { value: 65000, revisions: [] },
    ]);
  });

  it('count nothing, and tell nobody, where nothing changes', async () => {
    await linkedGoal(scene, 'Grow');
    await linkedGoal(scene, 'Keep');
    await set([MARCH]);
    expect(await set([MARCH])).toMatchObject({
      impact: { changedTargets: 0, affectedPeriods: 0, alert: null },
    });
    expect(await logged(scene, 'plan_changed')).toHaveLength(2);
  });
});

describe('targets that replace all', () => {
  it('remove the others, which count as changed', async () => {
    await measured(scene, '2024-12-31', 45000);
    await set([MARCH, JUNE]);
    expect(await set([MARCH], true)).toMatchObject({ impact: { changedTargets: 1, affectedPeriods: 3 } });
    expect(await targetsOfScene(scene)).toEqual([['2025-03-31', 50000]]);
  });

  it('may be none', async () => {
    await set([MARCH, JUNE]);
    expect(await set([], true)).toMatchObject({
      impact: { changedTargets: 2 },
      measure: { targets: [] },
    });
  });
});

it.each([
  ['none, without replacing', [], { targets: 'LENGTH' }],
  ['two of a day', [MARCH, { ...MARCH, date: '2025-03-31T23:59:59Z' }], { 'targets.1.date': 'FORM' }],
] as const)('targets that are unclear are refused: %s', async (_case, targets, kinds) => {
  const { errors } = await ask([...targets]);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_ERROR', kinds });
});

describe('goals that depend on the plan together', () => {
  it('are alerted, and a goal alone is not', async () => {
    const first = await linkedGoal(scene, 'Grow');
    expect((await set([MARCH])).impact.alert).toBeNull();
    const second = await linkedGoal(scene, 'Keep');
    const { alert } = (await set([JUNE])).impact;
    expect(alert?.affectedGoals.map(({ goalId }) => goalId)).toEqual([first, second]);
    expect(await logged(scene, 'alert_raised')).toEqual([
      { goalId: first, subjectId: alert?.id },
      { goalId: second, subjectId: alert?.id },
    ]);
  });
});
