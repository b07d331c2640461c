import type { Sample } from './figures';

/** What is known of one gateway under one workload. */
export interface Outcome {
  readonly gateway: string;
  readonly workload: string;
  /** Whether it answered with the data of the stock gateway, before the load. */
  readonly isRight: boolean;
  /** In the order of the rounds; none where the answers are wrong. */
  readonly samples: readonly Sample[];
}

/** What a run has found. */
export interface Results {
  readonly outcomes: readonly Outcome[];
  /** Mebibytes in memory after the load, by gateway; NaN where the system does not tell. */
  readonly memory: ReadonlyMap<string, number>;
}

export const samplesOf = ({ outcomes }: Results, gateway: string, workload: string): readonly Sample[] =>
  outcomes.find((outcome) => outcome.gateway === gateway && outcome.workload === workload)?.samples ?? [];
