/** What is measured and done for a goal of the demo company, in months and days around the one on which it is seeded. */
import type { DemoAction, DemoMeasure } from './demo-company';

/** Runs one operation as the demo user. */
export type Graph = <T>(query: string, variables: Record<string, unknown>) => Promise<T>;

/** The demo company once it is there. */
export interface Company {
  readonly graph: Graph;
  /** The ids of its people, the owner first. */
  readonly people: readonly string[];
  readonly today: Date;
}

export async function seedMeasure(
  { graph, today }: Company,
  {
    months,
    targets,
    ...measure
  }: DemoMeasure & { readonly goalId: string; readonly ownerId?: string | undefined },
): Promise<void> {
  const { createMeasure } = await graph<{ createMeasure: { measure: { id: string } } }>(
    'mutation ($input: CreateMeasureInput!) { createMeasure(input: $input) { measure { id } } }',
    { input: measure },
  );
  const measureId = createMeasure.measure.id;
  for (const [index, value] of months.entries()) {
    const date = endOfMonth(today, index - months.length);
    await graph('mutation ($input: RecordActualInput!) { recordActual(input: $input) { actual { id } } }', {
      input: { measureId, value, date, isDay: true, dataSource: 'MANUAL' },
    });
  }
  const planned = Object.entries(targets).map(([away, value]) => ({
    date: endOfMonth(today, Number(away)),
    value,
  }));
  await graph('mutation ($input: SetTargetsInput!) { setTargets(input: $input) { measure { id } } }', {
    input: { measureId, targets: planned },
  });
}

export async function seedAction(
  { graph, people, today }: Company,
  { from, until, person, goalId, ...action }: DemoAction & { readonly goalId: string },
): Promise<void> {
  const days = { startDate: daysFrom(today, from), dueDate: daysFrom(today, until) };
  await graph('mutation ($input: CreateActionInput!) { createAction(input: $input) { action { id } } }', {
    input: { ...action, ...days, assigneeId: people[person], goalIds: [goalId] },
  });
}

/** The last day of the month that lies so many months from this one, in UTC. */
const endOfMonth = (today: Date, months: number): Date =>
  new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months + 1, 0));

const daysFrom = (today: Date, days: number): Date =>
  new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + days));
