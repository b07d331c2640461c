import type { Case } from '../testing/behaviour';
import { runCase } from '../testing/behaviour';
import { startTarget } from '../testing/target';
import type { Target } from '../testing/target';
import { AGGREGATE } from './aggregate.fixture';
import { COMMANDS } from './commands.fixture';
import { COLLECTIONS_OF_VALUES } from './collections-of-values.fixture';
import { EXPRESSIONS } from './expressions.fixture';
import { FIND } from './find.fixture';
import { INDEXES } from './indexes.fixture';
import { JOINS } from './joins.fixture';
import { ORDER_OF_MEMBERS } from './order-of-members.fixture';
import { OUTPUTS } from './outputs.fixture';
import { QUERY_CONDITIONS } from './query-conditions.fixture';
import { QUERY_OPERATORS } from './query-operators.fixture';
import { READS } from './reads.fixture';
import { TEXTS_AND_DATES } from './texts-and-dates.fixture';
import { TIME_LIMITS } from './time-limits.fixture';
import { UPDATE_ARRAYS } from './update-arrays.fixture';
import { UPDATE } from './update.fixture';
import { WINDOWS } from './windows.fixture';
import { WRITES } from './writes.fixture';

const SUITES: Readonly<Record<string, readonly Case[]>> = {
  query_operators: QUERY_OPERATORS,
  query_conditions: QUERY_CONDITIONS,
  find: FIND,
  reads: READS,
  update: UPDATE,
  update_arrays: UPDATE_ARRAYS,
  writes: WRITES,
  expressions: EXPRESSIONS,
  collections_of_values: COLLECTIONS_OF_VALUES,
  texts_and_dates: TEXTS_AND_DATES,
  aggregate: AGGREGATE,
  windows: WINDOWS,
  joins: JOINS,
  order_of_members: ORDER_OF_MEMBERS,
  outputs: OUTPUTS,
  indexes: INDEXES,
  commands: COMMANDS,
  time_limits: TIME_LIMITS,
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
