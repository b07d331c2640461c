import { codeOf } from '../../common/testing/start-subgraph';
import { linkOf, measureOf } from '../testing/rows';
import { type Caller, startTraction, type TestTraction } from '../testing/start-traction';

let traction: TestTraction;

beforeAll(async () => {
  traction = await startTraction();
});

afterAll(() => traction.stop());

async function newMeasure(caller: Caller): Promise<string> {
  const context = await caller.context();
  const { id } = await context.write(({ data }) => data.measures.insert(measureOf()));
  return id;
}

const RECORD = `mutation ($input: RecordActualInput!) {
  recordActual(input: $input) { actual { id value date subtype dataSource recordedBy } }
}`;
const PUT = `mutation ($input: RecordMeasureValueInput!) {
  recordMeasureValue(input: $input) { measure { currentValue } actual { id dataSource rationale } }
}`;
const READ = `mutation ($input: RecordReadingInput!) {
  recordReading(input: $input) { reading { id month value adjustedValue reason } }
}`;
const OVERRIDE = `mutation ($input: OverrideActualInput!) {
  overrideActual(input: $input) {
    actual { value originalValue isManualOverride overrideComment revisions { value comment changedBy } }
  }
}`;
const DELETE = `mutation ($input: DeleteActualInput!) { deleteActual(input: $input) { deletedId } }`;

async function record(caller: Caller, measureId: string, value: number, date: string): Promise<string> {
  const input = { measureId, value, date };
  const answer = await caller.read<{ recordActual: { actual: { id: string } } }>(RECORD, { input });
  return answer.recordActual.actual.id;
}

async function valuesOf(caller: Caller, id: string, selection: string): Promise<unknown> {
  const { measure } = await caller.read<{ measure: unknown }>(
    `query ($id: ID!) { measure(id: $id) { ${selection} } }`,
    { id },
  );
  return measure;
}

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

describe('a correction by hand', () => {
  it('keeps the entry, its first value, and every value that it had', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    const id = await record(caller, measureId, 10, '2025-01-01T00:00:00Z');
    await caller.read(OVERRIDE, { input: { measureId, id, value: 11, comment: 'refunds' } });
    const answer = await caller.read(OVERRIDE, { input: { measureId, id, value: 12, comment: 'more' } });
    const changedBy = caller.viewer.userId;
    expect(answer).toEqual({
      overrideActual: {
        actual: {
          value: 12,
          originalValue: 10,
          isManualOverride: true,
          overrideComment: 'more',
          revisions: [
            { value: 10, comment: 'refunds', changedBy },
            { value: 11, comment: 'more', changedBy },
          ],
        },
      },
    });
    expect(await valuesOf(caller, measureId, 'currentValue actuals { totalCount }')).toEqual({
      currentValue: 12,
      actuals: { totalCount: 1 },
    });
  });

  it.each([
    ['an entry of another measure', OVERRIDE, { value: 1, comment: 'c' }],
    ['the deletion of one', DELETE, {}],
  ])('is refused for %s', async (_case, document, members) => {
    const caller = traction.caller();
    const id = await record(caller, await newMeasure(caller), 10, '2025-01-01T00:00:00Z');
    const input = { measureId: await newMeasure(caller), id, ...members };
    expect(codeOf(await caller.ask(document, { input }))).toBe('ACTUAL_NOT_FOUND');
  });
});

describe('the reading of a month', () => {
  it('is an entry at its last day, which a second reading replaces under the same id', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    const month = '2024-02-10T00:00:00Z';
    const read = (members: object) =>
      caller.read<{ recordReading: { reading: { id: string } } }>(READ, {
        input: { measureId, month, ...members },
      });
    const { reading } = (await read({ value: 7 })).recordReading;
    const again = (await read({ value: 8, adjustedValue: 9, reason: 'late invoices' })).recordReading;
    expect(again.reading).toEqual({
      id: reading.id,
      month: '2024-02-01T00:00:00.000Z',
      value: 8,
      adjustedValue: 9,
      reason: 'late invoices',
    });
    const selection =
      'currentValue readings { totalCount } actuals { nodes { id date value revisions { value } } }';
    expect(await valuesOf(caller, measureId, selection)).toEqual({
      currentValue: 9,
      readings: { totalCount: 1 },
      actuals: {
        nodes: [{ id: reading.id, date: '2024-02-29T00:00:00.000Z', value: 9, revisions: [{ value: 7 }] }],
      },
    });
  });

  it('is listed however long ago the month was', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    await caller.read(READ, { input: { measureId, month: '1969-12-01T00:00:00Z', value: 7 } });
    expect(await valuesOf(caller, measureId, 'readings { nodes { value } }')).toEqual({
      readings: { nodes: [{ value: 7 }] },
    });
  });

  it('shows a correction by hand as its adjusted value', async () => {
    const caller = traction.caller();
    const measureId = await newMeasure(caller);
    const input = { measureId, month: '2024-02-01T00:00:00Z', value: 7 };
    const { recordReading } = await caller.read<{ recordReading: { reading: { id: string } } }>(READ, {
      input,
    });
    const { id } = recordReading.reading;
    await caller.read(OVERRIDE, { input: { measureId, id, value: 6, comment: 'refunds' } });
    expect(await valuesOf(caller, measureId, 'readings { nodes { value adjustedValue reason } }')).toEqual({
      readings: { nodes: [{ value: 7, adjustedValue: 6, reason: 'refunds' }] },
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
