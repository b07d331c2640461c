import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ours } from './gateways/ours';
import { Readers, type Seen } from './live/readers';
import { startTicking, type Ticks } from './live/subgraph';
import type { Options } from './options';
import type { Output } from './output';
import { startGateway } from './running';
import { IDLE, type LiveFigures, READERS, reportLive } from './report/live';

const STEADY = 10;
const BURST: Ticks = { events: 500, milliseconds: 1000 };

interface Run extends Seen {
  readonly seconds: number;
  /** Seconds of processor time that the gateway took. */
  readonly processor: number;
}

/** Thousands of clients that follow one stream each, of one gateway process. */
export async function measureLive(
  { rounds, seconds }: Options,
  folder: string,
  { say, tell }: Output,
): Promise<void> {
  tell(`opening ${IDLE} streams`);
  const subgraph = await startTicking();
  const file = join(folder, 'live.graphql');
  writeFileSync(file, subgraph.supergraph);
  const { child: gateway, url } = await startGateway(ours, file);
  const readers = new Readers(Number(new URL(url).port));
  const before = gateway.residentMemory();
  await readers.become(IDLE);
  const idleMebibytes = gateway.residentMemory();
  await readers.become(READERS);
  const run = async (ticks: Ticks): Promise<Run> => {
    const [start, used] = [performance.now(), gateway.processorSeconds()];
    const [seen] = await Promise.all([readers.read(ticks.events * READERS), subgraph.tick(ticks)]);
    const processor = gateway.processorSeconds() - used;
    return { ...seen, processor, seconds: (performance.now() - start) / 1000 };
  };
  const [steady, bursts]: [Run[], Run[]] = [[], []];
  await run({ events: STEADY, milliseconds: 1000 });
  for (let round = 0; round < rounds; round += 1) {
    tell(`measuring live activity: round ${round + 1} of ${rounds}`);
    steady.push(await run({ events: STEADY * seconds, milliseconds: 1000 * seconds }));
    bursts.push(await run(BURST));
  }
  const wrong = ({ faults, events }: Seen, wanted: number): number => faults + wanted * READERS - events;
  const figures: LiveFigures = {
    p99: steady.map(({ p99 }) => p99),
    burstSeconds: bursts.map((burst) => burst.seconds),
    steadyCore: steady.map((one) => one.processor / one.seconds),
    burstProcessor: bursts.map(({ processor }) => processor),
    faults:
      steady.reduce((sum, seen) => sum + wrong(seen, STEADY * seconds), 0) +
      bursts.reduce((sum, seen) => sum + wrong(seen, BURST.events), 0),
    idleMebibytes,
    kibibytesEach: ((idleMebibytes - before) * 1024) / IDLE,
  };
  say(reportLive(figures));
  await readers.become(0);
  await gateway.stop();
  subgraph.stop();
}
