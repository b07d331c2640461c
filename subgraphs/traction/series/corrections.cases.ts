import { codeOf } from '../../common/testing/start-subgraph';
import { enterTraction, type TestTraction } from '../testing/start-traction';
import { DELETE, newMeasure, OVERRIDE, READ, record, valuesOf } from './testing/desk';

let traction: TestTraction;

beforeAll(async () => {
  traction = await enterTraction();
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
