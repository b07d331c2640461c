/** The replan rule of a measure, over a real database. */
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { SET_RULE } from './testing/operations';
import { type Scene, sceneOf } from './testing/scene';

let traction: TestTraction;
let scene: Scene;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(async () => {
  scene = await sceneOf(traction.caller());
});

const set = async (members: object): Promise<object> =>
  (
    await scene.caller.read<{ setReplanRule: { rule: object } }>(SET_RULE, {
      input: { measureId: scene.measure.id, ...members },
    })
  ).setReplanRule.rule;

const read = (): Promise<object> =>
  scene.caller.read('query ($id: ID!) { measure(id: $id) { replanRule { consecutiveMissesRequired } } }', {
    id: scene.measure.id,
  });

it('a new rule has defaults for what is not said', async () => {
  expect(await read()).toEqual({ measure: { replanRule: null } });
  expect(await set({ consecutiveMissesRequired: 2 })).toEqual({
    varianceThresholdPercentage: 10,
    consecutiveMissesRequired: 2,
    autoAdjustEnabled: false,
    adjustmentStrategy: 'MAINTAIN_FINAL_GOAL',
    requireUserApproval: true,
    notifyOnTrigger: true,
    notificationRecipients: [],
    measureId: scene.measure.id,
  });
  expect(await read()).toEqual({ measure: { replanRule: { consecutiveMissesRequired: 2 } } });
});

it('a rule that is there keeps what is absent or null', async () => {
  await set({ consecutiveMissesRequired: 2, notificationRecipients: ['ada'], notifyOnTrigger: false });
  expect(
    await set({ consecutiveMissesRequired: null, adjustmentStrategy: 'CUSTOM', autoAdjustEnabled: true }),
  ).toMatchObject({
    consecutiveMissesRequired: 2,
    notificationRecipients: ['ada'],
    notifyOnTrigger: false,
    adjustmentStrategy: 'CUSTOM',
    autoAdjustEnabled: true,
  });
  const { data } = await scene.caller.context();
  expect(await data.replanRules.count({})).toBe(1);
});
