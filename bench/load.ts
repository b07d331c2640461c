/** Load on one gateway: many connections, each with one call in flight at a time. */
import autocannon, { type Client, type Request } from 'autocannon';
import type { Child } from './child';
import type { Sample } from './report/figures';
import type { RunningGateway } from './running';
import type { GraphQLCall, Workload } from './workloads';

const CONNECTIONS = 50;

const MICROSECONDS = 1e6;

/** Processor time that this process has used, in seconds. */
function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS;
}

/** Loads a gateway for so many seconds. `lengths` are those that right answers have. */
export async function load(
  { url, child }: RunningGateway,
  subgraphs: Child,
  { calls }: Workload,
  { seconds, lengths }: { readonly seconds: number; readonly lengths: ReadonlySet<number> },
): Promise<Sample> {
  const clock = (): readonly [gateway: number, load: number] => [
    child.processorSeconds(),
    ownSeconds() + subgraphs.processorSeconds(),
  ];
  const before = clock();
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: startElsewhere(calls.map(toRequest)),
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

const toRequest = (call: GraphQLCall): Request => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(call),
});

/** Every connection begins with another call, so that they do not walk in step. */
function startElsewhere(requests: readonly Request[]): (client: Client) => void {
  let clients = 0;
  return (client) => {
    const first = clients++ % requests.length;
    client.setRequests([...requests.slice(first), ...requests.slice(0, first)]);
  };
}
