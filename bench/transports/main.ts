/** Measures both ways in interleaved rounds and sends the requests per second of each round to its parent. */
import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';
import { isDeepStrictEqual } from 'node:util';
import type { Engine } from '../../gateway/federation';
import type { TransportRates } from '../report/report';
import { deep } from '../workloads/deep';
import { createWays } from './ways';

const IN_FLIGHT = 50;
const MILLISECONDS = 1000;

type Execute = () => Promise<ExecutionResult>;

function executeDeep(engine: Engine): Execute {
  const operation = engine.prepare(parse(deep.calls[0]?.query ?? ''));
  return () => engine.execute(operation, { context: { headers: {} } });
}

/** Operations per second with so many in flight at any time. */
async function rate(execute: Execute, seconds: number): Promise<number> {
  const start = performance.now();
  const end = start + seconds * MILLISECONDS;
  let count = 0;
  const flight = async (): Promise<void> => {
    while (performance.now() < end) {
      await execute();
      count += 1;
      // What comes in from the network has its turn, as it has beside a server.
      await new Promise(setImmediate);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, flight));
  return (count / (performance.now() - start)) * MILLISECONDS;
}

async function main(): Promise<void> {
  const [rounds = 1, seconds = 1] = process.argv.slice(2).map(Number);
  const ways = await createWays();
  const local = executeDeep(ways.local);
  const http = executeDeep(ways.http);
  const [one, other] = [await local(), await http()];
  if (one.errors ?? other.errors ?? !isDeepStrictEqual(one.data, other.data)) {
    throw new Error('The two ways answer differently');
  }
  const rates = { local: [] as number[], http: [] as number[] };
  await rate(local, seconds);
  await rate(http, seconds);
  for (let round = 0; round < rounds; round += 1) {
    rates.local.push(await rate(local, seconds));
    rates.http.push(await rate(http, seconds));
  }
  process.send?.(rates satisfies TransportRates, () => process.exit());
}

void main();
