import { codeOf } from '../../common/testing/start-subgraph';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { Desk } from './testing/desk';

let traction: TestTraction;
let desk: Desk;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(() => {
  desk = new Desk(traction);
});

describe('linking a measure', () => {
  it('with a person alone makes a personal link with the usual members', async () => {
    const { id } = await desk.measure();
    expect(await desk.link({ measureId: id })).toMatchObject({
      kind: 'PERSONAL',
      measure: { id },
      personId: 'ada',
      goalId: null,
      strategyId: null,
      isPrimary: false,
      thresholdPct: 80,
      riskThresholdPct: 50,
      weight: 1,
      order: 1,
    });
  });

  it('with a goal and one of its strategies keeps what is given', async () => {
    const [measure, goal] = [await desk.measure(), await desk.goal()];
    const strategy = await desk.strategy(goal.id);
    const given = {
      goalId: goal.id,
      strategyId: strategy.id,
      thresholdPct: 90.5,
      riskThresholdPct: 60.25,
      weight: 0.3,
      order: 7,
      isPrimary: true,
    };
    const link = await desk.link({ measureId: measure.id, ...given });
    expect(link).toMatchObject({ kind: 'STRATEGY', ...given });
    const read =
      'query ($id: ID!) { measureLink(id: $id) { person { id } goal { title } strategy { description } } }';
    expect(await desk.caller.read(read, { id: link.id })).toEqual({
      measureLink: {
        person: { id: 'ada' },
        goal: { title: goal.title },
        strategy: { description: strategy.description },
      },
    });
  });

  it('is in the log of the tenant, and told to the goal', async () => {
    const [measure, goal] = [await desk.measure({ name: 'Churn' }), await desk.goal()];
    await desk.link({ measureId: measure.id, goalId: goal.id });
    expect(await desk.log()).toMatchObject([
      {
        kind: 'measure_linked',
        subject: { type: 'measure', id: measure.id, title: 'Churn' },
        goalId: goal.id,
        visibleIn: ['stream', 'audit'],
        actorId: desk.caller.viewer.userId,
      },
    ]);
  });

  it('puts it last among the links of the goal, or of the person where there is none', async () => {
    const goal = await desk.goal();
    const orders: number[] = [];
    for (const order of [undefined, 5, undefined]) {
      const measure = await desk.measure();
      orders.push((await desk.link({ measureId: measure.id, goalId: goal.id, order })).order);
      orders.push((await desk.link({ measureId: measure.id })).order);
    }
    expect(orders).toEqual([1, 1, 5, 2, 6, 3]);
  });

  it('takes the flag off the primary link that was', async () => {
    const goal = await desk.goal();
    const former = await desk.link({
      measureId: (await desk.measure()).id,
      goalId: goal.id,
      isPrimary: true,
    });
    const latter = await desk.link({
      measureId: (await desk.measure()).id,
      goalId: goal.id,
      isPrimary: true,
    });
    const links = await desk.links({ goalId: goal.id });
    expect(links.map(({ id, isPrimary }) => [id, isPrimary])).toEqual([
      [former.id, false],
      [latter.id, true],
    ]);
  });

  it('makes no personal link primary', async () => {
    const { id } = await desk.measure();
    expect(await desk.link({ measureId: id, isPrimary: true })).toMatchObject({ isPrimary: false });
  });

  it('may be done for as many persons and goals as one likes', async () => {
    const { id: measureId } = await desk.measure();
    const goal = await desk.goal();
    const strategy = await desk.strategy(goal.id);
    await desk.link({ measureId });
    await desk.link({ measureId, personId: 'grace' });
    await desk.link({ measureId, goalId: goal.id });
    await desk.link({ measureId, goalId: (await desk.goal()).id });
    await desk.link({ measureId, goalId: goal.id, strategyId: strategy.id });
    expect(await desk.links({ measureId })).toHaveLength(5);
  });
});

describe('a measure is not linked', () => {
  it.each([
    ['a person', async () => Promise.resolve({})],
    ['a goal', async () => ({ goalId: (await desk.goal()).id })],
    [
      'a strategy',
      async () => {
        const { id: goalId } = await desk.goal();
        return { goalId, strategyId: (await desk.strategy(goalId)).id };
      },
    ],
  ])('with %s twice', async (_what, ends) => {
    const input = { measureId: (await desk.measure()).id, personId: 'ada', ...(await ends()) };
    await desk.link(input);
    expect(codeOf(await desk.try('linkMeasure', input))).toBe('MEASURE_LINK_EXISTS');
    expect(await desk.links({ measureId: input.measureId, includeAll: true })).toHaveLength(1);
  });

  it('twice by two who do it at once', async () => {
    const [measure, goal] = [await desk.measure(), await desk.goal()];
    const input = { measureId: measure.id, personId: 'ada', goalId: goal.id };
    const answers = await Promise.all([1, 2, 3].map(() => desk.try('linkMeasure', input)));
    expect(answers.map(codeOf).sort()).toEqual(['MEASURE_LINK_EXISTS', 'MEASURE_LINK_EXISTS', undefined]);
    expect(await desk.links({ measureId: measure.id })).toHaveLength(1);
  });

  it('with a strategy without its goal', async () => {
    const { id } = await desk.strategy((await desk.goal()).id);
    const answer = await desk.try('linkMeasure', {
      measureId: (await desk.measure()).id,
      personId: 'ada',
      strategyId: id,
    });
    expect(answer.errors?.[0]).toMatchObject({
      message: 'Strategy link requires goalId',
      extensions: { code: 'VALIDATION_ERROR', kinds: { strategyId: 'MISSING' } },
    });
  });

  it('with a strategy of another goal', async () => {
    const [mine, other] = [await desk.goal(), await desk.goal()];
    const strategy = await desk.strategy(other.id);
    const input = {
      measureId: (await desk.measure()).id,
      personId: 'ada',
      goalId: mine.id,
      strategyId: strategy.id,
    };
    expect((await desk.try('linkMeasure', input)).errors?.[0]).toMatchObject({
      message: `Strategy ${strategy.id} does not belong to Goal ${mine.id}`,
      extensions: { code: 'STRATEGY_GOAL_MISMATCH' },
    });
  });

  it('with what has gone, whoever looked before', async () => {
    const [measure, goal] = [await desk.measure(), await desk.goal()];
    const input = { measureId: measure.id, personId: 'ada', goalId: goal.id };
    const gone = '0198c0de-0000-7000-8000-000000000000';
    const codes = [{ measureId: gone }, { goalId: gone }, { strategyId: gone }].map(async (ends) =>
      codeOf(await desk.try('linkMeasure', { ...input, ...ends })),
    );
    expect(await Promise.all(codes)).toEqual(['MEASURE_NOT_FOUND', 'GOAL_NOT_FOUND', 'STRATEGY_NOT_FOUND']);
  });

  it.each([
    ['thresholdPct', 100.5],
    ['thresholdPct', -1],
    ['riskThresholdPct', 80.5],
    ['riskThresholdPct', -1],
    ['weight', 1.5],
    ['weight', -0.1],
    ['order', 0],
  ])('with %s %s', async (member, value) => {
    const input = { measureId: (await desk.measure()).id, personId: 'ada', [member]: value };
    const { errors } = await desk.try('linkMeasure', input);
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'VALIDATION_ERROR', fields: { [member]: expect.any(String) } },
    });
  });
});
