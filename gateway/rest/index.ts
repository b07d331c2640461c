/** Compiles the documents of legacy endpoints into routes. Knows no single endpoint. */
export { compileRest } from './compile';
export { DocumentFaults, type DocumentFault } from './faults';
export { rewriteColons } from './http/colons';
export { restFrameworkErrors } from './http/framework-errors';
export { restPlugin, type RestPluginOptions } from './http/plugin';
export type {
  Endpoint,
  Identify,
  RestApi,
  RestOptions,
  RestRequest,
  RestResponse,
  RestService,
} from './types';
