/** `partial`: data with errors; `failed`: no data, though it was executed; `refused`: never executed. */
export type OperationOutcome = 'answered' | 'partial' | 'failed' | 'refused';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/** What became of an operation that was answered so. */
export function outcomeOf({ data, errors }: Answer): OperationOutcome {
  if (!errors) return 'answered';
  if (data === undefined) return 'refused';
  return data === null ? 'failed' : 'partial';
}
