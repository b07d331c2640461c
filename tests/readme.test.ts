/** The commands of README's five-minute tour, run as they stand there, by a shell. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { projectFile } from '../common/project';
import { startTestHouse, type TestHouse } from './support/house';

const TOUR = /```sh tour\n([^]*?)```/g;

let house: TestHouse;

beforeAll(async () => {
  house = await startTestHouse({ seed: true });
});

afterAll(() => house.stop());

/** The lines that a script prints until it has printed this and is done; what it leaves running is ended then. */
function printedBy(script: string, last: RegExp): Promise<string[]> {
  const shell = spawn('bash', ['-euo', 'pipefail', '-c', script], { detached: true });
  const end = (): void => {
    if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGTERM');
  };
  return new Promise((resolve, reject) => {
    let text = '';
    const look = (): void => {
      if (shell.exitCode !== 0 || !last.test(text)) return;
      end();
      resolve(text.split('\n'));
    };
    shell.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      look();
    });
    shell.once('exit', (code) => {
      if (code === 0) look();
      else reject(new Error(`The tour ended with ${code}:\n${text}`));
    });
  });
}

it('signs in, creates a goal by REST, reads it joined across three services in one query, and hears of a note', async () => {
  const blocks = [...readFileSync(projectFile('README.md'), 'utf8').matchAll(TOUR)].map(
    ([, block]) => block as string,
  );
  expect(blocks).toHaveLength(6);
  const script = blocks.join('\necho\n').replace('http://127.0.0.1:4000', house.url);
  const lines = await printedBy(script, /^data: .*first shot/m);
  // curl ends an answer with no line break: what the listener prints next may stand behind it.
  const [created, checked, read, noted] = lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line.slice(0, line.lastIndexOf('}') + 1)));
  expect(created).toMatchObject({ success: true, data: { title: 'Train two baristas', status: 'draft' } });
  expect(checked).toMatchObject({ success: true, data: { alignmentScore: expect.any(Number) } });
  expect(read).toEqual({
    data: {
      goal: {
        title: 'Train two baristas',
        status: 'DRAFT',
        owner: { name: 'Demi Okafor' },
        alignment: { score: checked.data.alignmentScore, explanation: checked.data.explanation },
      },
    },
  });
  expect(checked.data.alignmentScore).toBeGreaterThan(0);
  expect(noted).toMatchObject({ success: true, data: { text: 'Both have pulled their first shot' } });
  const [heard] = lines.filter((line) => line.includes('data: ') && line.includes('first shot'));
  expect(JSON.parse(heard?.replace('data: ', '') ?? '')).toEqual({
    data: {
      tenantActivity: {
        description: 'Note added',
        author: { name: 'Demi Okafor' },
        goal: { title: 'Train two baristas' },
        entry: { text: 'Both have pulled their first shot' },
      },
    },
  });
});
