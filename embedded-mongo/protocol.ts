/** The data directory that keeps nothing. */
export const IN_MEMORY = ':memory:';

/** What a server process is started with, as JSON on its command line. */
export interface StartRequest {
  readonly dataDir: string;
  readonly port: number;
  readonly keptChanges?: number;
}

/** What a server process tells its parent. */
export type FromChild =
  | { readonly kind: 'ready'; readonly address: string }
  /** Another process owns the data directory. */
  | { readonly kind: 'owned'; readonly pid: number }
  | { readonly kind: 'failed'; readonly message: string }
  /** The parent is not needed any more, but others are connected. */
  | { readonly kind: 'staying' };

/** What a parent tells its server process. */
export interface ToChild {
  readonly kind: 'release';
}
