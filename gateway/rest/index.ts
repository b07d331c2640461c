/** Compiles the documents of legacy endpoints into routes. Knows no single endpoint. */
export { compileRest } from './compile';
export { DocumentFaults, type DocumentFault } from './faults';
export { rewriteColons } from './http/colons';
export { restFrameworkErrors } from './http/framework-errors';
export { IdempotencyKeys, type IdempotencyOptions } from './idempotency/idempotency';
export { MemoryStore } from './idempotency/memory-store';
export { MongoStore } from './idempotency/mongo-store';
export type { IdempotencyStore } from './idempotency/store';
export { restPlugin, type RestPluginOptions } from './http/plugin';
export type {
  Endpoint,
  Idempotency,
  Identify,
  OpenApi,
  RestApi,
  RestOptions,
  RestRequest,
  RestResponse,
  RestService,
} from './types';
