import { questionsOf } from '../testing/questions';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { codeOf } from '../../common/testing/start-subgraph';
import { Desk, LINKS, MUTATIONS, mutationOf } from './testing/desk';

const NO_ID = '0198c0de-0000-7000-8000-000000000000';

let traction: TestTraction;
let desk: Desk;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(() => {
  desk = new Desk(traction);
});

/** Members that every input has what it needs of. */
const INPUTS: Readonly<Record<(typeof MUTATIONS)[number], object>> = {
  linkMeasure: { measureId: NO_ID, personId: NO_ID },
  linkMeasureToGoal: { measureId: NO_ID, goalId: NO_ID },
  updateMeasureLink: { id: NO_ID },
  setMeasureThreshold: { goalId: NO_ID, measureId: NO_ID, thresholdPct: 80 },
  deleteMeasureLink: { id: NO_ID },
  unlinkMeasureFromPerson: { measureId: NO_ID, personId: NO_ID },
  unlinkMeasureFromGoal: { measureId: NO_ID, goalId: NO_ID },
  setPrimaryMeasure: { measureId: NO_ID, goalId: NO_ID },
};

const OPERATIONS: readonly (readonly [name: string, document: string, variables: object])[] = [
  ['measureLink', 'query ($id: ID!) { measureLink(id: $id) { id } }', { id: NO_ID }],
  ['measureLinks', LINKS, { filter: { goalId: NO_ID } }],
  ['goalMeasureLink', `{ goalMeasureLink(goalId: "${NO_ID}", measureId: "${NO_ID}") { id } }`, {}],
  ...MUTATIONS.map((name) => [name, mutationOf(name), { input: INPUTS[name] }] as const),
];

describe.each(OPERATIONS)('%s', (_name, document, variables) => {
  it('is not for strangers', async () => {
    expect(codeOf(await traction.askAsStranger(document, { ...variables }))).toBe('UNAUTHORIZED');
  });

  it('needs the feature kpis', async () => {
    const { caller } = new Desk(traction, { features: ['goals'] });
    expect(codeOf(await caller.ask(document, { ...variables }))).toBe('FORBIDDEN');
  });
});

it('nobody reads or changes the links of another tenant', async () => {
  const theirs = new Desk(traction);
  const [{ id: measureId }, { id: goalId }] = [await theirs.measure(), await theirs.goal()];
  const link = await theirs.link({ measureId, goalId });
  const ends = { measureId, goalId };

  expect(await desk.caller.read(OPERATIONS[0]?.[1] ?? '', { id: link.id })).toEqual({ measureLink: null });
  expect(await desk.links(ends)).toEqual([]);
  const mine = { measureId: (await desk.measure()).id, goalId: (await desk.goal()).id };
  const attempts = [
    ['linkMeasure', { personId: 'ada', ...ends, goalId: mine.goalId }, 'MEASURE_NOT_FOUND'],
    ['linkMeasure', { personId: 'ada', ...ends, measureId: mine.measureId }, 'GOAL_NOT_FOUND'],
    ['updateMeasureLink', { id: link.id, weight: 0 }, 'MEASURE_LINK_NOT_FOUND'],
    ['deleteMeasureLink', { id: link.id }, 'MEASURE_LINK_NOT_FOUND'],
    ['unlinkMeasureFromPerson', { measureId, personId: 'ada' }, 'MEASURE_LINK_NOT_FOUND'],
    ['unlinkMeasureFromGoal', ends, 'GOAL_NOT_FOUND'],
    ['setMeasureThreshold', { ...ends, thresholdPct: 1 }, 'GOAL_NOT_FOUND'],
    ['setPrimaryMeasure', ends, 'GOAL_NOT_FOUND'],
  ] as const;
  for (const [name, input, code] of attempts) {
    expect([name, codeOf(await desk.try(name, input))]).toEqual([name, code]);
  }
  expect(await theirs.links({ measureId })).toEqual([link]);
});

describe('a list of links', () => {
  it('shows what the filter means, in order', async () => {
    const [{ id: measureId }, { id: goalId }] = [await desk.measure(), await desk.goal()];
    const { id: strategyId } = await desk.strategy(goalId);
    const ofGoal = await desk.link({ measureId, goalId, order: 2 });
    const ofStrategy = await desk.link({ measureId, goalId, strategyId, order: 1 });
    const personal = await desk.link({ measureId, order: 3 });
    const ofOther = await desk.link({ measureId, goalId, personId: 'grace', order: 4 });
    const idsOf = async (filter: object): Promise<readonly string[]> =>
      (await desk.links(filter)).map(({ id }) => id);
    expect(await idsOf({ measureId })).toEqual([ofStrategy.id, ofGoal.id, personal.id, ofOther.id]);
    expect(await idsOf({ goalId })).toEqual([ofGoal.id, ofOther.id]);
    expect(await idsOf({ goalId, includeAll: true })).toEqual([ofStrategy.id, ofGoal.id, ofOther.id]);
    expect(await idsOf({ personId: 'ada' })).toEqual([personal.id]);
    expect(await idsOf({ personId: 'ada', includeAll: true })).toEqual([
      ofStrategy.id,
      ofGoal.id,
      personal.id,
    ]);
    expect(await idsOf({ personId: 'ada', goalId })).toEqual([ofGoal.id]);
    expect(await idsOf({ strategyId })).toEqual([ofStrategy.id]);
    expect(await idsOf({ strategyId, personId: 'grace' })).toEqual([]);
  });

  it('is as few questions for many links as for one, with all that belongs to them', async () => {
    const WHOLE = `query ($id: ID!) { measureLinks(filter: { personId: $id, includeAll: true }) {
      measure { name } person { id } goal { title } strategy { description } progress { status }
    } }`;
    const add = async (): Promise<void> => {
      const [measure, goal] = [await desk.measure({ currentValue: 1, targetValue: 2 }), await desk.goal()];
      const { id: strategyId } = await desk.strategy(goal.id);
      await desk.link({ measureId: measure.id, goalId: goal.id, strategyId });
    };
    const read = (): Promise<unknown> => desk.caller.read(WHOLE, { id: 'ada' });
    await add();
    const forOne = await questionsOf(read);
    for (let index = 0; index < 9; index += 1) await add();
    expect(await questionsOf(read)).toBe(forOne);
  });

  it('is not there without an id', async () => {
    const answer = await desk.caller.ask(LINKS, { filter: { includeAll: true } });
    expect(answer.errors?.[0]).toMatchObject({
      message: 'At least one filter parameter is required',
      extensions: { code: 'VALIDATION_ERROR', kinds: { filter: 'MISSING' } },
    });
  });
});

describe('the progress of a link', () => {
  const PROGRESS = `query ($id: ID!) { measureLink(id: $id) {
    progress { percentage status variance variancePercentage daysUntilTarget isOverdue }
  } }`;

  it('compares the measure with its next target, by the thresholds of the link', async () => {
    traction.clock.set('2026-01-15T10:00:00Z');
    const measure = await desk.measure({ currentValue: 75, targetValue: 1000 });
    const link = await desk.link({ measureId: measure.id });
    const { data } = await desk.caller.context();
    await data.targets.insert({
      measureId: measure.id,
      value: 100,
      optimalValue: null,
      minimalValue: null,
      date: new Date('2026-01-31T00:00:00Z'),
      periodStart: null,
      label: null,
      confidence: null,
      rationale: null,
      createdBy: 'ada',
    });
    expect(await desk.caller.read(PROGRESS, { id: link.id })).toEqual({
      measureLink: {
        progress: {
          percentage: 75,
          status: 'BEHIND',
          variance: -25,
          variancePercentage: -25,
          daysUntilTarget: 16,
          isOverdue: false,
        },
      },
    });
  });

  it.each([{ currentValue: 75 }, { targetValue: 100 }])('is null with %j alone', async (members) => {
    const link = await desk.link({ measureId: (await desk.measure(members)).id });
    expect(await desk.caller.read(PROGRESS, { id: link.id })).toEqual({ measureLink: { progress: null } });
  });
});
