/** The OpenAPI document of the REST endpoints, as text. */
import prettier from 'prettier';
import { DomainError } from '../../common/errors';
import { projectFile } from '../../common/project';
import { createEngine } from '../../gateway/federation';
import { compileRest } from '../../gateway/rest';
import { failure } from '../../gateway/server';

/** Throws with every fault of the REST documents. */
export async function generateOpenApi(supergraph: string): Promise<string> {
  const unreachable = (): never => {
    throw new Error('endpoints are described here, not called');
  };
  const silent = { warn: unreachable, error: unreachable };
  const engine = createEngine({ supergraph, failure, transport: () => ({ execute: unreachable }) });
  const api = compileRest({
    engine,
    folder: projectFile('schema', 'rest'),
    identify: () => Promise.reject(new DomainError('UNAUTHORIZED')),
    idempotency: { once: unreachable },
    log: silent,
    timeout: 1,
  });
  return prettier.format(JSON.stringify(api.openApi()), { parser: 'json', printWidth: 110 });
}
