import type { Transport } from '../types';

/** The ways to the subgraphs, which outlive the engines that use them. */
export interface SharedTransports<T extends Transport> {
  /** Opens the way, or hands out the one that is open. */
  readonly transport: (service: string, url: string) => T;
  /** All that were opened. */
  opened(): readonly T[];
}

/**
 * Each engine asks for its transports anew; what has not moved keeps its connections, and what is known about its
 * health. A way that no engine uses any more stays until the end: its connections end by themselves when idle.
 */
export function shareTransports<T extends Transport>(
  open: (service: string, url: string) => T,
): SharedTransports<T> {
  const known = new Map<string, T>();
  return {
    transport(service, url) {
      const key = JSON.stringify([service, url]);
      const transport = known.get(key) ?? open(service, url);
      known.set(key, transport);
      return transport;
    },
    opened: () => [...known.values()],
  };
}
