/** `npm run repair -- --data DIR [--to DIR]`: saves what can be read of a damaged data directory, and says what is lost. */
import { parseArgs } from 'node:util';
import { show } from '../values/show';
import { repair } from './repair';
import type { RepairReport } from './repair';

/** How many lost documents of a collection are named. */
const NAMED = 20;

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tellReport({ notes, collections, aside }: RepairReport, to: string | undefined): void {
  for (const note of notes) tell(note);
  for (const { namespace, kept, lost } of collections) {
    tell(`${namespace}: ${kept} documents kept, ${lost.length} lost`);
    for (const { id, recordId, reason } of lost.slice(0, NAMED))
      tell(`  _id ${id === undefined ? 'unknown' : show(id)}, record ${recordId}: ${reason}`);
    if (lost.length > NAMED) tell(`  and ${lost.length - NAMED} more`);
  }
  if (to !== undefined) tell(`The new data is in ${to}; the old data is as it was.`);
  else if (aside === undefined) tell('Nothing is damaged; nothing was changed.');
  else tell(`The new data has taken its place; the damaged file is ${aside}.`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, to: { type: 'string' } } });
  if (values.data === undefined) throw new Error('name the data directory: --data DIR');
  tellReport(await repair(values.data, values.to), values.to);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
