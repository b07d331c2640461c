import { codeOf } from '../../common/testing/start-subgraph';
import { enterTraction, type TestTraction } from '../testing/start-traction';

let house: TestTraction;

beforeAll(async () => {
  house = await enterTraction();
});

const NEEDS_KPIS = {
  measure: '{ measure(id: "x") { id } }',
  measures: '{ measures { totalCount } }',
  measuresOf: '{ measuresOf { totalCount } }',
  measureCatalog: '{ measureCatalog { id } }',
  catalogMeasure: '{ catalogMeasure(id: "x") { id } }',
  createMeasure: 'mutation { createMeasure(input: { name: "X" }) { measure { id } } }',
  updateMeasure: 'mutation { updateMeasure(input: { id: "x" }) { measure { id } } }',
  deleteMeasure: 'mutation { deleteMeasure(input: { id: "x" }) { deletedId } }',
};

describe.each(Object.entries(NEEDS_KPIS))('%s', (_field, document) => {
  it('is for callers with a token', async () => {
    expect(codeOf(await house.askAsStranger(document))).toBe('UNAUTHORIZED');
  });

  it('is for tenants whose subscription has KPIs', async () => {
    expect(codeOf(await house.caller({ features: ['goals'] }).ask(document))).toBe('FORBIDDEN');
  });
});

it('naming measures is for every caller with a token', async () => {
  const document = '{ namedMeasures(measures: [{ name: "Revenue", id: "x" }, {}]) { name measure { id } } }';
  expect(codeOf(await house.askAsStranger(document))).toBe('UNAUTHORIZED');
  expect(await house.caller({ features: [] }).read(document)).toEqual({
    namedMeasures: [
      { name: 'Revenue', measure: null },
      { name: null, measure: null },
    ],
  });
});

it('what a user answers for is for callers with a token, wherever it is asked from', async () => {
  const document =
    '{ _entities(representations: [{ __typename: "User", id: "x" }]) { ... on User { measures { id } } } }';
  expect(codeOf(await house.askAsStranger(document))).toBe('UNAUTHORIZED');
});
