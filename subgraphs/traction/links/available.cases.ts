import { CATALOG } from '../catalog/entries';
import type { AvailableMeasure, AvailableMeasures } from '../schema.generated';
import { questionsOf } from '../testing/questions';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { Desk } from './testing/desk';

const MEMBERS = 'id name description unit direction category source isShared usage { goalCount isUsedHere }';
const AVAILABLE = `query ($id: ID!) {
  goal(id: $id) { availableMeasures { catalog { ${MEMBERS} } own { ${MEMBERS} } } }
}`;
const OF_ALL = '{ goals { nodes { availableMeasures { own { id source } } } } }';
const ENTRY = 'catalog_monthly_recurring_revenue';

let traction: TestTraction;
let desk: Desk;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(() => {
  desk = new Desk(traction);
});

async function availableFor(id: string): Promise<AvailableMeasures> {
  interface Answer {
    goal: { availableMeasures: AvailableMeasures };
  }
  return (await desk.caller.read<Answer>(AVAILABLE, { id })).goal.availableMeasures;
}

const entryIn = ({ catalog }: AvailableMeasures): AvailableMeasure | undefined =>
  catalog.find(({ id }) => id === ENTRY);

it('the whole catalog is available, with the goals that use measures made from it', async () => {
  const [mine, other] = [await desk.goal(), await desk.goal()];
  const unused = await availableFor(mine.id);
  expect(unused.catalog.map(({ id }) => id)).toEqual(CATALOG.map(({ id }) => id));
  expect(entryIn(unused)).toEqual({
    id: ENTRY,
    name: 'Monthly Recurring Revenue',
    description: expect.any(String),
    unit: 'USD',
    direction: 'INCREASE',
    category: 'Financial',
    source: 'Catalog',
    isShared: false,
    usage: { goalCount: 0, isUsedHere: false },
  });
  for (const goalId of [mine.id, other.id]) await desk.do('linkMeasureToGoal', { goalId, measureId: ENTRY });
  expect(entryIn(await availableFor(mine.id))).toMatchObject({
    usage: { goalCount: 2, isUsedHere: true },
    isShared: false,
  });
  expect(entryIn(await availableFor((await desk.goal()).id))).toMatchObject({
    usage: { goalCount: 2, isUsedHere: false },
  });
});

it('own measures are available by name, with the goal that each came from', async () => {
  const [first, second] = [await desk.goal('Delight customers'), await desk.goal('Grow')];
  const { id: strategyId } = await desk.strategy(first.id);
  await desk.measure({ name: 'Made from an entry', catalogId: ENTRY });
  const shared = await desk.measure({ name: 'Satisfaction', unit: 'points', direction: null });
  const personal = await desk.measure({ name: 'Focus' });
  await desk.link({ measureId: personal.id });
  await desk.link({ measureId: shared.id, goalId: first.id, strategyId });
  traction.clock.advance(60);
  await desk.link({ measureId: shared.id, goalId: first.id });
  await desk.link({ measureId: shared.id, goalId: second.id, isPrimary: true });
  expect((await availableFor(second.id)).own).toMatchObject([
    {
      id: personal.id,
      name: 'Focus',
      source: 'Custom',
      isShared: false,
      usage: { goalCount: 0, isUsedHere: false },
    },
    {
      id: shared.id,
      name: 'Satisfaction',
      unit: 'points',
      direction: null,
      category: null,
      source: 'Created by Delight customers',
      isShared: true,
      usage: { goalCount: 2, isUsedHere: true },
    },
  ]);
});

it('nothing of another tenant is available, nor what has gone', async () => {
  const theirs = new Desk(traction);
  await theirs.measure();
  const [{ id: goalId }, measure] = [await desk.goal(), await desk.measure()];
  const { data } = await desk.caller.context();
  await data.measures.remove({ _id: measure.id }, traction.clock.now());
  expect((await availableFor(goalId)).own).toEqual([]);
});

it('many goals and measures are as few questions as one', async () => {
  const add = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      const [goal, measure] = [await desk.goal(), await desk.measure()];
      await desk.link({ measureId: measure.id, goalId: goal.id });
    }
  };
  await add(1);
  const forOne = await questionsOf(() => desk.caller.read(OF_ALL));
  await add(9);
  expect(await questionsOf(() => desk.caller.read(OF_ALL))).toBe(forOne);
});
