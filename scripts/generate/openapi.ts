/** The OpenAPI document of the REST endpoints, over a supergraph that nothing serves. */
import { DomainError } from '../../common/errors';
import { projectFile } from '../../common/project';
import { createEngine } from '../../gateway/federation';
import { compileRest, type OpenApi } from '../../gateway/rest';
import { failure } from '../../gateway/server';

/** Throws with every fault of the REST documents. */
export function describeEndpoints(supergraph: string): OpenApi {
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
  return api.openApi();
}
