/** Adjusting a plan by hand, over a real database. */
import { codeOf } from '../../common/testing/start-subgraph';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { ADJUST_PLAN } from './testing/operations';
import { linkedGoal, logged, measured, type Scene, sceneOf, target, targetsOfScene } from './testing/scene';

let traction: TestTraction;
let scene: Scene;

beforeAll(async () => {
  traction = await enterTraction();
});

/** What the plan is adjusted from in most tests: 80 where 100 was expected. */
let actualId: string;

beforeEach(async () => {
  scene = await sceneOf(traction.caller());
  await target(scene, '2026-01-10', 90);
  await target(scene, '2026-02-09', 140, { optimalValue: 150, minimalValue: 130, label: 'Half' });
  await target(scene, '2026-03-01', 200);
  await measured(scene, '2025-12-31', 60);
  const actual = await measured(scene, '2026-01-10T16:00:00Z', 80, { place: 2, expectedValue: 100 });
  actualId = actual.id;
});

const ask = (strategy: string, members: object = {}) =>
  scene.caller.ask(ADJUST_PLAN, {
    input: { measureId: scene.measure.id, strategy, rationale: 'Slower than thought', ...members },
  });

interface Month {
  readonly start: string;
  readonly endValue: number;
}

async function adjust(...args: Parameters<typeof ask>): Promise<Month[]> {
  const { data, errors } = await ask(...args);
  expect(errors).toBeUndefined();
  return (data as { adjustPlan: { recalculatedPeriods: Month[] } }).adjustPlan.recalculatedPeriods;
}

const HISTORY = `query ($id: ID!) { measure(id: $id) { adjustments {
  reason strategy variancePercentage basedOnActualId basedOn { value } notes createdBy effectiveDate
  previousTargets { value } newTargets { value date label } affectedTargetIds affectedGoalIds
  recalculatedPeriodCount measure { id }
} targets { id value optimalValue minimalValue revisions { value } } alerts { adjustmentId } } }`;

interface History {
  readonly adjustments: { previousTargets: { value: number }[]; newTargets: { value: number }[] }[];
  readonly targets: { id: string; value: number }[];
  readonly alerts: { adjustmentId: string | null }[];
}

const history = async (): Promise<History> =>
  (await scene.caller.read<{ measure: History }>(HISTORY, { id: scene.measure.id })).measure;

describe('an adjusted plan', () => {
  it('keeps its final goal: what lies before is on the straight line to it', async () => {
    await adjust('MAINTAIN_FINAL_GOAL');
    expect(await targetsOfScene(scene)).toEqual([
      ['2026-01-10', 90],
      ['2026-02-09', 152],
      ['2026-03-01', 200],
    ]);
  });

  it('shifts in proportion, from the value that is named', async () => {
    await measured(scene, '2026-01-12', 1, { place: 3, expectedValue: 1 });
    await adjust('PROPORTIONAL_SHIFT', { basedOnActualId: actualId });
    expect((await targetsOfScene(scene)).map(([, value]) => value)).toEqual([90, 112, 160]);
  });

  it('takes other targets in place of the later ones, and those of the same day keep their id', async () => {
    const before = (await history()).targets;
    const targets = [
      { date: '2026-02-09T12:00:00Z', value: 100 },
      { date: '2026-05-01T00:00:00Z', value: 180 },
    ];
    await adjust('CUSTOM', { targets });
    const after = await targetsOfScene(scene);
    expect(after.map(([day]) => day)).toEqual(['2026-01-10', '2026-02-09', '2026-05-01']);
    expect((await history()).targets[1]).toMatchObject({ id: before[1]?.id, value: 100 });
  });

  it('moves what is better and worse along with a target, and keeps the former value', async () => {
    await adjust('MAINTAIN_FINAL_GOAL');
    expect((await history()).targets[1]).toMatchObject({
      value: 152,
      optimalValue: 162,
      minimalValue: 142,
      revisions: [{ value: 140 }],
    });
  });
});

describe('an adjustment', () => {
  it('says what the plan was and became, why, and what changed', async () => {
    const goalId = await linkedGoal(scene, 'Grow');
    const before = (await history()).targets;
    const months = await adjust('MAINTAIN_FINAL_GOAL');
    const { adjustments } = await history();
    expect(adjustments).toEqual([
      {
        reason: 'ACTUAL_VARIANCE',
        strategy: 'MAINTAIN_FINAL_GOAL',
        variancePercentage: -20,
        basedOnActualId: actualId,
        basedOn: { value: 80 },
        notes: 'Slower than thought',
        createdBy: scene.caller.viewer.userId,
        effectiveDate: '2026-01-15T00:00:00.000Z',
        previousTargets: [{ value: 90 }, { value: 140 }, { value: 200 }],
        newTargets: [
          { value: 90, date: '2026-01-10T00:00:00.000Z', label: null },
          { value: 152, date: '2026-02-09T00:00:00.000Z', label: 'Half' },
          { value: 200, date: '2026-03-01T00:00:00.000Z', label: null },
        ],
        affectedTargetIds: [before[1]?.id],
        affectedGoalIds: [goalId],
        recalculatedPeriodCount: months.length,
        measure: { id: scene.measure.id },
      },
    ]);
    expect(months).toMatchObject([
      { start: '2026-02-01T00:00:00.000Z', endValue: 152 },
      { start: '2026-03-01T00:00:00.000Z', endValue: 200 },
    ]);
    expect(await logged(scene, 'plan_changed')).toEqual([{ goalId, subjectId: scene.measure.id }]);
  });

  it('stands before the earlier ones', async () => {
    await adjust('MAINTAIN_FINAL_GOAL');
    traction.clock.advance(60);
    await adjust('PROPORTIONAL_SHIFT');
    const [last, first] = (await history()).adjustments;
    expect(last?.previousTargets).toEqual(first?.newTargets.map(({ value }) => ({ value })));
    expect(last).toMatchObject({ strategy: 'PROPORTIONAL_SHIFT' });
  });

  it('still stands when its value is gone', async () => {
    await adjust('MAINTAIN_FINAL_GOAL');
    const { data } = await scene.caller.context();
    await data.actuals.remove({ _id: actualId }, traction.clock.now());
    expect((await history()).adjustments).toMatchObject([{ basedOnActualId: actualId, basedOn: null }]);
  });

  it('alerts goals that depend on the plan together, and names itself', async () => {
    await linkedGoal(scene, 'Grow');
    await linkedGoal(scene, 'Keep');
    const { data } = await ask('MAINTAIN_FINAL_GOAL');
    const { adjustment } = (data as { adjustPlan: { adjustment: { id: string } } }).adjustPlan;
    expect((await history()).alerts).toEqual([{ adjustmentId: adjustment.id }]);
  });

  it('that leaves every target where it is alerts nobody', async () => {
    await linkedGoal(scene, 'Grow');
    await linkedGoal(scene, 'Keep');
    for (let time = 1; time <= 2; time += 1) await adjust('MAINTAIN_FINAL_GOAL');
    const { adjustments, alerts } = await history();
    expect(adjustments).toMatchObject([{ affectedTargetIds: [] }, {}]);
    expect(alerts).toHaveLength(1);
  });
});

describe('a plan of a measure without values', () => {
  const targets = [{ date: '2026-02-01T00:00:00Z', value: 5 }];

  beforeEach(async () => {
    scene = await sceneOf(traction.caller());
  });

  it('can be given anew from now on', async () => {
    await adjust('CUSTOM', { targets });
    expect((await history()).adjustments).toMatchObject([
      { reason: 'MANUAL', basedOnActualId: null, basedOn: null, variancePercentage: null },
    ]);
    expect(await targetsOfScene(scene)).toEqual([['2026-02-01', 5]]);
  });

  it('cannot be given for the past, nor adjusted in another way', async () => {
    const past = await ask('CUSTOM', { targets: [{ date: '2026-01-15T23:00:00Z', value: 5 }] });
    expect(past.errors?.[0]?.extensions).toMatchObject({ kinds: { 'targets.0.date': 'RANGE' } });
    expect(codeOf(await ask('PROPORTIONAL_SHIFT'))).toBe('ACTUAL_NOT_FOUND');
  });
});

describe('an adjustment is refused', () => {
  const late = { date: '2026-04-01T00:00:00Z', value: 1 };

  it.each([
    ['without targets where they must be given', 'CUSTOM', {}, { targets: 'MISSING' }],
    ['with two targets of a day', 'CUSTOM', { targets: [late, late] }, { 'targets.1.date': 'FORM' }],
    [
      'with a target that is not after the value',
      'CUSTOM',
      { targets: [late, { date: '2026-01-10T23:00:00Z', value: 1 }] },
      { 'targets.1.date': 'RANGE' },
    ],
  ])('%s', async (_case, strategy, members, kinds) => {
    const { errors } = await ask(strategy, members);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_ERROR', kinds });
    expect((await history()).adjustments).toEqual([]);
  });

  it('where nothing was expected of the value, or no target is after it', async () => {
    await measured(scene, '2026-01-11', 80, { place: 3 });
    expect((await ask('PROPORTIONAL_SHIFT')).errors?.[0]?.message).toMatch(/the plan expected none/);
    await measured(scene, '2026-03-01', 80, { place: 4, expectedValue: 200 });
    expect((await ask('MAINTAIN_FINAL_GOAL')).errors?.[0]?.message).toMatch(/no target is after/);
  });

  it('from a value of another measure', async () => {
    const other = await measured(await sceneOf(scene.caller), '2026-01-10', 1);
    expect(codeOf(await ask('CUSTOM', { targets: [late], basedOnActualId: other.id }))).toBe(
      'ACTUAL_NOT_FOUND',
    );
  });
});
