import type { OperationTypeNode } from 'graphql';
import type { LimitName } from '../federation';

/** What may be too much of a request, beside what its operation asks for. */
export type Refused = LimitName | 'bodySize' | 'batching' | 'time';

/** `partial`: data with errors; `failed`: no data, though it was executed; `refused`: never executed. */
export type OperationOutcome = 'answered' | 'partial' | 'failed' | 'refused';

/** Told what became of the requests, for the metrics. */
export interface GraphQLObserver {
  operation(kind: OperationTypeNode | 'unknown', outcome: OperationOutcome): void;
  refusal(limit: Refused): void;
}
