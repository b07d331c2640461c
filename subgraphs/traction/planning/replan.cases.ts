/** What a recorded value does to a plan, over a real database. */
import { enterTraction, type TestTraction } from '../testing/start-traction';
import type { AdjustmentMode } from '../schema.generated';
import type { ActualRow } from '../series/model';
import { authorOf } from './author';
import { assessActual, type Assessment, replanAfter, type Replanned } from './replan';
import { linkedGoal, measured, rule, type Scene, sceneOf, target, targetsOfScene } from './testing/scene';

let traction: TestTraction;
let scene: Scene;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(async () => {
  scene = await sceneOf(traction.caller());
  await measured(scene, '2025-12-31', 100);
  await target(scene, '2026-01-30', 130);
  await target(scene, '2026-03-01', 160);
});

async function assess(
  value: number,
  subtype: ActualRow['subtype'] = 'MEASURED',
  day = '2026-01-10',
): Promise<Assessment> {
  const context = await scene.caller.context();
  return context.write((work) => assessActual(work, scene.measure, { value, date: new Date(day), subtype }));
}

/** A value that has met the rule: 55 at a date for which 110 was expected. */
const trigger = (members: Partial<ActualRow> = {}): Promise<ActualRow> =>
  measured(scene, '2026-01-10', 55, {
    place: 2,
    expectedValue: 110,
    exceedsThreshold: true,
    triggersReplan: true,
    ...members,
  });

async function replan(actual: ActualRow, mode: AdjustmentMode): Promise<Replanned> {
  const context = await scene.caller.context();
  return context.write((work) => replanAfter(work, authorOf(context), scene.measure, actual, mode));
}

describe('a value is compared with the plan', () => {
  it('whether or not there is a rule', async () => {
    expect(await assess(500)).toEqual({
      expectedValue: 110,
      exceedsThreshold: false,
      triggersReplan: false,
    });
  });

  it.each([
    ['at the threshold is none', 121, false],
    ['beyond it is one', 121.01, true],
    ['below it likewise', 98.99, true],
  ])('a variance %s', async (_which, value, isMiss) => {
    await rule(scene);
    expect(await assess(value)).toEqual({
      expectedValue: 110,
      exceedsThreshold: isMiss,
      triggersReplan: isMiss,
    });
  });

  it('and an estimate is never a miss', async () => {
    await rule(scene);
    expect(await assess(500, 'ESTIMATE')).toEqual({
      expectedValue: 110,
      exceedsThreshold: false,
      triggersReplan: false,
    });
  });

  it('and where nothing is expected nothing is missed', async () => {
    await rule(scene);
    expect(await assess(500, 'MEASURED', '2025-12-30')).toEqual({
      expectedValue: null,
      exceedsThreshold: false,
      triggersReplan: false,
    });
  });
});

describe('a rule of several misses in a row', () => {
  beforeEach(() => rule(scene, { consecutiveMissesRequired: 3 }));

  const recorded = (place: number, exceedsThreshold: boolean, members: Partial<ActualRow> = {}) =>
    measured(scene, '2025-12-01', 1, { place, exceedsThreshold, ...members });

  it('is met by the last of them, in the order of recording', async () => {
    await recorded(2, true);
    expect(await assess(500)).toMatchObject({ exceedsThreshold: true, triggersReplan: false });
    await recorded(3, true);
    expect(await assess(500)).toMatchObject({ triggersReplan: true });
  });

  it('begins to count anew after a value that was none', async () => {
    await recorded(2, true);
    await recorded(3, false);
    await recorded(4, true);
    expect(await assess(500)).toMatchObject({ exceedsThreshold: true, triggersReplan: false });
  });

  it('counts no estimate, and is not interrupted by one', async () => {
    await recorded(2, true);
    await recorded(3, false, { subtype: 'ESTIMATE' });
    expect(await assess(500)).toMatchObject({ triggersReplan: false });
    await recorded(4, true);
    expect(await assess(500)).toMatchObject({ triggersReplan: true });
  });
});

describe('a value that has met the rule', () => {
  it('adjusts the plan by itself where the rule says so', async () => {
    await rule(scene);
    const actual = await trigger();
    const { adjustment, suggestions } = await replan(actual, 'AUTO');
    expect(adjustment).toMatchObject({
      strategy: 'MAINTAIN_FINAL_GOAL',
      reason: 'ACTUAL_VARIANCE',
      basedOnActualId: actual.id,
      variancePercentage: -50,
      notes: null,
    });
    expect(suggestions).toEqual([]);
    expect((await targetsOfScene(scene)).map(([, value]) => value)).toEqual([97, 160]);
  });

  it('alerts the goals that depend on the plan together', async () => {
    await rule(scene, { adjustmentStrategy: 'PROPORTIONAL_SHIFT' });
    await linkedGoal(scene, 'Grow');
    await linkedGoal(scene, 'Keep');
    const { adjustment } = await replan(await trigger(), 'AUTO');
    const { data } = await scene.caller.context();
    expect(await data.crossGoalAlerts.find({})).toMatchObject([{ adjustmentId: adjustment?.id }]);
  });

  it.each([
    ['somebody has to agree', 'AUTO', { requireUserApproval: true }],
    ['the rule does not adjust', 'AUTO', { autoAdjustEnabled: false }],
    ['targets have to be given', 'AUTO', { adjustmentStrategy: 'CUSTOM' }],
    ['nothing is wanted', 'NONE', {}],
  ] as const)('leaves the plan as it is where %s', async (_where, mode, members) => {
    await rule(scene, members);
    expect(await replan(await trigger(), mode)).toEqual({ adjustment: null, suggestions: [] });
    expect((await targetsOfScene(scene)).map(([, value]) => value)).toEqual([130, 160]);
  });

  it('suggests how the plan could be changed, where that is wanted', async () => {
    await rule(scene);
    const { adjustment, suggestions } = await replan(await trigger(), 'MANUAL');
    expect(adjustment).toBeNull();
    expect(suggestions.map(({ strategy, targets }) => [strategy, targets.map(({ value }) => value)])).toEqual(
      [
        ['MAINTAIN_FINAL_GOAL', [97, 160]],
        ['PROPORTIONAL_SHIFT', [65, 80]],
      ],
    );
    expect((await targetsOfScene(scene)).map(([, value]) => value)).toEqual([130, 160]);
  });

  it('does nothing where no target is later', async () => {
    await rule(scene);
    const actual = await trigger({ date: new Date('2026-03-01') });
    for (const mode of ['AUTO', 'MANUAL'] as const) {
      expect(await replan(actual, mode)).toEqual({ adjustment: null, suggestions: [] });
    }
  });
});

it('a value that has not met the rule does nothing', async () => {
  await rule(scene, { notifyOnTrigger: true });
  await linkedGoal(scene, 'Grow');
  const actual = await trigger({ triggersReplan: false });
  expect(await replan(actual, 'AUTO')).toEqual({ adjustment: null, suggestions: [] });
  const { data } = await scene.caller.context();
  expect(await data.activityEntries.count({})).toBe(0);
});

it('every goal of the measure is told where the rule says so, whatever is done', async () => {
  await rule(scene, { notifyOnTrigger: true, notificationRecipients: ['ada'] });
  const goalIds = [await linkedGoal(scene, 'Grow'), await linkedGoal(scene, 'Keep')];
  const actual = await trigger();
  await replan(actual, 'NONE');
  const { data } = await scene.caller.context();
  const entries = await data.activityEntries.find({}, { sort: { _id: 1 } });
  expect(entries.map(({ goalId }) => goalId)).toEqual(goalIds);
  expect(entries[0]).toMatchObject({
    type: 'SYSTEM',
    text: 'Revenue: 55, where 110 was expected (-50 %)',
    metadata: {
      measureId: scene.measure.id,
      actualId: actual.id,
      variancePercentage: -50,
      recipients: ['ada'],
    },
  });
});
