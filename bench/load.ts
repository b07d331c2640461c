/** Load on one server: connections with one request in flight each. */
import autocannon, { type Client, type Request } from 'autocannon';
import type { Sample } from './report/figures';
import type { RunningServer } from './running';

const MICROSECONDS = 1e6;

export interface Load {
  /** Every connection sends them in turn, each beginning at another one. */
  readonly requests: readonly Request[];
  readonly connections: number;
  readonly seconds: number;
  /** The lengths that right answers have. */
  readonly lengths: ReadonlySet<number>;
  /** Seconds of processor time that have been used by what shares the core of the load. */
  readonly besideSeconds: () => number;
}

/** Processor time that this process has used, in seconds. */
function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS;
}

/** Loads a server for so many seconds. */
export async function load(
  { url, child }: RunningServer,
  { requests, connections, seconds, lengths, besideSeconds }: Load,
): Promise<Sample> {
  const clock = (): readonly [server: number, load: number] => [
    child.processorSeconds(),
    ownSeconds() + besideSeconds(),
  ];
  const before = clock();
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    setupClient: startElsewhere(requests),
    verifyBody: (body) => lengths.has(body.length),
  });
  const after = clock();
  return {
    requestsPerSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    gatewayCore: (after[0] - before[0]) / result.duration,
    loadCore: (after[1] - before[1]) / result.duration,
    faults: result.non2xx + result.errors + result.mismatches,
  };
}

/** Every connection begins with another request, so that they do not walk in step. */
function startElsewhere(requests: readonly Request[]): (client: Client) => void {
  let clients = 0;
  return (client) => {
    const first = clients++ % requests.length;
    client.setRequests([...requests.slice(first), ...requests.slice(0, first)]);
  };
}
