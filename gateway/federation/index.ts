/** Runs any federated supergraph. The engine knows nothing of the project that it serves. */
export { createOperationCache } from './cache';
export type { OperationCache, OperationCacheOptions } from './cache';
export { collapsing } from './collapse';
export { createEngine } from './engine';
export { principalOf } from './identity';
export { createGenerations } from './lifecycle/generations';
export type { Change, Generations } from './lifecycle/generations';
export { shareTransports } from './lifecycle/transports';
export type { SharedTransports } from './lifecycle/transports';
export { watchText } from './lifecycle/watch';
export { DEFAULT_LIMITS, LIMITS, LIMIT_NAMES, LimitExceeded, limitOf } from './limits/limits';
export type { LimitName, Limits } from './limits/limits';
export { createHttpTransport } from './transports/http';
export type { HttpTransport, HttpTransportOptions } from './transports/http';
export { createLocalTransport } from './transports/local';
export { createStreamingTransport } from './transports/sse';
export * from './types';
