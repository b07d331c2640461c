import { dirname } from 'node:path';

/** What somebody has to know of a damaged data file: which one, what is wrong, and what to do. */
export function damageMessage(path: string, problem: string): string {
  const command = `npm run repair -- --data ${dirname(path)}`;
  return `${path} cannot be used as it is: ${problem}. The repair tool saves what can be read: ${command}`;
}

/** A data file that cannot be used as it is. */
export class DamagedFile extends Error {
  constructor(path: string, problem: string) {
    super(damageMessage(path, problem));
    this.name = 'DamagedFile';
  }
}
