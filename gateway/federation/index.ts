/** Runs any federated supergraph. The engine knows nothing of the project that it serves. */
export { createOperationCache } from './cache';
export type { OperationCache } from './cache';
export { collapsing } from './collapse';
export type { CollapseOptions } from './collapse';
export { createEngine } from './engine';
export { createHttpTransport } from './transports/http';
export type { HttpTransport, HttpTransportOptions } from './transports/http';
export { createLocalTransport } from './transports/local';
export * from './types';
