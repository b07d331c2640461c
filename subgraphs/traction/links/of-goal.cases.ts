import { codeOf } from '../../common/testing/start-subgraph';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { Desk, type LinkJson } from './testing/desk';

const GOAL_LINK = `query ($goalId: ID!, $measureId: ID!) {
  goalMeasureLink(goalId: $goalId, measureId: $measureId) { id thresholdPct }
}`;
const MEASURES = 'query ($id: ID!) { goal(id: $id) { measures { id isPrimary } } }';

let traction: TestTraction;
let desk: Desk;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(() => {
  desk = new Desk(traction);
});

/** A measure that is linked with a strategy of a goal first, and with the goal itself then. */
async function twiceLinked(): Promise<{
  goalId: string;
  measureId: string;
  ofStrategy: LinkJson;
  ofGoal: LinkJson;
}> {
  const [{ id: measureId }, { id: goalId }] = [await desk.measure(), await desk.goal()];
  const { id: strategyId } = await desk.strategy(goalId);
  const ofStrategy = await desk.link({ measureId, goalId, strategyId });
  return { goalId, measureId, ofStrategy, ofGoal: await desk.link({ measureId, goalId }) };
}

describe('the link of a measure with a goal', () => {
  it('is that with the goal itself', async () => {
    const { goalId, measureId, ofGoal } = await twiceLinked();
    expect(await desk.caller.read(GOAL_LINK, { goalId, measureId })).toMatchObject({
      goalMeasureLink: { id: ofGoal.id },
    });
  });

  it('is that with a strategy where there is no other', async () => {
    const { goalId, measureId, ofStrategy, ofGoal } = await twiceLinked();
    await desk.do('deleteMeasureLink', { id: ofGoal.id });
    expect(await desk.caller.read(GOAL_LINK, { goalId, measureId })).toMatchObject({
      goalMeasureLink: { id: ofStrategy.id },
    });
  });

  it('is null where they are not linked, and fails without the goal', async () => {
    const { goalId, measureId } = await twiceLinked();
    const { id: other } = await desk.measure();
    expect(await desk.caller.read(GOAL_LINK, { goalId, measureId: other })).toEqual({
      goalMeasureLink: null,
    });
    expect(codeOf(await desk.caller.ask(GOAL_LINK, { goalId: 'nothing', measureId }))).toBe('GOAL_NOT_FOUND');
  });
});

describe('setting the threshold', () => {
  it('changes the link with the goal itself, and no other goal', async () => {
    const { goalId, measureId, ofGoal, ofStrategy } = await twiceLinked();
    const other = await desk.link({ measureId, goalId: (await desk.goal()).id });
    const { link } = await desk.do<{ link: LinkJson }>('setMeasureThreshold', {
      goalId,
      measureId,
      thresholdPct: 85.5,
    });
    expect(link).toEqual({ ...ofGoal, thresholdPct: 85.5 });
    expect(await desk.links({ measureId })).toEqual(expect.arrayContaining([ofStrategy, other, link]));
    expect((await desk.log()).at(-1)).toMatchObject({ kind: 'measure_changed', subject: { id: measureId } });
  });

  it('lets the risk begin no higher', async () => {
    const { goalId, measureId } = await twiceLinked();
    const { link } = await desk.do<{ link: LinkJson }>('setMeasureThreshold', {
      goalId,
      measureId,
      thresholdPct: 30,
    });
    expect(link).toMatchObject({ thresholdPct: 30, riskThresholdPct: 30 });
  });

  it('needs the goal, a link and a share of at most 100', async () => {
    const { goalId, measureId } = await twiceLinked();
    const inputs = [
      { goalId: 'nothing', measureId, thresholdPct: 80 },
      { goalId, measureId: 'nothing', thresholdPct: 80 },
      { goalId, measureId, thresholdPct: 101 },
    ];
    const codes = inputs.map(async (input) => codeOf(await desk.try('setMeasureThreshold', input)));
    expect(await Promise.all(codes)).toEqual([
      'GOAL_NOT_FOUND',
      'MEASURE_LINK_NOT_FOUND',
      'VALIDATION_ERROR',
    ]);
  });
});

describe('the primary measure of a goal', () => {
  interface Primary {
    readonly link: LinkJson;
    readonly previousPrimaryMeasureId: string | null;
  }

  it('is one, and the former one is named', async () => {
    const { goalId, measureId, ofGoal } = await twiceLinked();
    const { id: other } = await desk.measure();
    await desk.link({ measureId: other, goalId });
    expect(await desk.do<Primary>('setPrimaryMeasure', { goalId, measureId })).toEqual({
      link: { ...ofGoal, isPrimary: true },
      previousPrimaryMeasureId: null,
    });
    expect(await desk.do<Primary>('setPrimaryMeasure', { goalId, measureId: other })).toMatchObject({
      link: { measure: { id: other }, isPrimary: true },
      previousPrimaryMeasureId: measureId,
    });
    expect(
      (await desk.links({ goalId, includeAll: true })).filter(({ isPrimary }) => isPrimary),
    ).toHaveLength(1);
    expect((await desk.log()).at(-1)).toMatchObject({ kind: 'measure_changed', subject: { id: other } });
  });

  it('is linked with it', async () => {
    const { goalId, measureId } = await twiceLinked();
    const inputs = [
      { goalId, measureId: (await desk.measure()).id },
      { goalId, measureId: 'nothing' },
      { goalId: 'nothing', measureId },
    ];
    const codes = inputs.map(async (input) => codeOf(await desk.try('setPrimaryMeasure', input)));
    expect(await Promise.all(codes)).toEqual(['MEASURE_NOT_LINKED', 'MEASURE_NOT_FOUND', 'GOAL_NOT_FOUND']);
  });
});

it('the measures of a goal are one link for each, in their order', async () => {
  const { goalId, ofStrategy } = await twiceLinked();
  const first = await desk.link({ measureId: (await desk.measure()).id, goalId, order: 1 });
  const last = await desk.link({ measureId: (await desk.measure()).id, goalId, isPrimary: true });
  expect(await desk.caller.read(MEASURES, { id: goalId })).toEqual({
    goal: {
      measures: [
        { id: ofStrategy.id, isPrimary: false },
        { id: first.id, isPrimary: false },
        { id: last.id, isPrimary: true },
      ],
    },
  });
});
