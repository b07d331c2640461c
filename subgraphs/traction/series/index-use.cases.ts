/** What is read of a long series touches only what it returns: told by the database about the very questions asked. */
import { mongo } from 'mongoose';
import { measureOf } from '../testing/rows';
import { type Caller, enterTraction, type TestTraction } from '../testing/start-traction';

const LENGTH = 3000;
const A_DAY_MS = 86_400_000;

let traction: TestTraction;
let caller: Caller;
let measureId: string;

beforeAll(async () => {
  traction = await enterTraction();
  caller = traction.caller();
  const context = await caller.context();
  const { id } = await context.write(({ data }) => data.measures.insert(measureOf()));
  measureId = id;
  await record(0, '2009-01-01');
  const [asked] = await askedWhile(() => context.data.actuals.find({ measureId }));
  const first = await asked?.collection.findOne({ measureId });
  const copies = Array.from({ length: LENGTH }, (_, index) => ({
    ...first,
    _id: `${measureId}-${index}` as never,
    value: index,
    always: index % 100 === 0,
    place: index + 2,
    date: new Date(Date.UTC(2010, 0) + index * A_DAY_MS),
  }));
  await asked?.collection.insertMany(copies);
  for (const month of ['2025-03-31', '2025-06-30']) await target(month);
});

async function record(value: number, day: string): Promise<string> {
  const input = { measureId, value, date: `${day}T00:00:00Z` };
  const { recordActual } = await caller.read<{ recordActual: { actual: { id: string } } }>(
    'mutation ($input: RecordActualInput!) { recordActual(input: $input) { actual { id } } }',
    { input },
  );
  return recordActual.actual.id;
}

const target = (day: string): Promise<unknown> =>
  caller.read('mutation ($input: AddTargetInput!) { addTarget(input: $input) { target { id } } }', {
    input: { measureId, value: 5, date: `${day}T00:00:00Z` },
  });

interface Asked {
  readonly collection: mongo.Collection;
  readonly filter: mongo.Filter<mongo.Document>;
  readonly options: mongo.FindOptions;
}

/** Every question about the series that is asked while this runs. */
async function askedWhile(run: () => Promise<unknown>): Promise<readonly Asked[]> {
  const find = jest.spyOn(mongo.Collection.prototype, 'find');
  await run();
  const asked = find.mock.calls.map(([filter, given], index) => {
    const { session: _over, ...options } = given ?? {};
    return { filter, options, collection: find.mock.contexts[index] };
  });
  find.mockRestore();
  return asked.filter(({ collection }) => collection.collectionName === 'actuals');
}

/** How many entries the database looks at for each of them. */
async function examinedWhile(run: () => Promise<unknown>): Promise<readonly number[]> {
  const examined: number[] = [];
  for (const { collection, filter, options } of await askedWhile(run)) {
    const { executionStats } = await collection.find(filter, options).explain('executionStats');
    examined.push((executionStats as { totalDocsExamined: number }).totalDocsExamined);
  }
  return examined;
}

const READS = [
  ['the last twelve and the present one', 'latestValues { value }', 13],
  ['the latest', 'latestActual { value }', 1],
  ['a page of all', 'actuals(first: 20) { nodes { value } }', 20],
  ['a page further on', 'actuals(first: 20, offset: 1000) { nodes { value } }', 1020],
  ['a page of one kind', 'actuals(subtype: MEASURED, first: 20) { nodes { value } }', 20],
  [
    'those of a month',
    'actuals(from: "2011-01-01T00:00:00Z", to: "2011-01-31T00:00:00Z") { nodes { value } }',
    31,
  ],
  ['readings', 'readings { nodes { value } }', 0],
  ['the plan', 'plan { periods { endValue } }', 1],
] as const;

it.each(READS)('%s, of thousands', async (_what, selection, most) => {
  const examined = await examinedWhile(() =>
    caller.read(`query ($id: ID!) { measure(id: $id) { ${selection} } }`, { id: measureId }),
  );
  expect(examined.length).toBeGreaterThan(0);
  expect(examined.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(most);
});

it('recording a value, and deleting the present one', async () => {
  let id = '';
  const recording = await examinedWhile(async () => {
    id = await record(7, '2024-01-01');
  });
  const deleting = await examinedWhile(() =>
    caller.read('mutation ($input: DeleteActualInput!) { deleteActual(input: $input) { deletedId } }', {
      input: { measureId, id },
    }),
  );
  expect(deleting.length).toBeGreaterThan(1);
  for (const examined of [...recording, ...deleting]) expect(examined).toBeLessThanOrEqual(1);
});
