/** `npm start` as a user runs it: processes, ports, signals, data on disk. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from './support/graphql';
import { type RunningCommand, runCommand } from './support/process';
import { rest } from './support/rest';

const DEMO = { email: 'demo@purposepath.example', password: 'purposepath-demo' };
const ADDRESS = /PurposePath\s+(http:\S+)[^]*Ready\./;

let dataDir: string;
const running = new Set<RunningCommand>();

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'purposepath-'));
});

afterEach(async () => {
  await Promise.all([...running].map((command) => command.signal('SIGKILL')));
  running.clear();
  rmSync(dataDir, { recursive: true, force: true });
});

function start(env: Readonly<Record<string, string>> = {}): RunningCommand {
  const command = runCommand('start', [], { PORT: '0', DATA_DIR: dataDir, ...env });
  running.add(command);
  return command;
}

const signIn = async (url: string): Promise<string> => {
  const { body } = await rest(url, 'POST /account/api/v1/auth/login', { body: DEMO });
  return body.data.accessToken;
};

const titles = async (url: string, token: string): Promise<string[]> => {
  const { data } = await graphql<{ goals: { nodes: { title: string }[] } }>(
    url,
    '{ goals { nodes { title } } }',
    {},
    token,
  );
  return data?.goals.nodes.map(({ title }) => title) ?? [];
};

it('on empty data it writes the demo company, stops on Ctrl-C, and finds everything again at the next start', async () => {
  const first = start();
  const [, url = ''] = await first.printed(ADDRESS);
  const token = await signIn(url);
  await rest(url, 'POST /traction/api/v1/goals', { token, body: { title: 'Kept over a restart' } });
  const before = await titles(url, token);
  expect(before.length).toBeGreaterThan(3);
  expect(await first.signal('SIGINT')).toBe(0);

  const second = start();
  const [, again = ''] = await second.printed(ADDRESS);
  // The keys are kept beside the data, so a token lives on too.
  expect(await titles(again, token)).toEqual(before);
  expect(await signIn(again)).toEqual(expect.any(String));
  expect(await second.signal('SIGTERM')).toBe(0);
});

it('what was acknowledged survives when every process is killed at once', async () => {
  const first = start();
  const [, url = ''] = await first.printed(ADDRESS);
  const token = await signIn(url);
  await rest(url, 'POST /traction/api/v1/goals', { token, body: { title: 'Kept over a crash' } });
  await first.signal('SIGKILL');

  const second = start();
  const [, again = ''] = await second.printed(ADDRESS);
  expect(await titles(again, token)).toContain('Kept over a crash');
});

it('a setting that cannot be used ends the start with its name', async () => {
  const command = start({ PORT: 'eighty' });
  expect(await command.ended()).toBe(1);
  expect(command.output()).toMatch(/PORT: /);
  expect(command.output()).not.toMatch(/eighty/);
});

it('a port that is taken ends the start with its number and a way out', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const command = start({ PORT: String(port) });
  expect(await command.ended()).toBe(1);
  expect(command.output()).toContain(`Port ${port} is in use`);
  other.close();
});

it('in production it refuses to start without its secrets', async () => {
  const command = start({ NODE_ENV: 'production' });
  expect(await command.ended()).toBe(1);
  expect(command.output()).toMatch(/GATEWAY_KEY: is needed in production/);
});
