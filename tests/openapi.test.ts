/** The OpenAPI document of the project: valid, fresh, and served. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFile } from '../common/project';
import { startTestHouse } from './support/house';

const file = projectFile('schema', 'openapi.json');

it('is valid OpenAPI 3.1 by the rules of its makers', () => {
  const validator = dirname(require.resolve('@seriousme/openapi-schema-validator/package.json'));
  const cli = join(validator, 'bin', 'validate-api-cli.js');
  const { stdout, status } = spawnSync(process.execPath, [cli, file], { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual({ valid: true });
  expect(status).toBe(0);
});

it('is what the gateway serves', async () => {
  const house = await startTestHouse();
  try {
    const response = await fetch(`${house.url}/openapi.json`);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  } finally {
    await house.stop();
  }
});
