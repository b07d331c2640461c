import fc from 'fast-check';
import { measureOf } from '../testing/rows';
import { type Caller, enterTraction, type TestTraction } from '../testing/start-traction';

let traction: TestTraction;

beforeAll(async () => {
  traction = await enterTraction();
});

const DAYS = ['2025-01-01', '2025-02-01', '2025-03-01'];

/** One thing that callers do to a series; what names an entry names it by its turn among those that were recorded. */
type Step =
  | { readonly does: 'put' | 'measure' | 'estimate'; readonly value: number; readonly day: string }
  | { readonly does: 'read'; readonly value: number; readonly month: string }
  | { readonly does: 'override'; readonly turn: number; readonly value: number }
  | { readonly does: 'delete'; readonly turn: number };

const value = fc.integer({ min: -99, max: 99 });
const day = fc.constantFrom(...DAYS);
const turn = fc.nat({ max: 7 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constantFrom('put', 'measure', 'estimate'), value, day }),
  fc.record({ does: fc.constant('read' as const), value, month: fc.constantFrom('2024-12', '2025-01') }),
  fc.record({ does: fc.constant('override' as const), turn, value }),
  fc.record({ does: fc.constant('delete' as const), turn }),
);

interface Entry {
  readonly id: string;
  readonly subtype: string;
  readonly always: boolean;
  readonly month: string | undefined;
  readonly date: string;
  value: number;
}

/** The rule as the documents tell it: a walk through what was measured, in the order of recording. */
function walk(entries: readonly Entry[]): Entry | undefined {
  let present: Entry | undefined;
  for (const entry of entries) {
    if (entry.subtype === 'ESTIMATE') continue;
    if (!present || entry.always || entry.date >= present.date) present = entry;
  }
  return present;
}

const PUT = `mutation ($input: RecordMeasureValueInput!) { done: recordMeasureValue(input: $input) { actual { id date } } }`;
const RECORD = `mutation ($input: RecordActualInput!) { done: recordActual(input: $input) { actual { id date } } }`;
const READ = `mutation ($input: RecordReadingInput!) { done: recordReading(input: $input) { actual: reading { id } } }`;
const OVERRIDE = `mutation ($input: OverrideActualInput!) { overrideActual(input: $input) { actual { id } } }`;
const DELETE = `mutation ($input: DeleteActualInput!) { deleteActual(input: $input) { deletedId } }`;

async function record(caller: Caller, document: string, input: object): Promise<string> {
  const { done } = await caller.read<{ done: { actual: { id: string } } }>(document, { input });
  return done.actual.id;
}

const LAST_DAYS: Readonly<Record<string, string>> = { '2024-12': '2024-12-31', '2025-01': '2025-01-31' };

/** Does the step through the graph, and to the model. */
async function take(caller: Caller, measureId: string, entries: Entry[], does: Step): Promise<Entry[]> {
  if (does.does === 'override' || does.does === 'delete') {
    const entry = entries[does.turn];
    if (!entry) return entries;
    if (does.does === 'delete') {
      await caller.read(DELETE, { input: { measureId, id: entry.id } });
      return entries.filter((other) => other !== entry);
    }
    const input = { measureId, id: entry.id, value: does.value, comment: 'counted again' };
    await caller.read(OVERRIDE, { input });
    entry.value = does.value;
    return entries;
  }
  if (does.does === 'read') {
    const { month, value: read } = does;
    const id = await record(caller, READ, { measureId, month: `${month}-15T00:00:00Z`, value: read });
    const known = entries.find((entry) => entry.id === id);
    if (known) known.value = read;
    const date = LAST_DAYS[month] ?? '';
    return known
      ? entries
      : [...entries, { id, subtype: 'MEASURED', always: false, month, date, value: read }];
  }
  const date = `${does.day}T00:00:00Z`;
  const always = does.does === 'put';
  const subtype = does.does === 'estimate' ? 'ESTIMATE' : 'MEASURED';
  const id = always
    ? await record(caller, PUT, { measureId, value: does.value, recordedAt: date })
    : await record(caller, RECORD, { measureId, value: does.value, date, subtype });
  return [...entries, { id, subtype, always, month: undefined, date: does.day, value: does.value }];
}

it('is what a walk through the series gives, after any recording, correction and deletion', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const caller = traction.caller();
      const context = await caller.context();
      const { id } = await context.write(({ data }) => data.measures.insert(measureOf()));
      let entries: Entry[] = [];
      for (const one of steps) {
        entries = await take(caller, id, entries, one);
        const { measure } = await caller.read<{ measure: object }>(
          'query ($id: ID!) { measure(id: $id) { currentValue currentValueDate } }',
          { id },
        );
        const present = walk(entries);
        expect(measure).toEqual({
          currentValue: present?.value ?? null,
          currentValueDate: present ? new Date(present.date).toISOString() : null,
        });
      }
    }),
    {
      numRuns: 20,
      // What an entry that counts stands on is deleted.
      examples: [
        [
          [
            { does: 'put', value: 1, day: '2025-02-01' },
            { does: 'put', value: 2, day: '2025-01-01' },
            { does: 'measure', value: 3, day: '2025-01-01' },
            { does: 'delete', turn: 1 },
          ],
        ],
      ],
    },
  );
});
