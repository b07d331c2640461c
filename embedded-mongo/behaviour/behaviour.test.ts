import type { Case } from '../testing/behaviour';
import { runCase } from '../testing/behaviour';
import { startTarget } from '../testing/target';
import type { Target } from '../testing/target';
import { FIND } from './find.fixture';
import { QUERY_OPERATORS } from './query-operators.fixture';
import { UPDATE_ARRAYS } from './update-arrays.fixture';
import { UPDATE } from './update.fixture';
import { WRITES } from './writes.fixture';

const SUITES: Readonly<Record<string, readonly Case[]>> = {
  query_operators: QUERY_OPERATORS,
  find: FIND,
  update: UPDATE,
  update_arrays: UPDATE_ARRAYS,
  writes: WRITES,
};

let target: Target;

beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.stop());

describe.each(Object.entries(SUITES))('%s', (database, cases) => {
  afterAll(() => target.client.db(target.prefix + database).dropDatabase());

  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    await runCase(target.client.db(target.prefix + database), one, target.real);
  });
});
