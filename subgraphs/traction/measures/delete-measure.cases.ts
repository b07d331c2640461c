import { codeOf } from '../../common/testing/start-subgraph';
import type { MeasureLinkRow } from '../links/model';
import { linkOf, measureOf } from '../testing/rows';
import { type Caller, enterTraction, type TestTraction } from '../testing/start-traction';

let house: TestTraction;
let ada: Caller;
let id: string;

beforeAll(async () => {
  house = await enterTraction();
});
beforeEach(async () => {
  ada = house.caller();
  const { data } = await ada.context();
  ({ id } = await data.measures.insert(measureOf()));
});

const DELETE = `mutation ($input: DeleteMeasureInput!) { deleteMeasure(input: $input) { deletedId deletedAt } }`;

const ask = (members: object = {}, caller = ada): ReturnType<Caller['ask']> =>
  caller.ask(DELETE, { input: { id, ...members } });

const link = async (members: object): Promise<MeasureLinkRow> =>
  (await ada.context()).data.measureLinks.insert(linkOf({ measureId: id, goalId: null, ...members }));

describe('deleting a measure', () => {
  it('takes its links along at the same moment, and no others', async () => {
    const { data } = await ada.context();
    const links = [await link({}), await link({ goalId: 'a' }), await link({ goalId: 'a', strategyId: 's' })];
    const other = await link({ measureId: 'another', goalId: 'a' });
    const now = house.clock.now();
    expect((await ask()).data).toEqual({ deleteMeasure: { deletedId: id, deletedAt: now.toISOString() } });
    expect(await data.measures.findDeleted({}, now)).toMatchObject([{ id }]);
    const ended = await data.measureLinks.findDeleted({}, now);
    expect(ended.map((row) => row.id).toSorted()).toEqual(links.map((row) => row.id));
    expect(await data.measureLinks.find({})).toMatchObject([{ id: other.id }]);
  });

  it('keeps its values and targets', async () => {
    const { data } = await ada.context();
    await ada.read(
      `mutation ($id: ID!, $date: DateTime!) {
        recordMeasureValue(input: { measureId: $id, value: 5 }) { measure { id } }
        addTarget(input: { measureId: $id, value: 9, date: $date }) { target { id } }
      }`,
      { id, date: '2026-06-30T00:00:00Z' },
    );
    await ask();
    expect(await data.actuals.find({})).toMatchObject([{ measureId: id, value: 5 }]);
    expect(await data.targets.find({})).toMatchObject([{ measureId: id, value: 9 }]);
  });

  it('tells each goal once, then the tenant', async () => {
    await link({});
    await link({ goalId: 'a' });
    await link({ goalId: 'a', strategyId: 's' });
    await link({ goalId: 'b' });
    await ask();
    const { data } = await ada.context();
    const told = await data.changes.find({}, { sort: { seq: 1 } });
    expect(told.map(({ kind, goalId }) => [kind, goalId])).toEqual([
      ['measure_unlinked', 'a'],
      ['measure_unlinked', 'b'],
      ['measure_deleted', undefined],
    ]);
  });

  it('is refused on demand while a goal is linked, and changes nothing then', async () => {
    const { id: linkId } = await link({ goalId: 'a' });
    expect(codeOf(await ask({ unlessLinked: true }))).toBe('MEASURE_LINKED_TO_GOALS');
    const { data } = await ada.context();
    expect([await data.measures.count({}), await data.measureLinks.count({})]).toEqual([1, 1]);
    await data.measureLinks.remove({ _id: linkId }, house.clock.now());
    await link({});
    expect((await ask({ unlessLinked: true })).errors).toBeUndefined();
  });

  it('happens once, and by its tenant alone', async () => {
    expect(codeOf(await ask({}, house.caller()))).toBe('MEASURE_NOT_FOUND');
    const codes = (await Promise.all([ask(), ask()])).map(codeOf);
    expect(new Set(codes)).toEqual(new Set([undefined, 'MEASURE_NOT_FOUND']));
    expect(await ada.read(`query ($id: ID!) { measure(id: $id) { id } }`, { id })).toEqual({ measure: null });
  });
});
