/** One measure is one measure, whichever door it is read through. */
import fc from 'fast-check';
import { graphql } from '../support/graphql';
import type { TestHouse, TestTenant } from '../support/house';
import { enterTestHouse } from '../support/houses';
import { rest } from '../support/rest';
import { type Scene, step, take } from './writes';

let house: TestHouse;
let ada: TestTenant;

beforeAll(async () => {
  house = await enterTestHouse();
  ada = await house.newTenant();
});

const read = async (path: string) => {
  const { status, body } = await rest(house.url, `GET /traction/api/v1${path}`, { token: ada.token });
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body.data;
};

const made = async (path: string, body: object): Promise<string> =>
  (await rest(house.url, `POST /traction/api/v1${path}`, { token: ada.token, body })).body.data.id;

async function newScene(): Promise<Scene> {
  const goalIds = [await made('/goals', { title: 'Grow' }), await made('/goals', { title: 'Bloom' })];
  const measureId = await made('/measures', { name: 'Revenue', currentValue: 10.5, direction: 'Increase' });
  const { data } = await graphql<{ createAction: { action: { id: string } } }>(
    house.url,
    `
      mutation {
        createAction(
          input: {
            title: "Call"
            startDate: "2025-01-01T00:00:00Z"
            dueDate: "2025-12-31T00:00:00Z"
            priority: HIGH
          }
        ) {
          action {
            id
          }
        }
      }
    `,
    {},
    ada.token,
  );
  if (!data) throw new Error('There is no action');
  return { url: house.url, token: ada.token, measureId, goalIds, actionId: data.createAction.action.id };
}

interface GraphMeasure {
  readonly name: string;
  readonly unit: string | null;
  readonly direction: string;
  readonly currentValue: number | null;
  readonly currentValueDate: string | null;
  readonly targetValue: number | null;
  readonly progress: number | null;
  readonly targets: readonly { readonly id: string; readonly date: string; readonly value: number }[];
  readonly latestValues: readonly { readonly value: number; readonly date: string }[];
  readonly linkedGoals: readonly {
    readonly id: string;
    readonly goalId: string;
    readonly isPrimary: boolean;
    readonly thresholdPct: number;
  }[];
}

async function inGraph({ measureId }: Scene): Promise<GraphMeasure> {
  const { data } = await graphql<{ measure: GraphMeasure }>(
    house.url,
    `
      query ($id: ID!) {
        measure(id: $id) {
          name
          unit
          direction
          currentValue
          currentValueDate
          targetValue
          progress
          targets {
            id
            date
            value
          }
          latestValues {
            value
            date
          }
          linkedGoals {
            id
            goalId
            isPrimary
            thresholdPct
          }
        }
      }
    `,
    { id: measureId },
    ada.token,
  );
  if (!data) throw new Error('The graph does not answer');
  return data.measure;
}

const moment = (iso: string | null): string | null => iso && `${iso.slice(0, '2025-01-01T00:00:00'.length)}Z`;
const day = (iso: string | null): string | null => iso?.slice(0, '2025-01-01'.length) ?? null;
const UP_OR_DOWN: Readonly<Record<string, string>> = { INCREASE: 'up', DECREASE: 'down' };
const DIRECTIONS: Readonly<Record<string, string>> = { INCREASE: 'Increase', DECREASE: 'Decrease' };

/** Throws where a door shows another measure than the graph. */
async function expectOneMeasure(scene: Scene): Promise<void> {
  const truth = await inGraph(scene);
  const { name, unit, direction, currentValue, targetValue, progress } = truth;
  const detail = await read(`/measures/${scene.measureId}`);
  expect(detail).toMatchObject({
    ...{ name, unit, direction: DIRECTIONS[direction], currentValue, targetValue },
    currentValueDate: moment(truth.currentValueDate),
    linkedGoals: truth.linkedGoals.map(({ id, goalId, isPrimary }) => ({ linkId: id, goalId, isPrimary })),
    historicalValues: truth.latestValues.map(({ value, date }) => ({ value, recordedAt: moment(date) })),
  });
  expect(await read(`/shared-kpis/${scene.measureId}/plan`)).toMatchObject({
    kpi: {
      ...{ name, unit, direction: UP_OR_DOWN[direction], currentValue },
      currentDate: day(truth.currentValueDate),
    },
    milestones: truth.targets.map(({ id, date, value }) => ({
      id,
      milestoneDate: day(date),
      targetValue: value,
    })),
  });
  for (const goalId of scene.goalIds) {
    const link = truth.linkedGoals.find((one) => one.goalId === goalId);
    const { kpis } = await read(`/goals/${goalId}`);
    expect(kpis).toMatchObject(
      link
        ? [
            {
              ...{ id: link.id, kpi_id: scene.measureId, is_primary: link.isPrimary },
              ...{ threshold_pct: link.thresholdPct, name, unit, direction: UP_OR_DOWN[direction] },
              ...{ current_value: currentValue, target_value: targetValue, progress },
            },
          ]
        : [],
    );
    expect(kpis).toHaveLength(link ? 1 : 0);
  }
}

it('/measures, /goals, /shared-kpis and the graph agree after any sequence of writes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const scene = await newScene();
      for (const one of steps) {
        await take(scene, one);
        await expectOneMeasure(scene);
      }
    }),
    { numRuns: 12 },
  );
});
