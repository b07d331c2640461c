import { codeOf } from '../../common/testing/start-subgraph';
import type { MeasureLink } from '../links/model';
import { linkOf, measureOf } from '../testing/rows';
import { type Caller, enterTraction, type TestTraction } from '../testing/start-traction';

let house: TestTraction;
let ada: Caller;
/** An administrator, who belongs to another tenant. */
let root: Caller;
let id: string;

beforeAll(async () => {
  house = await enterTraction();
});
beforeEach(async () => {
  ada = house.caller();
  root = house.caller({ isAdmin: true });
  const { data } = await ada.context();
  ({ id } = await data.measures.insert(measureOf({ name: 'Revenue' })));
});

const RESTORE = `mutation ($id: ID!) { restoreMeasure(input: { id: $id }) { restoredId restoredLinkIds } }`;

const restore = (caller = root): ReturnType<Caller['ask']> => caller.ask(RESTORE, { id });

/** The ids of the links that came with it. */
const restoredLinks = async (): Promise<readonly string[]> =>
  (await root.read<{ restoreMeasure: { restoredLinkIds: string[] } }>(RESTORE, { id })).restoreMeasure
    .restoredLinkIds;

const deleteIt = (): Promise<object> =>
  ada.read(`mutation ($id: ID!) { deleteMeasure(input: { id: $id }) { deletedId } }`, { id });

const newGoal = async (): Promise<string> => {
  const { createGoal } = await ada.read<{ createGoal: { goal: { id: string } } }>(
    `mutation { createGoal(input: { title: "Grow" }) { goal { id } } }`,
  );
  return createGoal.goal.id;
};

const link = async (members: Partial<MeasureLink>): Promise<string> => {
  const { data } = await ada.context();
  return (await data.measureLinks.insert(linkOf({ measureId: id, goalId: null, ...members }))).id;
};

describe('bringing a measure back', () => {
  it('brings the links that went with it, and none that had ended before', async () => {
    const goalId = await newGoal();
    const { data } = await ada.context();
    const ended = await link({ goalId });
    await data.measureLinks.remove({ _id: ended }, house.clock.now());
    house.clock.advance(1);
    const links = [await link({}), await link({ goalId, isPrimary: true })];
    await deleteIt();
    expect((await restoredLinks()).toSorted()).toEqual(links);
    const { measure } = await ada.read<{ measure: object }>(
      `query ($id: ID!) { measure(id: $id) { name isDeleted links { id isPrimary } } }`,
      { id },
    );
    expect(measure).toEqual({
      name: 'Revenue',
      isDeleted: false,
      links: links.map((linkId, index) => ({ id: linkId, isPrimary: index === 1 })),
    });
  });

  it('leaves ended what leads to a goal or a strategy that is gone', async () => {
    const [goalId, goneGoal] = [await newGoal(), await newGoal()];
    await link({ goalId: goneGoal });
    await link({ goalId, strategyId: 'gone' });
    const kept = await link({ goalId });
    await deleteIt();
    await ada.read(`mutation ($id: ID!) { deleteGoal(input: { id: $id }) { deletedId } }`, { id: goneGoal });
    expect(await restoredLinks()).toEqual([kept]);
  });

  it('takes the first place at a goal from nobody', async () => {
    const goalId = await newGoal();
    await link({ goalId, isPrimary: true });
    await deleteIt();
    const primary = await link({ measureId: 'another', goalId, isPrimary: true });
    expect(await restoredLinks()).toHaveLength(1);
    const { data } = await ada.context();
    expect(await data.measureLinks.find({ goalId, isPrimary: true })).toMatchObject([{ id: primary }]);
  });

  it('is told in the tenant of the measure, as done by the administrator', async () => {
    const goalId = await newGoal();
    await link({ goalId });
    await deleteIt();
    await restoredLinks();
    const { data } = await ada.context();
    const actorId = root.viewer.userId;
    expect(await data.changes.find({ actorId }, { sort: { seq: 1 } })).toMatchObject([
      { kind: 'measure_changed', subject: { id }, description: 'Measure brought back' },
      { kind: 'measure_linked', subject: { id }, goalId },
    ]);
    expect(await (await root.context()).data.changes.count({})).toBe(0);
  });

  it('happens once, to what was deleted', async () => {
    expect(codeOf(await restore())).toBe('MEASURE_NOT_FOUND');
    await deleteIt();
    const codes = (await Promise.all([restore(), restore()])).map(codeOf);
    expect(new Set(codes)).toEqual(new Set([undefined, 'MEASURE_NOT_FOUND']));
  });

  it('is for administrators alone', async () => {
    await deleteIt();
    expect(codeOf(await restore(ada))).toBe('FORBIDDEN');
    expect(codeOf(await house.askAsStranger(RESTORE, { id }))).toBe('UNAUTHORIZED');
    expect(await ada.read(`query ($id: ID!) { measure(id: $id) { id } }`, { id })).toEqual({ measure: null });
  });
});
