/** The supergraph changes while it is served: nobody notices, save who asks for what is new. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../common/clock';
import { readConfig } from '../common/config';
import { DomainError } from '../common/errors';
import { silentLogger } from '../common/log';
import { projectFile } from '../common/project';
import { createLocalTransport } from '../gateway/federation';
import { compose } from '../gateway/federation/testing/kit';
import { MemoryStore } from '../gateway/rest';
import { engineAlone } from '../scripts/house/engine-alone';
import { assembleGateway } from '../scripts/house/gateway';
import { graphql } from './support/graphql';
import { readMetric } from './support/small-gateway';

const config = readConfig([], { LEGACY_PORTS: 'off' });
const log = silentLogger;

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
  file = join(folder, 'supergraph.graphql');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** As deployments do it: the new file is complete before it has the name. */
function replace(text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** Asks until it is so; each asking is a request, so that there is nothing to wait for by the clock. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}

const swaps = (url: string, outcome: string, count: number) => async (): Promise<boolean> =>
  (await readMetric(url)('supergraph_swaps_total', { outcome })) === count;

interface Detailed {
  readonly data: { readonly checks: readonly { readonly component: string }[] };
}

async function health(url: string): Promise<{ detailed: number; ready: number; supergraph: unknown }> {
  const [detailed, ready] = await Promise.all([
    fetch(`${url}/health/detailed`),
    fetch(`${url}/health/ready`),
  ]);
  const { data } = (await detailed.json()) as Detailed;
  const supergraph = data.checks.find(({ component }) => component === 'supergraph');
  return { detailed: detailed.status, ready: ready.status, supergraph };
}

describe('the engine alone, under load', () => {
  let subgraph: Server;
  let url: string;
  let stop: () => Promise<unknown>;

  /** The supergraph of one service with the field `answer` and as many others. */
  function version(fields: number): string {
    const others = Array.from({ length: fields }, (_, n) => `extra${n + 1}: Int`).join(' ');
    const { port } = subgraph.address() as AddressInfo;
    const typeDefs = `type Query { answer: Int ${others} }`;
    return compose({ only: { typeDefs } }).replace('http://only.test', `http://127.0.0.1:${port}/graphql`);
  }

  beforeEach(async () => {
    subgraph = createServer((_request, response) => {
      response.end(JSON.stringify({ data: { answer: 42, extra1: 1, extra2: 2 } }));
    });
    await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
    writeFileSync(file, version(0));
    const app = await engineAlone({ file, forward: [], config, log });
    stop = () => app.close();
    url = await app.listen({ host: '127.0.0.1', port: 0 });
  });

  afterEach(async () => {
    await stop();
    await new Promise((resolve) => subgraph.close(resolve));
  });

  it('fails no request while the file is replaced again and again, once by a broken one', async () => {
    let isOver = false;
    const answers = new Map<string, number>();
    const load = async (loop: number): Promise<void> => {
      for (let round = 0; !isOver; round++) {
        // Half of them are known, the other half are prepared anew: both must survive the change.
        const query = loop % 2 === 0 ? '{ answer }' : `query Q${loop}_${round} { answer }`;
        const answer = JSON.stringify(await graphql(url, query));
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
      }
    };
    const loops = Promise.all(Array.from({ length: 8 }, (_, loop) => load(loop)));

    replace(version(1));
    await until(swaps(url, 'success', 1));
    expect(await graphql(url, '{ answer extra1 }')).toEqual({ data: { answer: 42, extra1: 1 } });

    replace('type Query { this is no supergraph');
    await until(swaps(url, 'failure', 1));
    expect(await graphql(url, '{ answer extra1 }')).toEqual({ data: { answer: 42, extra1: 1 } });
    expect(await health(url)).toMatchObject({
      detailed: 200,
      ready: 200,
      supergraph: { status: 'Unhealthy', description: expect.stringContaining('Syntax Error') },
    });
    expect(await readMetric(url)('supergraph_up_to_date')).toBe(0);

    replace(version(2));
    await until(swaps(url, 'success', 2));
    expect(await graphql(url, '{ extra1 extra2 }')).toEqual({ data: { extra1: 1, extra2: 2 } });
    expect(await health(url)).toMatchObject({ detailed: 200, supergraph: { status: 'Healthy' } });
    expect(await readMetric(url)('supergraph_up_to_date')).toBe(1);

    isOver = true;
    await loops;
    expect([...answers.keys()]).toEqual(['{"data":{"answer":42}}']);
    expect([...answers.values()][0]).toBeGreaterThan(8);
  });

  it('a request that runs while the supergraph changes ends on the one that it began with', async () => {
    const begun = new Promise<() => void>((resolve) => {
      subgraph.removeAllListeners('request');
      subgraph.once('request', (_request, response) => {
        resolve(() => response.end(JSON.stringify({ data: { answer: 42 } })));
      });
    });
    const answer = graphql(url, '{ answer }');
    const finish = await begun;
    replace(version(1).replaceAll('answer', 'reply'));
    await until(swaps(url, 'success', 1));
    finish();
    expect(await answer).toEqual({ data: { answer: 42 } });
    expect(await graphql(url, '{ answer }')).toMatchObject({ errors: [{ message: expect.any(String) }] });
  });
});

describe('the whole gateway', () => {
  const own = readFileSync(projectFile('schema', 'supergraph.graphql'), 'utf8');

  async function start() {
    writeFileSync(file, own);
    const restFolder = join(folder, 'rest');
    cpSync(projectFile('schema', 'rest'), restFolder, { recursive: true });
    const { app } = await assembleGateway({
      config,
      // Alone in this test, with nobody to ask: what is asked for stands in the answer's error.
      transport: () => createLocalTransport(() => Promise.reject(new Error('nobody is there'))),
      verifyToken: () => Promise.reject(new DomainError('UNAUTHORIZED')),
      publicKeys: async () => ({ keys: [] }),
      components: [],
      clock: systemClock,
      log,
      restFolder,
      supergraphFile: file,
      keys: { store: new MemoryStore(), secret: 'of a test' },
      watch: true,
    });
    return { url: await app.listen({ host: '127.0.0.1', port: 0 }), stop: () => app.close(), restFolder };
  }

  const knows = async (url: string, type: string): Promise<boolean> => {
    const { data } = await graphql<{ __type: unknown }>(url, `{ __type(name: "${type}") { name } }`);
    return data?.__type != null;
  };

  it('refuses a supergraph as a whole when a REST document does not fit it, naming file and field', async () => {
    const { url, stop } = await start();
    replace(own.replaceAll('valueTags', 'worthTags').replaceAll('WorkstreamStats', 'Statistics'));
    await until(swaps(url, 'failure', 1));
    expect(await knows(url, 'Statistics')).toBe(false);
    expect(await health(url)).toMatchObject({
      ready: 200,
      supergraph: {
        status: 'Unhealthy',
        description: expect.stringMatching(/goals\.graphql:\d+:\d+ .*valueTags/s),
      },
    });
    await stop();
  });

  it('serves a supergraph that its REST documents fit, by GraphQL and by REST', async () => {
    const { url, stop } = await start();
    replace(own.replaceAll('WorkstreamStats', 'Statistics'));
    await until(swaps(url, 'success', 1));
    expect(await knows(url, 'Statistics')).toBe(true);
    expect((await fetch(`${url}/traction/api/v1/goals`)).status).toBe(401);
    await stop();
  });

  it('refuses routes that came with the supergraph: the routes of a server are settled when it starts', async () => {
    const { url, stop, restFolder } = await start();
    const goals = join(restFolder, 'traction', 'goals.graphql');
    writeFileSync(goals, readFileSync(goals, 'utf8').replaceAll('"/goals', '"/aims'));
    replace(own.replaceAll('WorkstreamStats', 'Statistics'));
    await until(swaps(url, 'failure', 1));
    expect(await health(url)).toMatchObject({
      supergraph: { description: expect.stringContaining('restart to serve them') },
    });
    await stop();
  });
});
