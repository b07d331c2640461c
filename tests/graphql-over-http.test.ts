/** Both gateways, held against the audits of the GraphQL over HTTP specification: MUST, SHOULD and MAY alike. */
import { serverAudits } from 'graphql-http';
import { readConfig } from '../common/config';
import { silentLogger } from '../common/log';
import { projectFile } from '../common/project';
import { engineAlone } from '../scripts/house/engine-alone';
import { startTestHouse } from './support/house';

interface Running {
  readonly url: string;
  stop(): Promise<unknown>;
}

async function startEngineAlone(): Promise<Running> {
  const file = projectFile('schema', 'supergraph.graphql');
  const app = await engineAlone({ file, forward: [], config: readConfig([], {}), log: silentLogger });
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), stop: () => app.close() };
}

describe.each([
  ['the whole gateway', startTestHouse],
  ['the engine alone', startEngineAlone],
] satisfies [string, () => Promise<Running>][])('%s, by the audits of graphql-http', (_name, start) => {
  let running: Running;

  beforeAll(async () => {
    running = await start();
  });

  afterAll(() => running.stop());

  const audits = serverAudits({ url: () => `${running.url}/graphql` });

  it('is held against all 61', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map(({ id, name, fn }) => [`${id} ${name}`, fn] as const))('%s', async (_audit, audit) => {
    expect(await audit()).toMatchObject({ status: 'ok' });
  });
});
