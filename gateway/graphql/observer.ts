import type { OperationTypeNode } from 'graphql';
import type { LimitName, OperationOutcome } from '../federation';

/** What may be too much of a request, beside what its operation asks for. */
export type Refused = LimitName | 'bodySize' | 'batching' | 'time';

/** Told what became of the requests, for the metrics. */
export interface GraphQLObserver {
  operation(kind: OperationTypeNode | 'unknown', outcome: OperationOutcome): void;
  refusal(limit: Refused): void;
}
