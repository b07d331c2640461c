/** What tests of the series ask and do. */
import { measureOf } from '../../testing/rows';
import type { Caller } from '../../testing/start-traction';

/** A measure without values. Gives its id. */
export async function newMeasure(caller: Caller): Promise<string> {
  const context = await caller.context();
  const { id } = await context.write(({ data }) => data.measures.insert(measureOf()));
  return id;
}

export const RECORD = `mutation ($input: RecordActualInput!) {
  recordActual(input: $input) { actual { id value date subtype dataSource recordedBy } }
}`;
export const PUT = `mutation ($input: RecordMeasureValueInput!) {
  recordMeasureValue(input: $input) { measure { currentValue } actual { id dataSource rationale } }
}`;
export const READ = `mutation ($input: RecordReadingInput!) {
  recordReading(input: $input) { reading { id month value adjustedValue reason } }
}`;
export const OVERRIDE = `mutation ($input: OverrideActualInput!) {
  overrideActual(input: $input) {
    actual { value originalValue isManualOverride overrideComment revisions { value comment changedBy } }
  }
}`;
export const DELETE = `mutation ($input: DeleteActualInput!) { deleteActual(input: $input) { deletedId } }`;

/** Records what was measured. Gives the id of its entry. */
export async function record(
  caller: Caller,
  measureId: string,
  value: number,
  date: string,
): Promise<string> {
  const input = { measureId, value, date };
  const answer = await caller.read<{ recordActual: { actual: { id: string } } }>(RECORD, { input });
  return answer.recordActual.actual.id;
}

/** What the graph shows of a measure. */
export async function valuesOf(caller: Caller, id: string, selection: string): Promise<unknown> {
  const { measure } = await caller.read<{ measure: unknown }>(
    `query ($id: ID!) { measure(id: $id) { ${selection} } }`,
    { id },
  );
  return measure;
}
