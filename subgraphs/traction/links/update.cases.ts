import { codeOf } from '../../common/testing/start-subgraph';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { Desk, type LinkJson } from './testing/desk';

let traction: TestTraction;
let desk: Desk;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(() => {
  desk = new Desk(traction);
});

const update = async (id: string, input: object): Promise<LinkJson> =>
  (await desk.do<{ link: LinkJson }>('updateMeasureLink', { id, ...input })).link;

/** A measure linked with a strategy of a goal. */
async function strategyLink(): Promise<LinkJson> {
  const { id: goalId } = await desk.goal();
  const { id: strategyId } = await desk.strategy(goalId);
  return desk.link({ measureId: (await desk.measure()).id, goalId, strategyId, isPrimary: true });
}

describe('changing a link', () => {
  it('changes what is given and keeps the rest, also what is null', async () => {
    const link = await strategyLink();
    const nothing = { personId: null, thresholdPct: null, riskThresholdPct: null, weight: null, order: null };
    expect(await update(link.id, { ...nothing, isPrimary: null })).toEqual(link);
    expect(await update(link.id, {})).toEqual(link);
    const given = { thresholdPct: 40, riskThresholdPct: 30, weight: 0.5, order: 9, isPrimary: false };
    expect(await update(link.id, given)).toEqual({ ...link, ...given });
  });

  it('removes the strategy with the goal, and the flag, which belongs to the goal', async () => {
    const link = await strategyLink();
    expect(await update(link.id, { goalId: null, isPrimary: true })).toMatchObject({
      kind: 'PERSONAL',
      goalId: null,
      strategyId: null,
      isPrimary: false,
    });
  });

  it('removes the strategy alone', async () => {
    const link = await strategyLink();
    expect(await update(link.id, { strategyId: null })).toMatchObject({
      kind: 'GOAL',
      goalId: link.goalId,
      isPrimary: true,
    });
  });

  it('does not bring the flag to another goal, unless it is asked for', async () => {
    const link = await strategyLink();
    const other = await desk.goal();
    const moved = await update(link.id, { goalId: other.id, strategyId: null });
    expect(moved).toMatchObject({ goalId: other.id, isPrimary: false });
    expect(await update(link.id, { isPrimary: true })).toMatchObject({ isPrimary: true });
  });

  it('takes the flag off the primary link that was', async () => {
    const goalId = (await desk.goal()).id;
    const first = await desk.link({ measureId: (await desk.measure()).id, goalId, isPrimary: true });
    const second = await desk.link({ measureId: (await desk.measure()).id, goalId });
    await update(second.id, { isPrimary: true });
    expect((await desk.links({ goalId })).map(({ id, isPrimary }) => [id, isPrimary])).toEqual([
      [first.id, false],
      [second.id, true],
    ]);
  });

  it('tells the goals that it left and came to', async () => {
    const link = await strategyLink();
    const other = await desk.goal();
    await update(link.id, { goalId: other.id, strategyId: null });
    await update(link.id, { weight: 0.1 });
    expect((await desk.log()).map(({ kind, goalId }) => [kind, goalId])).toEqual([
      ['measure_linked', link.goalId],
      ['measure_unlinked', link.goalId],
      ['measure_linked', other.id],
      ['measure_changed', undefined],
    ]);
  });
});

describe('a new person', () => {
  it('takes over the measure and all its links', async () => {
    const link = await strategyLink();
    const measureId = link.measure.id;
    await desk.link({ measureId, personId: 'alan' });
    const other = await desk.link({ measureId: (await desk.measure()).id });
    const after = await update(link.id, { personId: 'grace' });
    expect(after).toMatchObject({ personId: 'grace', measure: { ownerId: 'grace' } });
    expect((await desk.links({ measureId })).map(({ personId }) => personId)).toEqual(['grace', 'grace']);
    expect(await desk.links({ measureId: other.measure.id })).toEqual([other]);
  });

  it('makes one of links that differed in their persons alone, primary if any of them was', async () => {
    const [{ id: measureId }, { id: goalId }] = [await desk.measure(), await desk.goal()];
    const mine = await desk.link({ measureId, goalId, personId: 'ada' });
    await desk.link({ measureId, goalId, personId: 'alan', isPrimary: true });
    await desk.link({ measureId, personId: 'ada' });
    await desk.link({ measureId, personId: 'alan' });
    expect(await update(mine.id, { personId: 'grace' })).toMatchObject({ id: mine.id, isPrimary: true });
    expect((await desk.links({ measureId })).map(({ kind, personId }) => [kind, personId]).sort()).toEqual([
      ['GOAL', 'grace'],
      ['PERSONAL', 'grace'],
    ]);
    expect((await desk.log()).filter(({ kind }) => kind === 'measure_unlinked')).toHaveLength(2);
  });
});

describe('a link is not changed', () => {
  const refused = async (id: string, input: object): Promise<unknown> => {
    const before = await desk.everyLink();
    const code = codeOf(await desk.try('updateMeasureLink', { id, ...input }));
    expect(await desk.everyLink()).toEqual(before);
    return code;
  };

  it('that is not there', async () => {
    expect(await refused('nothing', {})).toBe('MEASURE_LINK_NOT_FOUND');
  });

  it('into one that is there', async () => {
    const [{ id: measureId }, { id: goalId }] = [await desk.measure(), await desk.goal()];
    await desk.link({ measureId, goalId });
    await desk.link({ measureId, personId: 'grace' });
    const link = await desk.link({ measureId });
    expect(await refused(link.id, { goalId })).toBe('MEASURE_LINK_EXISTS');
    expect(await refused(link.id, { personId: 'grace' })).toBe('MEASURE_LINK_EXISTS');
  });

  it('so that a strategy is left without its goal', async () => {
    const link = await strategyLink();
    expect(await refused(link.id, { goalId: null, strategyId: link.strategyId })).toBe(
      'STRATEGY_REQUIRES_GOAL',
    );
    expect(await refused(link.id, { goalId: (await desk.goal()).id })).toBe('STRATEGY_GOAL_MISMATCH');
  });

  it('to a goal or a strategy that is not there', async () => {
    const link = await strategyLink();
    expect(await refused(link.id, { goalId: 'nothing', strategyId: null })).toBe('GOAL_NOT_FOUND');
    expect(await refused(link.id, { strategyId: 'nothing' })).toBe('STRATEGY_NOT_FOUND');
  });

  it.each([[{ thresholdPct: 40 }], [{ riskThresholdPct: 81 }], [{ thresholdPct: 20, riskThresholdPct: 30 }]])(
    'so that its risk would begin above its threshold: %j',
    async (input) => {
      expect(await refused((await strategyLink()).id, input)).toBe('VALIDATION_ERROR');
    },
  );

  it.each([
    ['thresholdPct', 101],
    ['riskThresholdPct', -1],
    ['weight', 2],
    ['order', 0],
  ])('by %s %s', async (member, value) => {
    expect(await refused((await strategyLink()).id, { [member]: value })).toBe('VALIDATION_ERROR');
  });
});

it('a link that is there is found although its strategy has gone', async () => {
  const link = await strategyLink();
  const { data } = await desk.caller.context();
  await data.strategies.remove({ _id: link.strategyId }, traction.clock.now());
  expect(await update(link.id, { weight: 0.2 })).toMatchObject({ weight: 0.2, strategyId: link.strategyId });
});
