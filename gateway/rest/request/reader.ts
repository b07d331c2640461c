/** What every source of variables can do. */
import type { RestRequest } from '../types';
import type { FaultDirective } from '../documents/directives';
import type { JsonObject, Report } from './read';

/** A request on its way into variables. */
export interface Incoming {
  readonly request: RestRequest;
  /** The members of the body, none when there is no body; undefined when the body is no object. */
  readonly body: JsonObject | undefined;
}

export interface VariableReader {
  /** The variable that it fills. */
  readonly name: string;
  /** What faults of the variable become; the first that fits. */
  readonly faults: readonly FaultDirective[];
  /** The value for the graph; undefined when it is absent, or faulty and reported. */
  read(incoming: Incoming, report: Report): unknown;
  /** The caller's spelling of a member that the graph names by its path below the variable. */
  spell(incoming: Incoming, path: readonly string[]): string;
}
