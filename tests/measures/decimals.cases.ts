/** Values come back digit for digit, through every door; what could not is refused with a clear error. */
import { graphql } from '../support/graphql';
import type { TestHouse, TestTenant } from '../support/house';
import { enterTestHouse } from '../support/houses';
import { rest, type RestAnswer } from '../support/rest';

let house: TestHouse;
let ada: TestTenant;
let measureId: string;

beforeAll(async () => {
  house = await enterTestHouse();
  ada = await house.newTenant();
  measureId = (await send('POST /measures', { name: 'Revenue' })).body.data.id;
});

const send = (request: string, body?: object): Promise<RestAnswer> =>
  rest(house.url, request.replace(' /', ' /traction/api/v1/'), { token: ada.token, body });

const record = (value: unknown): Promise<RestAnswer> => send(`PUT /measures/${measureId}/value`, { value });

it.each([0.1, -0.000001, 123456789012345, 1234567.12345678, 0.000000000000001, 1e21, 0])(
  '%p',
  async (value) => {
    expect((await record(value)).status).toBe(200);
    const { body } = await send(`GET /measures/${measureId}`);
    expect(body.data.currentValue).toBe(value);
    const { data } = await graphql<{ measure: { currentValue: number } }>(
      house.url,
      'query ($id: ID!) { measure(id: $id) { currentValue } }',
      { id: measureId },
      ada.token,
    );
    expect(data?.measure.currentValue).toBe(value);
  },
);

const TOO_MANY = [0.1234567890123456, 1234567890123456, Number('12345678901234567890'), 1e31, 1e-31];

it.each(TOO_MANY)('%p is refused over REST, and nothing is recorded', async (value) => {
  const before = (await send(`GET /measures/${measureId}`)).body.data;
  const measures = await record(value);
  expect([measures.status, measures.body.error]).toEqual([400, 'Value must be a valid decimal number']);
  const kpis = await send(`POST /shared-kpis/${measureId}/actuals`, {
    measurementDate: '2025-01-31',
    actualValue: value,
  });
  expect([kpis.status, kpis.body.errors]).toEqual([
    422,
    { actualValue: 'actualValue must be a number of at most 15 significant digits' },
  ]);
  expect((await send(`GET /measures/${measureId}`)).body.data).toEqual(before);
});

it.each(TOO_MANY)('%p is refused in the graph, as a variable and in the text', async (value) => {
  const mutation = (written: string, declared = ''): string =>
    `mutation ${declared} { recordMeasureValue(input: { measureId: "${measureId}", value: ${written} }) { actual { id } } }`;
  const answers = [
    await graphql(house.url, mutation('$value', '($value: Decimal!)'), { value }, ada.token),
    await graphql(house.url, mutation(String(value)), {}, ada.token),
    await graphql(house.url, mutation('0.10000000000000000555'), {}, ada.token),
  ];
  for (const { errors } of answers) expect(errors?.[0]?.message).toContain('at most 15 significant digits');
});

it('is computed with in decimals: a tenth and two tenths are three', async () => {
  const { body } = await send('POST /measures', {
    name: 'Tenths',
    currentValue: 0.1,
    currentValueDate: '2025-01-01T00:00:00Z',
  });
  const { id } = body.data;
  await send(`PUT /shared-kpis/${id}/milestones`, {
    milestones: [{ milestoneDate: '2025-03-31', targetValue: 0.3 }],
  });
  const recorded = await send(`POST /shared-kpis/${id}/actuals`, {
    measurementDate: '2025-03-31',
    actualValue: 0.6,
  });
  expect(recorded.body.data.actual).toMatchObject({
    expectedValue: 0.3,
    variance: 0.3,
    variancePercentage: 100,
  });
});
