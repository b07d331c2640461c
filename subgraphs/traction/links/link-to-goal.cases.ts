import { codeOf } from '../../common/testing/start-subgraph';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { Desk, type LinkJson } from './testing/desk';

const ENTRY = 'catalog_monthly_recurring_revenue';

let traction: TestTraction;
let desk: Desk;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(() => {
  desk = new Desk(traction);
});

const link = async (input: object): Promise<LinkJson> =>
  (await desk.do<{ link: LinkJson }>('linkMeasureToGoal', input)).link;

it('the first measure of a goal becomes primary by itself, and the next one when it is asked for', async () => {
  const { id: goalId } = await desk.goal();
  const [first, second, third] = [await desk.measure(), await desk.measure(), await desk.measure()];
  expect(await link({ goalId, measureId: first.id })).toMatchObject({
    kind: 'GOAL',
    goalId,
    personId: first.ownerId,
    isPrimary: true,
    thresholdPct: 80,
    riskThresholdPct: 50,
    weight: 1,
    order: 1,
  });
  expect(await link({ goalId, measureId: second.id })).toMatchObject({ isPrimary: false, order: 2 });
  expect(await link({ goalId, measureId: third.id, isPrimary: true })).toMatchObject({
    isPrimary: true,
    order: 3,
  });
  expect((await desk.links({ goalId })).map(({ isPrimary }) => isPrimary)).toEqual([false, false, true]);
});

it('a threshold may be below the usual risk', async () => {
  const [{ id: goalId }, { id: measureId }] = [await desk.goal(), await desk.measure()];
  expect(await link({ goalId, measureId, thresholdPct: 20 })).toMatchObject({
    thresholdPct: 20,
    riskThresholdPct: 20,
  });
});

it('a measure is linked once with a goal, whoever holds the link, also by two who do it at once', async () => {
  const [{ id: goalId }, { id: measureId }] = [await desk.goal(), await desk.measure()];
  const input = { goalId, measureId };
  const answers = await Promise.all([1, 2].map(() => desk.try('linkMeasureToGoal', input)));
  expect(answers.map(codeOf).sort()).toEqual(['MEASURE_LINK_EXISTS', undefined]);
  const { id } = await desk.measure();
  await desk.link({ goalId, measureId: id, personId: 'somebody else' });
  expect(codeOf(await desk.try('linkMeasureToGoal', { goalId, measureId: id }))).toBe('MEASURE_LINK_EXISTS');
});

it('a measure of a strategy may be linked with its goal as well', async () => {
  const [{ id: goalId }, { id: measureId, ownerId }] = [await desk.goal(), await desk.measure()];
  const strategyId = (await desk.strategy(goalId)).id;
  await desk.link({ goalId, strategyId, measureId, personId: ownerId });
  expect(await link({ goalId, measureId })).toMatchObject({ kind: 'GOAL', isPrimary: false, order: 2 });
});

it('an entry of the catalog becomes a measure of the caller, once for the goal', async () => {
  const { id: goalId } = await desk.goal();
  const made = await link({ goalId, measureId: ENTRY });
  const { userId } = desk.caller.viewer;
  expect(made).toMatchObject({ isPrimary: true, personId: userId, measure: { ownerId: userId } });
  const { data } = await desk.caller.context();
  expect(await data.measures.find({})).toMatchObject([
    { id: made.measure.id, name: 'Monthly Recurring Revenue', catalogId: ENTRY, unit: 'USD' },
  ]);
  expect((await desk.log()).map(({ kind }) => kind)).toEqual(['measure_created', 'measure_linked']);
  expect(codeOf(await desk.try('linkMeasureToGoal', { goalId, measureId: ENTRY }))).toBe(
    'MEASURE_LINK_EXISTS',
  );
  expect(await data.measures.count({})).toBe(1);
  const elsewhere = await link({ goalId: (await desk.goal()).id, measureId: ENTRY });
  expect(elsewhere.measure.id).not.toBe(made.measure.id);
});

it('the limit of the subscription holds for measures from the catalog, and for no others', async () => {
  desk = new Desk(traction, { limits: { kpis: 1 } });
  const [{ id: goalId }, { id: measureId }] = [await desk.goal(), await desk.measure()];
  expect(codeOf(await desk.try('linkMeasureToGoal', { goalId, measureId: ENTRY }))).toBe(
    'SUBSCRIPTION_LIMIT_REACHED',
  );
  expect(await link({ goalId, measureId })).toMatchObject({ measure: { id: measureId } });
  expect(await desk.everyLink()).toHaveLength(1);
});

it('needs the goal first, then the measure, and a share of at most 100', async () => {
  const [{ id: goalId }, { id: measureId }] = [await desk.goal(), await desk.measure()];
  const inputs = [
    { goalId: 'nothing', measureId: 'nothing' },
    { goalId, measureId: 'nothing' },
    { goalId, measureId, thresholdPct: 101 },
  ];
  const codes = inputs.map(async (input) => codeOf(await desk.try('linkMeasureToGoal', input)));
  expect(await Promise.all(codes)).toEqual(['GOAL_NOT_FOUND', 'MEASURE_NOT_FOUND', 'VALIDATION_ERROR']);
});

it('neither a goal nor a measure of another tenant is linked', async () => {
  const theirs = new Desk(traction);
  const [goal, measure] = [await theirs.goal(), await theirs.measure()];
  const [mine, own] = [await desk.goal(), await desk.measure()];
  const [toTheirs, ofTheirs] = [
    await desk.try('linkMeasureToGoal', { goalId: goal.id, measureId: own.id }),
    await desk.try('linkMeasureToGoal', { goalId: mine.id, measureId: measure.id }),
  ];
  expect([toTheirs, ofTheirs].map(codeOf)).toEqual(['GOAL_NOT_FOUND', 'MEASURE_NOT_FOUND']);
});
