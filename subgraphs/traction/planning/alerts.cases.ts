/** Alerts, and what a change means to goals, over a real database. */
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { ACKNOWLEDGE, SET_TARGETS } from './testing/operations';
import { linkedGoal, logged, type Scene, sceneOf, target } from './testing/scene';

let traction: TestTraction;
let scene: Scene;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(async () => {
  scene = await sceneOf(traction.caller(), { currentValue: 30, currentValueDate: new Date('2026-01-01') });
});

/** Changes the plan, which alerts where several goals depend on it. Gives the id of the alert. */
async function changePlan({ caller, measure }: Scene): Promise<string> {
  traction.clock.advance(1);
  const targets = [{ date: traction.clock.now(), value: traction.clock.now().getTime() / 1000 }];
  const { setTargets } = await caller.read<{ setTargets: { impact: { alert: { id: string } } } }>(
    SET_TARGETS,
    {
      input: { measureId: measure.id, targets },
    },
  );
  return setTargets.impact.alert.id;
}

describe('what a change of a measure means to a goal', () => {
  const IMPACT = `query ($id: ID!) { measure(id: $id) { impact { affectedGoals {
    goalId goalTitle level thresholdPct progress
  } } } }`;
  const impact = async (): Promise<object[]> =>
    (
      await scene.caller.read<{ measure: { impact: { affectedGoals: object[] } } }>(IMPACT, {
        id: scene.measure.id,
      })
    ).measure.impact.affectedGoals;

  /** Another measure of the goal. */
  const another = async (goalId: string): Promise<void> => {
    const { measure } = await sceneOf(scene.caller);
    const { data } = await scene.caller.context();
    const [link] = await data.measureLinks.find({ goalId });
    if (!link) throw new Error('the goal has no link');
    const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...members } = link;
    await data.measureLinks.insert({ ...members, measureId: measure.id, isPrimary: false });
  };

  it('is nothing where it is linked with none', async () => {
    expect(await impact()).toEqual([]);
  });

  it('is high for the primary or only measure, medium with a threshold, else low', async () => {
    await target(scene, '2026-12-31', 40);
    const only = await linkedGoal(scene, 'Only');
    const medium = await linkedGoal(scene, 'Medium', { thresholdPct: 70 });
    const primary = await linkedGoal(scene, 'Primary', { isPrimary: true });
    const low = await linkedGoal(scene, 'Low', { thresholdPct: 0 });
    for (const goalId of [medium, primary, low]) await another(goalId);
    const progress = 75;
    expect(await impact()).toEqual([
      { goalId: only, goalTitle: 'Only', level: 'HIGH', thresholdPct: 80, progress },
      { goalId: medium, goalTitle: 'Medium', level: 'MEDIUM', thresholdPct: 70, progress },
      { goalId: primary, goalTitle: 'Primary', level: 'HIGH', thresholdPct: 80, progress },
      { goalId: low, goalTitle: 'Low', level: 'LOW', thresholdPct: 0, progress },
    ]);
  });

  it('shows a progress of 0 to 100, and 0 where there is none', async () => {
    await linkedGoal(scene, 'Grow');
    expect(await impact()).toMatchObject([{ progress: 0 }]);
    await target(scene, '2026-12-31', 3);
    expect(await impact()).toMatchObject([{ progress: 100 }]);
  });
});

describe('alerts', () => {
  const ALL = `query ($status: AlertStatus, $goalId: ID) { crossGoalAlerts(status: $status, goalId: $goalId) {
    id measureId measureName sourceGoalId status message affectedGoals { goalId progress }
  } }`;
  const alerts = async (variables: object = {}): Promise<{ id: string }[]> =>
    (await scene.caller.read<{ crossGoalAlerts: { id: string }[] }>(ALL, { ...variables })).crossGoalAlerts;
  const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

  it('say what has changed and whom it concerns, as it stood then', async () => {
    const goalIds = [await linkedGoal(scene, 'Grow'), await linkedGoal(scene, 'Keep')];
    const id = await changePlan(scene);
    const { data } = await scene.caller.context();
    await data.measures.update({ _id: scene.measure.id }, { $set: { name: 'Other', currentValue: 0 } });
    expect(await alerts()).toEqual([
      {
        id,
        measureId: scene.measure.id,
        measureName: 'Revenue',
        sourceGoalId: null,
        status: 'PENDING',
        message: 'The plan of "Revenue" has changed, on which 2 goals depend',
        affectedGoals: goalIds.map((goalId) => ({ goalId, progress: 0 })),
      },
    ]);
  });

  it('are found by goal and by status, the newest first', async () => {
    const goalId = await linkedGoal(scene, 'Grow');
    await linkedGoal(scene, 'Keep');
    const other = await sceneOf(scene.caller);
    await linkedGoal(other, 'Third');
    await linkedGoal(other, 'Fourth');
    const first = await changePlan(scene);
    const second = await changePlan(other);
    const third = await changePlan(scene);
    await scene.caller.read(ACKNOWLEDGE, { input: { id: third, decision: 'ACCEPTED' } });
    expect(idsOf(await alerts())).toEqual([third, second, first]);
    expect(idsOf(await alerts({ goalId }))).toEqual([third, first]);
    expect(idsOf(await alerts({ status: 'PENDING' }))).toEqual([second, first]);
    expect(idsOf(await alerts({ status: 'ACKNOWLEDGED', goalId }))).toEqual([third]);
    const document = `query ($goal: ID!, $measure: ID!) {
      goal(id: $goal) { alerts(status: PENDING) { id } } measure(id: $measure) { alerts { id } }
    }`;
    expect(await scene.caller.read(document, { goal: goalId, measure: scene.measure.id })).toEqual({
      goal: { alerts: [{ id: first }] },
      measure: { alerts: [{ id: third }, { id: first }] },
    });
  });

  it('keep the last decision about them', async () => {
    const goalIds = [await linkedGoal(scene, 'Grow'), await linkedGoal(scene, 'Keep')];
    const id = await changePlan(scene);
    const decide = (members: object) => scene.caller.read<object>(ACKNOWLEDGE, { input: { id, ...members } });
    await decide({ decision: 'REJECTED', notes: 'Too late' });
    traction.clock.advance(60);
    expect(await decide({ decision: 'MODIFIED' })).toEqual({
      acknowledgeAlert: {
        alert: {
          status: 'ACKNOWLEDGED',
          decision: 'MODIFIED',
          notes: null,
          acknowledgedBy: scene.caller.viewer.userId,
          acknowledgedAt: traction.clock.now().toISOString(),
        },
      },
    });
    expect(await logged(scene, 'alert_acknowledged')).toEqual(
      [...goalIds, ...goalIds].map((goalId) => ({ goalId, subjectId: id })),
    );
  });
});
