/** Load on one gateway: many connections, each with one call in flight at a time. */
import autocannon from 'autocannon';
import type { Sample } from './report/figures';
import type { RunningGateway } from './running';
import type { Workload } from './workloads';

const CONNECTIONS = 50;

/** Loads a gateway for so many seconds. */
export async function load(
  { url, child }: RunningGateway,
  { calls }: Workload,
  seconds: number,
  lengths: ReadonlySet<number>,
): Promise<Sample> {
  const requests = calls.map((call) => ({
    method: 'POST' as const,
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(call),
  }));
  let clients = 0;
  const before = child.processorSeconds();
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests,
    setupClient: (client) => {
      const first = clients++ % requests.length;
      client.setRequests([...requests.slice(first), ...requests.slice(0, first)]);
    },
    verifyBody: (body) => lengths.has(body.length),
  });
  const after = child.processorSeconds();
  return {
    requestsPerSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    processor: before === undefined || after === undefined ? undefined : (after - before) / result.duration,
    faults: result.non2xx + result.errors + result.mismatches,
  };
}
