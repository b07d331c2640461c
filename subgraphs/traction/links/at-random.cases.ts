/** Whatever is done with links, and in whichever order: a goal has one primary link at most, and no two are alike. */
import fc from 'fast-check';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { Desk, type LinkJson, type LinkMutation } from './testing/desk';

const PERSONS = ['ada', 'grace', 'alan'];

/** Numbers stand for what they choose among, whatever there is then. */
interface Step {
  readonly name: LinkMutation | 'deleteGoal';
  readonly measure: number;
  readonly goal: number | null | undefined;
  readonly strategy: number | null | undefined;
  readonly person: number;
  readonly link: number;
  readonly isPrimary: boolean;
}

const place = fc.nat({ max: 2 });
/** Absent in most cases, else a place or null. */
const seldom = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: place },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** Links pile up, so that there are some to be mistaken for each other. */
const WEIGHTS: Readonly<Record<Step['name'], number>> = {
  linkMeasure: 12,
  linkMeasureToGoal: 2,
  updateMeasureLink: 8,
  setPrimaryMeasure: 2,
  setMeasureThreshold: 1,
  deleteMeasureLink: 1,
  unlinkMeasureFromPerson: 1,
  unlinkMeasureFromGoal: 1,
  deleteGoal: 1,
};

const names = Object.entries(WEIGHTS) as [Step['name'], number][];

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.oneof(...names.map(([name, weight]) => ({ weight, arbitrary: fc.constant(name) }))),
  measure: place,
  goal: fc.option(place, { nil: undefined }),
  strategy: seldom,
  person: place,
  link: fc.nat({ max: 9 }),
  isPrimary: fc.boolean(),
});

let traction: TestTraction;

beforeAll(async () => {
  traction = await enterTraction();
});

/** A tenant of its own, with measures and goals that the steps are done with. */
async function furnished(): Promise<{ desk: Desk; act(step: Step): Promise<void> }> {
  const desk = new Desk(traction);
  const measures = [(await desk.measure()).id, (await desk.measure()).id];
  const goals = [(await desk.goal()).id, (await desk.goal()).id];
  const strategies = await Promise.all(goals.map(async (goalId) => (await desk.strategy(goalId)).id));
  const act = async ({ name, isPrimary, ...numbers }: Step): Promise<void> => {
    const measureId = among(measures, numbers.measure);
    const personId = among(PERSONS, numbers.person);
    const goalId = amongOrNot(goals, numbers.goal);
    const strategyId = amongOrNot(strategies, numbers.strategy);
    const links = await (await desk.caller.context()).data.measureLinks.find({});
    const { id } = links.length === 0 ? { id: 'nothing' } : among(links, numbers.link);
    const goal = among(goals, numbers.goal ?? 0);
    const inputs: Readonly<Record<LinkMutation, object>> = {
      linkMeasure: { measureId, personId, goalId, strategyId, isPrimary },
      linkMeasureToGoal: { measureId, goalId: goal, isPrimary },
      updateMeasureLink: { id, personId, goalId, strategyId, isPrimary },
      setPrimaryMeasure: { measureId, goalId: goal },
      setMeasureThreshold: { measureId, goalId: goal, thresholdPct: 10 },
      deleteMeasureLink: { id },
      unlinkMeasureFromPerson: { measureId, personId },
      unlinkMeasureFromGoal: { measureId, goalId: goal },
    };
    if (name !== 'deleteGoal') return void (await desk.try(name, inputs[name]));
    await desk.caller.ask('mutation ($id: ID!) { deleteGoal(input: { id: $id }) { deletedId } }', {
      id: goal,
    });
    const made = await desk.goal();
    goals.splice(goals.indexOf(goal), 1, made.id);
  };
  return { desk, act };
}

const among = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

const amongOrNot = <T>(list: readonly T[], number: number | null | undefined): T | null | undefined =>
  typeof number === 'number' ? among(list, number) : number;

const primaryCounts = (links: readonly LinkJson[]): readonly number[] => {
  const primary = links.filter(({ isPrimary }) => isPrimary).map(({ goalId }) => goalId);
  return [...new Set(primary)].map((goalId) => primary.filter((other) => other === goalId).length);
};

const endsOf = ({ measure, personId, goalId, strategyId }: LinkJson): string =>
  JSON.stringify([measure.id, personId, goalId, strategyId]);

it('a goal has one primary link at most, and no two links are alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 35 }), async (steps) => {
      const { desk, act } = await furnished();
      for (const one of steps) await act(one);
      const links = await desk.everyLink();
      expect(primaryCounts(links).filter((count) => count !== 1)).toEqual([]);
      expect(links.filter(({ goalId, isPrimary }) => goalId === null && isPrimary)).toEqual([]);
      expect(new Set(links.map(endsOf)).size).toBe(links.length);
      expect(links.filter((link) => link.riskThresholdPct > link.thresholdPct)).toEqual([]);
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
