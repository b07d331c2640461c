/** What an event leads to when it is read, over a real database. */
import type { LogRow } from '../../common/live/tenant-tail';
import { measured, sceneOf, type Scene } from '../planning/testing/scene';
import { startTraction, type TestTraction } from '../testing/start-traction';
import { recordedIn, wordsOf } from './words';

let traction: TestTraction;
let scene: Scene;
let row: LogRow;
let actualId: string;

beforeAll(async () => {
  traction = await startTraction();
});
afterAll(() => traction.stop());

beforeEach(async () => {
  scene = await sceneOf(traction.caller(), { name: 'Revenue', unit: 'USD' });
  ({ id: actualId } = await measured(scene, '2026-01-10', 1e21));
  row = { subject: { type: 'actual', id: actualId } } as LogRow;
});

it('an event of a value says the measure, the value in full and its unit', async () => {
  const context = await scene.caller.context();
  expect(await wordsOf(row, context)).toMatchObject({ text: 'Revenue: 1000000000000000000000 USD' });
  expect(await recordedIn(row, context)).toMatchObject({ actual: { id: actualId } });
});

it.each(['actuals', 'measures'] as const)('nothing is told of a value whose %s are gone', async (gone) => {
  const { data } = await scene.caller.context();
  await data[gone].remove({}, traction.clock.now());
  const context = await scene.caller.context();
  expect(await wordsOf(row, context)).toBeNull();
  expect(await recordedIn(row, context)).toBeNull();
});

it('an event of a measure leads to no value', async () => {
  const about = { subject: { type: 'measure', id: scene.measure.id } } as LogRow;
  const context = await scene.caller.context();
  expect(await wordsOf(about, context)).toBeNull();
  expect(await recordedIn(about, context)).toBeNull();
});
