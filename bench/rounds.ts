/** The order of measuring: every gateway in every round, so that what changes on the machine changes for all. */
import type { Request } from 'autocannon';
import type { Child } from './child';
import { agree, answersOf, refuseErrors } from './check';
import { STOCK } from './gateways';
import { load } from './load';
import type { Options } from './options';
import type { Sample } from './report/figures';
import type { Outcome, Results } from './report/outcome';
import type { RunningGateway } from './running';
import type { GraphQLCall, Workload } from './workloads';

const WARM_UP_SECONDS = 5;
const CONNECTIONS = 50;

/** One gateway under one workload, with the samples gathered so far. */
interface Trial {
  readonly running: RunningGateway;
  readonly workload: Workload;
  readonly isRight: boolean;
  /** The lengths that right answers have. */
  readonly lengths: ReadonlySet<number>;
  readonly samples: Sample[];
}

/** Checks every gateway, warms it up, and loads one after the other in rounds. */
export async function measure(
  gateways: readonly RunningGateway[],
  subgraphs: Child,
  { workloads, rounds, seconds }: Options,
  say: (text: string) => void,
): Promise<Results> {
  const trials: Trial[] = [];
  for (const workload of workloads) trials.push(...(await prepare(gateways, workload)));
  const measured = trials.filter(({ isRight }) => isRight);
  const run = ({ running, workload, lengths }: Trial, duration: number): Promise<Sample> =>
    load(running, {
      requests: workload.calls.map(toRequest),
      connections: CONNECTIONS,
      seconds: duration,
      lengths,
      besideSeconds: () => subgraphs.processorSeconds(),
    });
  for (const trial of measured) await run(trial, Math.min(seconds, WARM_UP_SECONDS));
  for (let round = 1; round <= rounds; round += 1) {
    for (const trial of measured) {
      const sample = await run(trial, seconds);
      trial.samples.push(sample);
      const { gateway } = trial.running;
      say(
        `round ${round}/${rounds}, ${trial.workload.name}, ${gateway.name}: ${sample.requestsPerSecond.toFixed(0)}/s`,
      );
    }
  }
  return {
    outcomes: trials.map(outcomeOf),
    memory: new Map(gateways.map(({ gateway, child }) => [gateway.name, child.residentMemory()])),
  };
}

const toRequest = (call: GraphQLCall): Request => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(call),
});

/** Asks every gateway once, and compares with what the stock gateway answers. */
async function prepare(gateways: readonly RunningGateway[], workload: Workload): Promise<readonly Trial[]> {
  const stock = gateways.find(({ gateway }) => gateway === STOCK);
  if (!stock) throw new Error('There is no stock gateway to compare with');
  const reference = await answersOf(stock, workload);
  refuseErrors(reference, workload);
  const trials: Trial[] = [];
  for (const running of gateways) {
    const answers = await answersOf(running, workload);
    const lengths = new Set(answers.map(({ length }) => length));
    trials.push({ running, workload, isRight: agree(answers, reference), lengths, samples: [] });
  }
  return trials;
}

const outcomeOf = ({ running, workload, isRight, samples }: Trial): Outcome => ({
  gateway: running.gateway.name,
  workload: workload.name,
  isRight,
  samples,
});
