/**
 * The files of cases in and below a folder as one file of jest, which loads everything anew for each file that it runs.
 * None can be forgotten, and what one of them sets up holds for its own tests only: each is a `describe` of its name.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ENDING = '.cases.ts';

/** `npx jest <folder> -t <name>` runs the cases of one file alone. */
export function runCasesOf(folder: string): void {
  const load = createRequire(join(folder, 'any.js'));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ENDING),
  );
  for (const name of names.sort()) {
    describe(name.slice(0, -ENDING.length), () => void load(join(folder, name)));
  }
}

interface Started {
  stop(): Promise<void>;
}

const started: Promise<Started>[] = [];

/** Stops this when the jest file ends, and not with the cases that have asked for it first. */
export function untilTheEnd<T extends Started>(starting: Promise<T>): Promise<T> {
  started.push(starting);
  return starting;
}

afterAll(async () => {
  for (const one of await Promise.allSettled(started)) if (one.status === 'fulfilled') await one.value.stop();
});
