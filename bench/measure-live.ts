import { projectFile } from '../common/project';
import { startNode } from './child';
import { GATEWAY_CORE } from './cores';
import type { Ticks } from './live/gateway';
import { Readers, type Seen } from './live/readers';
import type { Options } from './options';
import type { Output } from './output';
import { IDLE, type LiveFigures, READERS, reportLive } from './report/live';

const STEADY = 10;
const BURST: Ticks = { events: 500, milliseconds: 1000 };

interface Run extends Seen {
  readonly seconds: number;
  /** Seconds of processor time that the gateway took. */
  readonly processor: number;
}

/** Thousands of clients that follow one stream each, of one gateway process. */
export async function measureLive({ rounds, seconds }: Options, { say, tell }: Output): Promise<void> {
  tell(`opening ${IDLE} streams`);
  const gateway = startNode([projectFile('dist', 'bench', 'live', 'gateway.js')], GATEWAY_CORE);
  const { port } = new URL(await gateway.message<string>());
  const readers = new Readers(Number(port));
  const before = gateway.residentMemory();
  await readers.become(IDLE);
  const idleMebibytes = gateway.residentMemory();
  await readers.become(READERS);
  const run = async (ticks: Ticks): Promise<Run> => {
    const [start, used] = [performance.now(), gateway.processorSeconds()];
    gateway.process.send(ticks);
    const seen = await readers.read(ticks.events * READERS);
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
}
