/**
 * What a goal's measures say of it: progress, status of each link, alerts. Source: traction.yaml, formulas kpi.progress,
 * kpi.progressStatus, goal.progress and impact.level; measures.yaml, open, progress.
 */
import type { MeasureLink } from '../links/model';
import type { Measure } from '../measures/model';
import { linkOf, measureOf } from '../testing/rows';
import { type Caller, startTraction, type TestTraction } from '../testing/start-traction';

let traction: TestTraction;

beforeAll(async () => {
  traction = await startTraction();
});

afterAll(() => traction.stop());

interface Linked {
  readonly measure: Partial<Measure>;
  readonly link?: Partial<MeasureLink>;
}

async function newGoal(caller: Caller, title = 'Grow'): Promise<string> {
  const { made } = await caller.read<{ made: { goal: { id: string } } }>(
    'mutation ($title: String!) { made: createGoal(input: { title: $title }) { goal { id } } }',
    { title },
  );
  return made.goal.id;
}

/** Links new measures with the goal, in this order. Gives their ids. */
async function measureBy(caller: Caller, goalId: string, linked: readonly Linked[]): Promise<string[]> {
  const { data } = await caller.context();
  const ids: string[] = [];
  for (const [index, { measure, link }] of linked.entries()) {
    const { id: measureId } = await data.measures.insert(measureOf(measure));
    await data.measureLinks.insert(linkOf({ goalId, measureId, order: index + 1, ...link }));
    ids.push(measureId);
  }
  return ids;
}

const up = (currentValue: number | null, targetValue: number | null): Linked => ({
  measure: { currentValue, targetValue },
});
const down = (currentValue: number | null, targetValue: number | null): Linked => ({
  measure: { currentValue, targetValue, direction: 'DECREASE' },
});
const within = (thresholdPct: number, riskThresholdPct: number, { measure }: Linked): Linked => ({
  measure,
  link: { thresholdPct, riskThresholdPct },
});

it.each<[string, Linked[], number, (string | null)[]]>([
  ['no measures', [], 0, []],
  ['nothing measured yet', [up(null, 100)], 0, [null]],
  ['nothing to reach', [up(50, null)], 0, [null]],
  ['half way', [up(50, 100)], 50, ['BEHIND']],
  ['from the threshold on it is on track', [up(80, 100)], 80, ['ON_TRACK']],
  ['short of it, behind', [up(79.99, 100)], 79.99, ['BEHIND']],
  ['below the threshold of risk, at risk', [up(49.99, 100)], 49.99, ['AT_RISK']],
  ['thresholds of the link', [within(90, 85, up(84, 100))], 84, ['AT_RISK']],
  ['past the target no more than all', [up(300, 100)], 100, ['ON_TRACK']],
  ['lower is better: reached', [down(5, 10)], 100, ['ON_TRACK']],
  ['lower is better: a quarter above', [down(12.5, 10)], 80, ['BEHIND']],
  ['lower is better: twice as much', [down(20, 10)], 50, ['AT_RISK']],
  ['below zero nothing', [up(-50, 100)], 0, ['AT_RISK']],
  ['the mean of all', [up(20, 100), up(45, 100)], 32.5, ['AT_RISK', 'AT_RISK']],
  ['two decimals', [up(1, 3), up(1, 3), up(0, 3)], 22.22, ['AT_RISK', 'AT_RISK', 'AT_RISK']],
  ['tenths are tenths', [up(0.1, 1), up(0.2, 1)], 15, ['AT_RISK', 'AT_RISK']],
  ['measures without a value do not count', [up(40, 100), up(null, 100)], 40, ['AT_RISK', null]],
])('%s', async (_case, linked, progress, statuses) => {
  const caller = traction.caller();
  const id = await newGoal(caller);
  await measureBy(caller, id, linked);
  const { goal } = await caller.read<{
    goal: { progress: number; measures: { progress: { status: string } | null }[] };
  }>('query ($id: ID!) { goal(id: $id) { progress measures { progress { status } } } }', { id });
  expect(goal.progress).toBe(progress);
  expect(goal.measures.map((link) => link.progress?.status ?? null)).toEqual(statuses);
});

it('a completed goal is done, whatever its measures say', async () => {
  const caller = traction.caller();
  const id = await newGoal(caller);
  await measureBy(caller, id, [up(1, 100)]);
  const { done } = await caller.read<{ done: { goal: { progress: number } } }>(
    `mutation ($id: ID!) {
      activateGoal(input: { id: $id }) { goal { id } }
      done: closeGoal(input: { id: $id, finalStatus: COMPLETED }) { goal { progress } }
    }`,
    { id },
  );
  expect(done.goal.progress).toBe(100);
});

it.each<[string, Partial<MeasureLink>, number, string]>([
  ['its only measure', {}, 0, 'HIGH'],
  ['its primary measure', { isPrimary: true }, 1, 'HIGH'],
  ['one of several, with a threshold', {}, 1, 'MEDIUM'],
])('when a plan changes, a goal is told how much hangs on it: %s', async (_case, link, others, level) => {
  const caller = traction.caller();
  const [first, second] = [await newGoal(caller), await newGoal(caller, 'Bloom')];
  const [measureId = ''] = await measureBy(caller, first, [{ ...up(60, 100), link }]);
  const { data } = await caller.context();
  await data.measureLinks.insert(linkOf({ goalId: second, measureId, isPrimary: true }));
  await measureBy(caller, first, Array<Linked>(others).fill(up(1, 2)));
  await caller.read(`mutation ($input: SetTargetsInput!) { setTargets(input: $input) { measure { id } } }`, {
    input: { measureId, targets: [{ date: '2999-01-01T00:00:00Z', value: 120 }] },
  });
  const { crossGoalAlerts } = await caller.read<{ crossGoalAlerts: { affectedGoals: object[] }[] }>(
    `query ($id: ID!) { crossGoalAlerts(goalId: $id, status: PENDING) {
      affectedGoals { goalTitle level thresholdPct progress }
    } }`,
    { id: first },
  );
  expect(crossGoalAlerts).toHaveLength(1);
  // Measured against the target that was set: 60 of 120.
  const shared = { thresholdPct: 80, progress: 50 };
  expect(crossGoalAlerts[0]?.affectedGoals).toEqual(
    expect.arrayContaining([
      { goalTitle: 'Grow', level, ...shared },
      { goalTitle: 'Bloom', level: 'HIGH', ...shared },
    ]),
  );
});
