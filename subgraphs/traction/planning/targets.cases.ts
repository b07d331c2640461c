/** Targets one by one, over a real database. */
import { codeOf } from '../../common/testing/start-subgraph';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { ADD_TARGET, DELETE_TARGET, UPDATE_TARGET } from './testing/operations';
import { linkedGoal, logged, type Scene, sceneOf, target, targetsOfScene } from './testing/scene';

let traction: TestTraction;
let scene: Scene;

beforeAll(async () => {
  traction = await enterTraction();
});

beforeEach(async () => {
  scene = await sceneOf(traction.caller());
});

const DATE = '2026-03-31T00:00:00.000Z';

const add = (members: object = {}) =>
  scene.caller.ask(ADD_TARGET, {
    input: { measureId: scene.measure.id, value: 50000, date: DATE, ...members },
  });

const update = (id: string, members: object) =>
  scene.caller.read<{ updateTarget: { target: Record<string, unknown> } }>(UPDATE_TARGET, {
    input: { measureId: scene.measure.id, id, ...members },
  });

describe('a new target', () => {
  it('has the members that are given, and belongs to who set it', async () => {
    const given = {
      optimalValue: 60000,
      minimalValue: 45000,
      label: 'Q1',
      confidence: 80,
      rationale: 'Pipeline',
    };
    expect(await add(given)).toMatchObject({
      data: {
        addTarget: {
          target: {
            ...given,
            value: 50000,
            createdBy: scene.caller.viewer.userId,
            measure: { id: scene.measure.id },
            revisions: [],
          },
        },
      },
    });
  });

  it('is told on the stream of every goal of the measure, and of the tenant where there is none', async () => {
    await add();
    expect(await logged(scene, 'plan_changed')).toEqual([{ goalId: undefined, subjectId: scene.measure.id }]);
    const goalId = await linkedGoal(scene, 'Grow');
    await add();
    expect((await logged(scene, 'plan_changed'))[1]).toEqual({ goalId, subjectId: scene.measure.id });
  });
});

describe('the values of a target have an order', () => {
  it.each([
    ['INCREASE', { optimalValue: 49999 }],
    ['INCREASE', { minimalValue: 50001 }],
    [null, { optimalValue: 60000, minimalValue: 50000.01 }],
    ['DECREASE', { optimalValue: 50001 }],
    ['DECREASE', { minimalValue: 49999 }],
  ] as const)('of %s, which %p breaks', async (direction, members) => {
    scene = await sceneOf(traction.caller(), { direction });
    const { errors } = await add(members);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_ERROR',
      kinds: { optimalValue: 'FORM' },
    });
    expect(await targetsOfScene(scene)).toEqual([]);
  });

  it.each([
    ['INCREASE', { optimalValue: 50000, minimalValue: 50000 }],
    ['DECREASE', { optimalValue: 40000, minimalValue: 60000 }],
  ] as const)('of %s, which %p keeps', async (direction, members) => {
    scene = await sceneOf(traction.caller(), { direction });
    expect(await add(members)).not.toHaveProperty('errors');
  });

  it('also where only one of them changes', async () => {
    const { id } = await target(scene, DATE, 50, { minimalValue: 40 });
    const answer = await scene.caller.ask(UPDATE_TARGET, {
      input: { measureId: scene.measure.id, id, value: 39 },
    });
    expect(answer.errors?.[0]?.message).toBe(
      'optimalValue must be >= targetValue and targetValue must be >= minimalValue',
    );
  });
});

describe('a changed target', () => {
  it('keeps what is null or absent, and its former values as revisions, the oldest first', async () => {
    const { id } = await target(scene, DATE, 50, { label: 'Q1' });
    await update(id, { value: 60, label: null });
    traction.clock.advance(1);
    await update(id, { value: 70 });
    const changedBy = scene.caller.viewer.userId;
    expect((await update(id, { value: 70, rationale: 'same' })).updateTarget.target).toMatchObject({
      value: 70,
      label: 'Q1',
      rationale: 'same',
      revisions: [
        { value: 50, changedBy },
        { value: 60, changedBy },
      ],
    });
  });
});

describe('a deleted target', () => {
  it('is gone, and cannot be deleted again', async () => {
    const { id } = await target(scene, DATE, 50);
    const variables = { input: { measureId: scene.measure.id, id } };
    expect(await scene.caller.read(DELETE_TARGET, variables)).toEqual({ deleteTarget: { deletedId: id } });
    expect(await targetsOfScene(scene)).toEqual([]);
    expect(codeOf(await scene.caller.ask(DELETE_TARGET, variables))).toBe('TARGET_NOT_FOUND');
  });

  it('must be one of the measure that is named', async () => {
    const { id } = await target(scene, DATE, 50);
    const other = await sceneOf(scene.caller);
    for (const document of [UPDATE_TARGET, DELETE_TARGET]) {
      const answer = await scene.caller.ask(document, { input: { measureId: other.measure.id, id } });
      expect(codeOf(answer)).toBe('TARGET_NOT_FOUND');
    }
  });
});
