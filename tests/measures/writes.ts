/** What callers do to a measure, through whichever door: each step answers with a status that is no fault of ours. */
import fc from 'fast-check';
import { graphql } from '../support/graphql';
import { rest } from '../support/rest';

export interface Scene {
  readonly url: string;
  readonly token: string;
  readonly measureId: string;
  readonly goalIds: readonly string[];
  /** An action that brings values about. */
  readonly actionId: string;
}

/** What a step is made of. */
export interface Step {
  readonly does: keyof typeof STEPS;
  readonly value: number;
  readonly day: string;
  /** Which of the goals, the targets or the values; counted around. */
  readonly which: number;
  readonly flag: boolean;
}

const TRACTION = '/traction/api/v1';

const call = async ({ url, token }: Scene, request: string, body?: unknown) => {
  const answer = await rest(url, request.replace(' /', ` ${TRACTION}/`), { token, body });
  if (answer.status >= 500) throw new Error(`${request}: ${JSON.stringify(answer.body)}`);
  return answer;
};

const act = async ({ url, token }: Scene, mutation: string, input: object): Promise<void> => {
  const { errors } = await graphql(url, mutation, { input }, token);
  const ours = errors?.find(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
  if (ours) throw new Error(`${mutation}: ${ours.message}`);
};

/** Of the ids that a list of the measure has; undefined where it is empty. */
async function pick(scene: Scene, list: 'actuals' | 'targets', which: number): Promise<string | undefined> {
  const { body } = await call(scene, `GET /measures/${scene.measureId}/${list}`);
  const ids = (body.data[list] as { id: string }[]).map(({ id }) => id);
  return ids[which % ids.length];
}

const goalOf = ({ goalIds }: Scene, { which }: Step): string => goalIds[which % goalIds.length] ?? '';

const STEPS = {
  'put a value': (scene: Scene, { value }: Step) =>
    call(scene, `PUT /measures/${scene.measureId}/value`, { value }),
  'record an actual': (scene: Scene, { value, day, flag }: Step) =>
    call(scene, `POST /measures/${scene.measureId}/actuals`, {
      actualSubtype: flag ? 'Measured' : 'Estimate',
      actualValue: value,
      measurementDate: `${day}T00:00:00Z`,
    }),
  'record an actual of a KPI': (scene: Scene, { value, day, flag }: Step) =>
    call(scene, `POST /shared-kpis/${scene.measureId}/actuals`, {
      actualValue: value,
      measurementDate: day,
      adjustmentStrategy: flag ? 'auto' : 'none',
    }),
  'record a reading': (scene: Scene, { value, day }: Step) =>
    call(scene, `POST /kpis/${scene.measureId}/readings`, { period: day.slice(0, '2025-01'.length), value }),
  'record what an action has brought about': (scene: Scene, { value, day, flag }: Step) =>
    flag
      ? call(scene, `POST /api/actions/${scene.actionId}/kpi-updates`, [
          { kpiId: scene.measureId, newValue: value, updateDate: day },
          { kpiId: scene.measureId, newValue: Math.trunc(value) },
        ])
      : call(scene, 'POST /operations/kpi-updates', {
          actionId: scene.actionId,
          kpiId: scene.measureId,
          newValue: value,
          updateDate: day,
        }),
  'record in the graph': (scene: Scene, { value, day }: Step) =>
    act(
      scene,
      'mutation ($input: RecordMeasureValueInput!) { recordMeasureValue(input: $input) { actual { id } } }',
      {
        measureId: scene.measureId,
        value,
        recordedAt: `${day}T12:00:00Z`,
      },
    ),
  'override a value': async (scene: Scene, { value, which }: Step) => {
    const id = await pick(scene, 'actuals', which);
    const body = { newValue: value, overrideComment: 'counted again' };
    if (id) await call(scene, `PUT /measures/${scene.measureId}/actuals/${id}/override`, body);
  },
  'delete a value': async (scene: Scene, { which }: Step) => {
    const id = await pick(scene, 'actuals', which);
    if (id) await call(scene, `DELETE /measures/${scene.measureId}/actuals/${id}`);
  },
  'add a target': (scene: Scene, { value, day }: Step) =>
    call(scene, `POST /measures/${scene.measureId}/targets`, {
      targetValue: value,
      targetDate: `${day}T00:00:00Z`,
    }),
  'set milestones': (scene: Scene, { value, day, flag }: Step) =>
    call(scene, `PUT /shared-kpis/${scene.measureId}/milestones`, {
      milestones: [
        { milestoneDate: day, targetValue: value, label: 'Set' },
        { milestoneDate: '2031-12-31', targetValue: value },
      ],
      replaceAll: flag,
    }),
  'delete a target': async (scene: Scene, { which }: Step) => {
    const id = await pick(scene, 'targets', which);
    if (id) await call(scene, `DELETE /measures/${scene.measureId}/targets/${id}`);
  },
  'adjust the plan': (scene: Scene, { flag }: Step) =>
    call(scene, `POST /shared-kpis/${scene.measureId}/adjust`, {
      strategy: flag ? 'maintain_final_goal' : 'proportional_shift',
      rationale: 'off the plan',
    }),
  'change the measure': (scene: Scene, { value, flag }: Step) =>
    call(scene, `PUT /measures/${scene.measureId}`, {
      name: `Revenue ${value}`,
      direction: flag ? 'Increase' : 'Decrease',
      ...(value > 0 ? { targetValue: value } : {}),
    }),
  'change the KPI': (scene: Scene, { value, flag }: Step) =>
    call(scene, `PUT /kpis/${scene.measureId}`, {
      unit: `unit ${value}`,
      direction: flag ? 'up' : 'down',
    }),
  'link a goal': (scene: Scene, step: Step) =>
    call(scene, `POST /goals/${goalOf(scene, step)}/kpis:link`, {
      kpiId: scene.measureId,
      isPrimary: step.flag,
    }),
  'unlink a goal': (scene: Scene, step: Step) =>
    call(scene, `POST /goals/${goalOf(scene, step)}/kpis:unlink`, { kpiId: scene.measureId }),
  'set a threshold': (scene: Scene, step: Step) =>
    call(scene, `POST /goals/${goalOf(scene, step)}/kpis/${scene.measureId}:setThreshold`, {
      thresholdPct: Math.abs(step.value) % 101,
    }),
} as const;

export const take = (scene: Scene, step: Step): Promise<unknown> => STEPS[step.does](scene, step);

/** Values with decimals, days on both sides of now. */
export const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])),
  value: fc.integer({ min: -9999, max: 99_999 }).map((hundredths) => hundredths / 100),
  day: fc.constantFrom('2025-01-31', '2025-02-28', '2025-06-30', '2030-03-31', '2030-06-30'),
  which: fc.nat({ max: 5 }),
  flag: fc.boolean(),
});
