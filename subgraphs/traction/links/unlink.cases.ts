import { codeOf } from '../../common/testing/start-subgraph';
import { questionsOf } from '../testing/questions';
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

interface Ended {
  readonly deletedId: string;
  readonly warning: string | null;
}

describe('deleting a link', () => {
  const end = (id: string): Promise<Ended> => desk.do('deleteMeasureLink', { id });

  it('ends it, and warns where the measure has no link left', async () => {
    const [measure, goal] = [await desk.measure({ name: 'Churn' }), await desk.goal()];
    const first = await desk.link({ measureId: measure.id, goalId: goal.id });
    const last = await desk.link({ measureId: measure.id });
    expect(await end(first.id)).toEqual({ deletedId: first.id, warning: null });
    expect(await desk.links({ measureId: measure.id, includeAll: true })).toEqual([last]);
    const { warning } = await end(last.id);
    expect(warning).toBe('The measure "Churn" has no link left; delete it if it is not needed any more');
    expect(await (await desk.caller.context()).data.measures.load(measure.id)).toMatchObject({
      name: 'Churn',
    });
  });

  it('leaves the goal without a primary measure where it was that', async () => {
    const goalId = (await desk.goal()).id;
    const primary = await desk.link({ measureId: (await desk.measure()).id, goalId, isPrimary: true });
    await desk.link({ measureId: (await desk.measure()).id, goalId });
    await end(primary.id);
    expect(await desk.links({ goalId })).toMatchObject([{ isPrimary: false }]);
  });

  it('is told to the goal', async () => {
    const [measure, goal] = [await desk.measure(), await desk.goal()];
    await end((await desk.link({ measureId: measure.id, goalId: goal.id })).id);
    expect((await desk.log()).at(-1)).toMatchObject({
      kind: 'measure_unlinked',
      subject: { type: 'measure', id: measure.id },
      goalId: goal.id,
    });
  });

  it('can be done once', async () => {
    const { id } = await desk.link({ measureId: (await desk.measure()).id });
    const answers = await Promise.all([1, 2].map(() => desk.try('deleteMeasureLink', { id })));
    expect(answers.map(codeOf).sort()).toEqual(['MEASURE_LINK_NOT_FOUND', undefined]);
  });
});

describe('unlinking a measure from a person', () => {
  it('ends the personal link and no other', async () => {
    const [{ id: measureId }, { id: goalId }] = [await desk.measure(), await desk.goal()];
    const [personal, ofGoal, ofOther] = [
      await desk.link({ measureId }),
      await desk.link({ measureId, goalId }),
      await desk.link({ measureId, personId: 'grace' }),
    ];
    const input = { measureId, personId: 'ada' };
    expect(await desk.do<Ended>('unlinkMeasureFromPerson', input)).toEqual({
      deletedId: personal.id,
      warning: null,
    });
    expect((await desk.everyLink()).map(({ id }) => id)).toEqual([ofGoal.id, ofOther.id]);
    expect(codeOf(await desk.try('unlinkMeasureFromPerson', input))).toBe('MEASURE_LINK_NOT_FOUND');
  });
});

describe('unlinking a measure from a goal', () => {
  interface Unlinked {
    readonly goal: { readonly id: string };
    readonly measure: { readonly id: string };
    readonly newPrimary: LinkJson | null;
    readonly remainingCount: number;
  }

  const unlink = (goalId: string, measureId: string, newPrimaryMeasureId?: string): Promise<Unlinked> =>
    desk.do('unlinkMeasureFromGoal', { goalId, measureId, newPrimaryMeasureId });

  /** A goal with a primary measure, and three that come after it in another order than that of their making. */
  async function goalWithFour(): Promise<{ goalId: string; ids: string[] }> {
    const { id: goalId } = await desk.goal();
    const ids: string[] = [];
    for (const order of [1, 9, 3, 5]) {
      const { id: measureId } = await desk.measure();
      await desk.link({ measureId, goalId, order, isPrimary: ids.length === 0 });
      ids.push(measureId);
    }
    return { goalId, ids };
  }

  it('ends all their links, and the next in order becomes primary', async () => {
    const { goalId, ids } = await goalWithFour();
    const [primary = '', , next] = ids;
    await desk.link({ measureId: primary, goalId, strategyId: (await desk.strategy(goalId)).id });
    const personal = await desk.link({ measureId: primary });
    expect(await unlink(goalId, primary)).toMatchObject({
      goal: { id: goalId },
      measure: { id: primary },
      newPrimary: { measure: { id: next }, isPrimary: true },
      remainingCount: 3,
    });
    expect(await desk.links({ measureId: primary })).toEqual([personal]);
    expect((await desk.links({ goalId, includeAll: true })).map(({ isPrimary }) => isPrimary)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('makes that measure primary which is asked for', async () => {
    const { goalId, ids } = await goalWithFour();
    const [primary = '', wanted] = ids;
    expect(await unlink(goalId, primary, wanted)).toMatchObject({ newPrimary: { measure: { id: wanted } } });
  });

  it('changes no primary measure that stays', async () => {
    const { goalId, ids } = await goalWithFour();
    const [primary, other = '', wanted] = ids;
    expect(await unlink(goalId, other, wanted)).toMatchObject({ newPrimary: null, remainingCount: 3 });
    const links = await desk.links({ goalId });
    expect(links.filter(({ isPrimary }) => isPrimary).map(({ measure }) => measure.id)).toEqual([primary]);
  });

  it('leaves none where it was the last one', async () => {
    const [{ id: measureId }, { id: goalId }] = [await desk.measure(), await desk.goal()];
    await desk.link({ measureId, goalId, isPrimary: true });
    expect(await unlink(goalId, measureId)).toMatchObject({ newPrimary: null, remainingCount: 0 });
  });

  it('changes nothing where the one that is asked for is not linked', async () => {
    const { goalId, ids } = await goalWithFour();
    const [measureId] = ids;
    for (const newPrimaryMeasureId of [(await desk.measure()).id, measureId, 'nothing']) {
      const answer = await desk.try('unlinkMeasureFromGoal', { goalId, measureId, newPrimaryMeasureId });
      expect(codeOf(answer)).toBe('MEASURE_NOT_LINKED');
    }
    expect(await desk.links({ goalId })).toHaveLength(4);
  });

  it('needs the goal and a link', async () => {
    const [{ id: measureId }, { id: goalId }] = [await desk.measure(), await desk.goal()];
    const ends = [
      { goalId: 'nothing', measureId },
      { goalId, measureId },
      { goalId, measureId: 'nothing' },
    ];
    const codes = ends.map(async (input) => codeOf(await desk.try('unlinkMeasureFromGoal', input)));
    expect(await Promise.all(codes)).toEqual([
      'GOAL_NOT_FOUND',
      'MEASURE_LINK_NOT_FOUND',
      'MEASURE_LINK_NOT_FOUND',
    ]);
  });
});

describe('deleting a goal', () => {
  const DELETE = 'mutation ($id: ID!) { deleteGoal(input: { id: $id }) { deletedId } }';

  it('reads as little for many measures as for one', async () => {
    const questions: number[] = [];
    for (const count of [1, 5]) {
      const { id: goalId } = await desk.goal();
      for (let one = 1; one <= count; one += 1)
        await desk.link({ measureId: (await desk.measure()).id, goalId });
      questions.push(await questionsOf(() => desk.caller.read(DELETE, { id: goalId })));
    }
    expect(questions[1]).toBe(questions[0]);
  });

  it('ends its links and those of its strategies, and leaves the measures', async () => {
    const [{ id: measureId }, { id: goalId }] = [await desk.measure(), await desk.goal()];
    await desk.link({ measureId, goalId });
    await desk.link({ measureId, goalId, strategyId: (await desk.strategy(goalId)).id });
    const personal = await desk.link({ measureId });
    await desk.caller.read(DELETE, { id: goalId });
    expect(await desk.everyLink()).toEqual([personal]);
    expect((await desk.log()).map(({ kind }) => kind).slice(-3)).toEqual([
      'measure_unlinked',
      'measure_unlinked',
      'goal_deleted',
    ]);
  });
});
