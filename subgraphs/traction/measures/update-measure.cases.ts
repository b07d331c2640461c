import { codeOf } from '../../common/testing/start-subgraph';
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
  ({ id } = await data.measures.insert(measureOf({ name: 'Revenue', unit: 'USD', targetValue: 100 })));
});

const UPDATE = `mutation ($input: UpdateMeasureInput!) { updateMeasure(input: $input) { measure {
  name unit category direction ownerId targetValue links { personId }
} } }`;

const ask = (input: object, caller = ada): ReturnType<Caller['ask']> =>
  caller.ask(UPDATE, { input: { id, ...input } });

const update = async (input: object): Promise<object> =>
  (await ada.read<{ updateMeasure: { measure: object } }>(UPDATE, { input: { id, ...input } })).updateMeasure
    .measure;

describe('changing a measure', () => {
  it('changes what is given and nothing else; null gives nothing', async () => {
    const changed = { name: 'MRR', category: 'Finance', direction: 'DECREASE', targetValue: 0.1 };
    const nothing = { unit: null, ownerId: null };
    expect(await update({ ...changed, ...nothing })).toEqual({
      ...changed,
      unit: 'USD',
      ownerId: 'owner',
      links: [],
    });
  });

  it('is told to the tenant', async () => {
    await update({ name: 'MRR' });
    const { data } = await ada.context();
    expect(await data.changes.find({})).toMatchObject([
      { kind: 'measure_changed', subject: { type: 'measure', id, title: 'MRR' } },
    ]);
  });

  it('gives all its links to a new owner, and no other links', async () => {
    const { data } = await ada.context();
    for (const goalId of [null, 'goal'])
      await data.measureLinks.insert(linkOf({ measureId: id, goalId, personId: 'ada' }));
    await data.measureLinks.insert(linkOf({ measureId: 'another', goalId: 'goal', personId: 'ada' }));
    expect(await update({ ownerId: 'grace' })).toMatchObject({
      ownerId: 'grace',
      links: [{ personId: 'grace' }, { personId: 'grace' }],
    });
    expect(await data.measureLinks.find({ measureId: 'another' })).toMatchObject([{ personId: 'ada' }]);
  });

  it('makes one of links that its owners alone told apart', async () => {
    const { data } = await ada.context();
    for (const personId of ['ada', 'eve'])
      await data.measureLinks.insert(linkOf({ measureId: id, goalId: 'goal', personId }));
    expect(await update({ ownerId: 'grace' })).toMatchObject({ links: [{ personId: 'grace' }] });
  });

  it('leaves the links alone where the owner stays', async () => {
    const { data } = await ada.context();
    await data.measureLinks.insert(linkOf({ measureId: id, goalId: null, personId: 'ada' }));
    for (const input of [{ name: 'MRR' }, { ownerId: 'owner' }])
      expect(await update(input)).toMatchObject({ ownerId: 'owner', links: [{ personId: 'ada' }] });
  });

  it.each([
    ['name', ' '],
    ['name', 'x'.repeat(201)],
    ['unit', 'x'.repeat(1001)],
    ['targetValue', 0],
  ])('refuses a %s out of bounds', async (member, value) => {
    const answer = await ask({ [member]: value });
    expect(codeOf(answer)).toBe('VALIDATION_ERROR');
    expect(Object.keys(answer.errors?.[0]?.extensions?.['fields'] as object)).toEqual([member]);
  });

  it('finds neither what is another tenant’s nor what was deleted', async () => {
    expect(codeOf(await ask({ name: 'Stolen' }, house.caller()))).toBe('MEASURE_NOT_FOUND');
    const { data } = await ada.context();
    await data.measures.remove({ _id: id }, house.clock.now());
    expect(codeOf(await ask({ name: 'Gone' }))).toBe('MEASURE_NOT_FOUND');
    expect(await data.measures.findDeleted({})).toMatchObject([{ name: 'Revenue' }]);
  });
});
