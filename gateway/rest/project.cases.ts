import { readFileSync } from 'node:fs';
import { silentLogger } from '../../common/log';
import { projectFile } from '../../common/project';
import { createEngine } from '../federation';
import { compileRest } from './index';
import { identify, inProcess } from './testing/kit';

describe('the documents of the project', () => {
  it('compile against the supergraph of the project without a fault', () => {
    const engine = createEngine({
      supergraph: readFileSync(projectFile('schema', 'supergraph.graphql'), 'utf8'),
      transport: () => ({ execute: async () => ({ data: null }) }),
      failure: (code) => ({ message: code, extensions: { code } }),
    });

    const { services } = compileRest({
      engine,
      folder: projectFile('schema', 'rest'),
      identify,
      idempotency: inProcess({ log: silentLogger, timeout: 30_000 }),
      log: silentLogger,
      timeout: 30_000,
    });

    expect(services.map(({ name }) => name)).toEqual(['account', 'coaching', 'traction', 'workstream']);
    expect(services.flatMap(({ endpoints }) => endpoints).length).toBeGreaterThan(0);
  });
});
