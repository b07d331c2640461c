import { linkOf, measureOf } from '../testing/rows';
import { startTraction, type TestTraction } from '../testing/start-traction';

let traction: TestTraction;

beforeAll(async () => {
  traction = await startTraction();
});

afterAll(() => traction.stop());

it('ends the links of measures with the strategy, and no others', async () => {
  const caller = traction.caller();
  const { made } = await caller.read<{ made: { goal: { id: string } } }>(
    'mutation { made: createGoal(input: { title: "Grow" }) { goal { id } } }',
  );
  const goalId = made.goal.id;
  const { strategy } = await caller.read<{ strategy: { strategy: { id: string } } }>(
    `mutation ($input: CreateStrategyInput!) { strategy: createStrategy(input: $input) { strategy { id } } }`,
    { input: { goalId, description: 'Roast' } },
  );
  const { id } = strategy.strategy;
  const { data } = await caller.context();
  const { id: measureId } = await data.measures.insert(measureOf());
  const kept = await data.measureLinks.insert(linkOf({ goalId, measureId }));
  await data.measureLinks.insert(linkOf({ goalId, measureId, strategyId: id }));
  await caller.read(
    'mutation ($input: DeleteStrategyInput!) { deleteStrategy(input: $input) { deletedId } }',
    {
      input: { goalId, id },
    },
  );
  expect(await data.measureLinks.find({ measureId })).toMatchObject([{ id: kept.id }]);
});
