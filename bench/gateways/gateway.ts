/** A gateway to measure: how its process is started over a supergraph on a port. */
export interface Gateway {
  readonly name: string;
  readonly title: string;
  /** Arguments for `node`. */
  start(supergraphFile: string, port: number): readonly string[];
  /** Settings beyond those of all. */
  readonly env?: Readonly<Record<string, string>>;
}
