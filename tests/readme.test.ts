/** The commands of README's five-minute tour, run as they stand there, by a shell. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { projectFile } from '../common/project';
import { startTestHouse, type TestHouse } from './support/house';

const run = promisify(execFile);
const TOUR = /```sh tour\n([^]*?)```/g;

let house: TestHouse;

beforeAll(async () => {
  house = await startTestHouse({ seed: true });
});

afterAll(() => house.stop());

it('signs in, creates a goal by REST, and reads it joined across three services in one query', async () => {
  const blocks = [...readFileSync(projectFile('README.md'), 'utf8').matchAll(TOUR)].map(
    ([, block]) => block as string,
  );
  expect(blocks).toHaveLength(4);
  const script = blocks.join('\necho\n').replace('http://127.0.0.1:4000', house.url);
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script]);
  const [created, checked, read] = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
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
});
