/** The plan of a measure in the graph, over a real database. */
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { measured, type Scene, sceneOf, target } from './testing/scene';

let traction: TestTraction;

beforeAll(async () => {
  traction = await enterTraction();
});

interface PlanAnswer {
  readonly method: string;
  readonly granularity: string;
  readonly totalChange: number;
  readonly averageMonthlyGrowth: number;
  readonly periods: { start: string; startValue: number; endValue: number; targets: { id: string }[] }[];
}

const document = (args: string): string => `query ($id: ID!) { measure(id: $id) { plan${args} {
  method granularity totalChange averageMonthlyGrowth periods { start startValue endValue targets { id } }
} } }`;

const planOf = async ({ caller, measure }: Scene, args = ''): Promise<PlanAnswer> =>
  (await caller.read<{ measure: { plan: PlanAnswer } }>(document(args), { id: measure.id })).measure.plan;

/** Day and value of where the plan begins. */
async function beginning(
  scene: Scene,
): Promise<readonly [day: string | undefined, value: number | undefined]> {
  const { periods } = await planOf(scene, '(granularity: DAILY)');
  return [periods[0]?.start.slice(0, '2025-01-01'.length), periods[0]?.startValue];
}

describe('a plan', () => {
  it('is by month and by the method of the measure where nothing else is asked', async () => {
    const scene = await sceneOf(traction.caller(), { interpolation: 'STEP' });
    await measured(scene, '2024-12-31', 45000);
    const { id } = await target(scene, '2025-03-31', 50000);
    const plan = await planOf(scene);
    expect(plan).toMatchObject({ method: 'STEP', granularity: 'MONTHLY', totalChange: 5000 });
    expect(plan.periods.map(({ endValue }) => endValue)).toEqual([45000, 45000, 50000]);
    expect(plan.periods[0]?.targets).toEqual([{ id }]);
  });

  it('is in the periods and by the method that are asked', async () => {
    const scene = await sceneOf(traction.caller());
    await measured(scene, '2024-12-31', 100);
    await target(scene, '2025-12-31', 1600);
    const plan = await planOf(scene, '(granularity: QUARTERLY, interpolation: EXPONENTIAL)');
    expect(plan.periods.map(({ endValue }) => endValue)).toEqual([200, 400, 800, 1600]);
  });

  it('is empty without targets', async () => {
    expect(await planOf(await sceneOf(traction.caller()))).toEqual({
      method: 'LINEAR',
      granularity: 'MONTHLY',
      periods: [],
      totalChange: 0,
      averageMonthlyGrowth: 0,
    });
  });

  it('in too many periods is refused by the name of the granularity', async () => {
    const scene = await sceneOf(traction.caller());
    await target(scene, '2100-01-01', 1);
    const { errors } = await scene.caller.ask(document('(granularity: DAILY)'), { id: scene.measure.id });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_ERROR',
      kinds: { granularity: 'RANGE' },
    });
  });
});

describe('a plan begins', () => {
  it('at the value measured last before the day of the first target', async () => {
    const scene = await sceneOf(traction.caller(), {
      currentValue: 9,
      currentValueDate: new Date('2025-04-02'),
    });
    await target(scene, '2025-03-31T12:00:00Z', 50);
    await target(scene, '2025-06-30', 90);
    await measured(scene, '2025-01-31', 10, { place: 1 });
    await measured(scene, '2025-02-28', 20, { place: 2 });
    await measured(scene, '2025-02-28', 21, { place: 3 });
    await measured(scene, '2025-03-01', 99, { place: 4, subtype: 'ESTIMATE' });
    await measured(scene, '2025-03-31', 98, { place: 5 });
    expect(await beginning(scene)).toEqual(['2025-03-01', 21]);
  });

  it('else at the present value, behind which earlier targets do not count', async () => {
    const scene = await sceneOf(traction.caller(), {
      currentValue: 9,
      currentValueDate: new Date('2025-04-02T10:00:00Z'),
    });
    await target(scene, '2025-03-31', 50);
    await target(scene, '2025-04-12', 19);
    expect(await beginning(scene)).toEqual(['2025-04-03', 9]);
  });

  it('else at 0, on the day that the measure was created', async () => {
    const scene = await sceneOf(traction.caller());
    await target(scene, '2026-02-01', 50);
    expect(await beginning(scene)).toEqual(['2026-01-16', 0]);
  });
});

describe('the next target', () => {
  it('is the first of today or later, and null behind the last', async () => {
    const scene = await sceneOf(traction.caller());
    const next = async (): Promise<unknown> =>
      scene.caller.read('query ($id: ID!) { measure(id: $id) { nextTarget { value } } }', {
        id: scene.measure.id,
      });
    await target(scene, '2026-01-14', 1);
    expect(await next()).toEqual({ measure: { nextTarget: null } });
    await target(scene, '2026-02-15', 3);
    await target(scene, '2026-01-15', 2);
    expect(await next()).toEqual({ measure: { nextTarget: { value: 2 } } });
  });
});
