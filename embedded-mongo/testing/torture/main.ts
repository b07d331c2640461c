/** `npm run torture [-- --kills N --seed S]`: kills a server under load, and says whether it has kept every promise. */
import { parseArgs } from 'node:util';
import { torture } from './torture';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' } },
});
const kills = Number(values.kills);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);

async function main(): Promise<void> {
  console.log(`${kills} kills with seed ${seed}`);
  const { acknowledged, transactions, lost, events } = await torture({
    ...{ kills, seed },
    progress: (done, writes) =>
      process.stdout.write(`\r  kill ${done} of ${kills}, ${writes} writes acknowledged`),
  });
  console.log(
    `\nEvery one of ${acknowledged} acknowledged writes is there once, ${transactions} of them transactions.`,
  );
  console.log(
    `${lost} were in doubt after the driver's second attempt; the change stream told ${events} events.`,
  );
}

main().catch((fault: unknown) => {
  console.error('\n', fault);
  process.exitCode = 1;
});
