import { codeOf } from '../../common/testing/start-subgraph';
import { linkOf } from '../testing/rows';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { newMeasure, PUT, RECORD, record, valuesOf } from './testing/desk';

let traction: TestTraction;

beforeAll(async () => {
  traction = await enterTraction();
});

describe('a recorded value', () => {
  it('comes back digit for digit', async () => {
    const caller = traction.caller();
    const id = await newMeasure(caller);
    for (const value of [0.1, 123456789.012345, -0.000000000000001, 1e21]) {
      await record(caller, id, value, '2025-01-01T00:00:00Z');
      expect(await valuesOf(caller, id, 'currentValue')).toEqual({ currentValue: value });
    }
  });

  it.each([
    ['no such measure', { measureId: 'none' }, 'MEASURE_NOT_FOUND'],
    ['a day to come', { date: '2999-01-01T00:00:00Z' }, 'VALIDATION_ERROR'],
    ['a comment that is too long', { rationale: 'x'.repeat(1001) }, 'VALIDATION_ERROR'],
  ])('is refused with %s, and nothing is written', async (_case, members, code) => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    const input = { measureId, value: 1, date: '2025-01-01T00:00:00Z', ...members };
    expect(codeOf(await caller.ask(RECORD, { input }))).toBe(code);
    expect(await valuesOf(caller, measureId, 'actuals { totalCount }')).toEqual({
      actuals: { totalCount: 0 },
    });
  });

  it('may be dated by a clock that is a minute ahead, and an estimate at any time', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    const soon = new Date(traction.clock.now().getTime() + 59_000).toISOString();
    await record(caller, measureId, 1, soon);
    const input = { measureId, value: 2, date: '2999-01-01T00:00:00Z', subtype: 'ESTIMATE' };
    await caller.read(RECORD, { input });
    expect(await valuesOf(caller, measureId, 'currentValue latestActual { value }')).toEqual({
      currentValue: 1,
      latestActual: { value: 1 },
    });
  });

  it('is told once in the recent activity, and on the stream of each goal that is linked', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    const context = await caller.context();
    await context.write(async ({ data }) => {
      await data.measureLinks.insert(linkOf({ goalId: 'g1', measureId }));
      await data.measureLinks.insert(linkOf({ goalId: 'g1', measureId, strategyId: 's' }));
      await data.measureLinks.insert(linkOf({ goalId: 'g2', measureId }));
    });
    await record(caller, measureId, 5, '2025-01-01T00:00:00Z');
    const { recentActivity } = await caller.read<{ recentActivity: unknown }>(
      '{ recentActivity { nodes { type entityType entityId } } }',
    );
    expect(recentActivity).toEqual({
      nodes: [{ type: 'MEASURE_UPDATED', entityType: 'MEASURE', entityId: measureId }],
    });
    const told = await context.data.changes.find({ kind: 'value_recorded' }, { sort: { seq: 1 } });
    expect(told.map(({ goalId }) => goalId)).toEqual(['g1', 'g2']);
  });

  it('is told as no reading where it is an estimate, which only changes the measure', async () => {
    const caller = traction.caller();
    const context = await caller.context();
    const measureId = await newMeasure(caller);
    const input = { measureId, value: 5, date: '2025-01-01T00:00:00Z', subtype: 'ESTIMATE' };
    await caller.read(RECORD, { input });
    expect(await context.data.changes.find({ kind: { $in: ['value_recorded', 'measure_updated'] } })).toEqual(
      [],
    );
    expect(await context.data.changes.findOne({ kind: 'measure_changed' })).toMatchObject({
      subject: { type: 'measure', id: measureId },
    });
  });

  it('belongs to one tenant, for whom it takes a token and the feature', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    const input = { measureId, value: 1, date: '2025-01-01T00:00:00Z' };
    expect(codeOf(await traction.caller().ask(RECORD, { input }))).toBe('MEASURE_NOT_FOUND');
    expect(codeOf(await traction.askAsStranger(RECORD, { input }))).toBe('UNAUTHORIZED');
    const { tenantId } = caller.viewer;
    const poor = traction.caller({ tenantId, features: ['goals'] });
    expect(codeOf(await poor.ask(RECORD, { input }))).toBe('FORBIDDEN');
  });
});

it.each([
  ['no value', [5], [null]],
  ['a value', [40, 50, 45], [null, 25, -10]],
  ['a negative one', [-40, -50], [null, -25]],
  ['nothing', [0, 5], [null, null]],
  ['tenths', [0.1, 0.3], [null, 200]],
])('its change is told in percent of what was before: %s', async (_before, values, expected) => {
  const caller = traction.caller();
  const measureId = await newMeasure(caller);
  const { data } = await caller.context();
  for (const value of values) await record(caller, measureId, value, '2025-01-01T00:00:00Z');
  const told = await data.changes.find({ kind: 'value_recorded' }, { sort: { seq: 1 } });
  expect(told.map(({ payload }) => payload)).toEqual(
    expected.map((changePercentage) => ({ changePercentage })),
  );
});

describe('a value of a day', () => {
  it('counts as later than what was recorded on that day, and not as later than the next', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    await record(caller, measureId, 1, '2025-06-01T15:30:00Z');
    const ofDay = async (value: number, isDay: boolean): Promise<unknown> => {
      const input = { measureId, value, date: '2025-06-01T00:00:00Z', isDay };
      await caller.read(RECORD, { input });
      return valuesOf(caller, measureId, 'currentValue currentValueDate');
    };
    const currentValueDate = '2025-06-01T15:30:00.000Z';
    expect(await ofDay(2, false)).toEqual({ currentValue: 1, currentValueDate });
    expect(await ofDay(3, true)).toEqual({ currentValue: 3, currentValueDate });
    await record(caller, measureId, 4, '2025-06-02T00:00:00Z');
    expect(await ofDay(5, true)).toMatchObject({ currentValue: 4 });
  });
});

describe('a value that is put', () => {
  it('counts at once, also when it is dated before the present one', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    await record(caller, measureId, 1, '2025-06-01T00:00:00Z');
    const input = { measureId, value: 2, recordedAt: '2025-01-01T00:00:00Z', notes: 'counted again' };
    expect(await caller.read(PUT, { input })).toMatchObject({
      recordMeasureValue: {
        measure: { currentValue: 2 },
        actual: { dataSource: 'MANUAL', rationale: 'counted again' },
      },
    });
  });

  it('is refused when it is still to come', async () => {
    const caller = traction.caller();
    const input = { measureId: await newMeasure(caller), value: 2, recordedAt: '2999-01-01T00:00:00Z' };
    const { errors } = await caller.ask(PUT, { input });
    expect(errors?.[0]).toMatchObject({
      message: 'Recorded at cannot be in the future',
      extensions: { code: 'VALIDATION_ERROR', kinds: { recordedAt: 'RANGE' } },
    });
  });
});

describe('the last twelve values', () => {
  it('are those recorded last, by date, with the present one among them and no estimate', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    await record(caller, measureId, 99, '2025-06-30T00:00:00Z');
    for (let turn = 1; turn <= 13; turn += 1) {
      await record(caller, measureId, turn, `2025-05-${String(30 - turn).padStart(2, '0')}T00:00:00Z`);
    }
    await caller.read(RECORD, {
      input: { measureId, value: 0, date: '2025-05-01T00:00:00Z', subtype: 'ESTIMATE' },
    });
    const { latestValues } = (await valuesOf(caller, measureId, 'latestValues { value }')) as {
      latestValues: { value: number }[];
    };
    expect(latestValues.map(({ value }) => value)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 99]);
  });
});

describe('the list of values', () => {
  it('is of one kind and of a time, both ends included, newest first', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    for (const day of [1, 2, 3, 4]) await record(caller, measureId, day, `2025-01-0${day}T00:00:00Z`);
    const from = '2025-01-02T00:00:00Z';
    const to = '2025-01-03T00:00:00Z';
    const selection = `
      actuals(subtype: MEASURED, from: "${from}", to: "${to}", first: 1) { totalCount nodes { value } }
      estimates: actuals(subtype: ESTIMATE) { totalCount }`;
    expect(await valuesOf(caller, measureId, selection)).toEqual({
      actuals: { totalCount: 2, nodes: [{ value: 3 }] },
      estimates: { totalCount: 0 },
    });
  });
});
