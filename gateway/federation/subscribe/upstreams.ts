import type { Surroundings } from '../execute/types';
import type { FetchStep } from '../plan/types';
import type { Position } from '../prepare/prepared';
import { identityOf } from '../identity';
import { isRecord } from '../projection/places';
import type { RequestContext, SubgraphResponse, SubgraphStream } from '../types';
import { catchUp } from './catch-up';
import { Hub } from './hub';
import { openResumable } from './resuming';
import type { Resumable } from './resuming';
import { Lagging, isStream } from './shared-stream';
import type { Opened, Room, Source } from './shared-stream';

/** What one subscription wants of the subgraph of its primary. */
export interface Upstream {
  readonly primary: FetchStep;
  readonly position: Position;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
  /** Where to begin; undefined is now. */
  readonly after: unknown;
}

/** Finds the stream of a subgraph for each subscription: shared with others as far as that can be. */
export class Upstreams {
  private readonly hub: Hub;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly wait: Resumable['wait'],
    room?: Room,
  ) {
    this.hub = new Hub(room);
  }

  async open(upstream: Upstream, signal: AbortSignal): Promise<Opened> {
    const after = upstream.position.variable === undefined ? undefined : upstream.after;
    const opened = await this.openBehind(after, upstream, signal);
    return isStream(opened) ? this.keepUp(opened, { ...upstream, after }, signal) : opened;
  }

  /** Whoever was too slow for the others goes on behind the last event that it has seen. */
  private async *keepUp(
    first: SubgraphStream,
    upstream: Upstream,
    signal: AbortSignal,
  ): AsyncGenerator<SubgraphResponse> {
    let stream = first;
    let { after } = upstream;
    for (;;) {
      try {
        for await (const event of stream) {
          after = cursorOf(upstream.position, event) ?? after;
          yield event;
        }
        return;
      } catch (fault) {
        if (!(fault instanceof Lagging) || after === undefined) throw fault;
      }
      const again = await this.openBehind(after, upstream, signal);
      if (!isStream(again)) return void (yield again);
      stream = again;
    }
  }

  /** A subscription that begins now shares its stream; one that resumes does so when it has caught up. */
  private openBehind(after: unknown, upstream: Upstream, signal: AbortSignal): Promise<Opened> {
    const { position } = upstream;
    const source: Source = {
      key: keyOf(upstream),
      open: (shared) => this.openAlone({ ...upstream, after: undefined }, shared),
      positionOf: (event) => positionText(cursorOf(position, event)),
    };
    if (after === undefined) return this.hub.join(source, signal);
    const openOwn = (own: AbortSignal): Promise<Opened> => this.openAlone({ ...upstream, after }, own);
    if (!position.cursor) return openOwn(signal);
    return catchUp(this.hub, { source, after: positionText(after), openOwn, signal });
  }

  private openAlone(upstream: Upstream, signal: AbortSignal): Promise<Opened> {
    const { primary, position, after } = upstream;
    return openResumable({
      open: (from) => this.send(upstream, from, signal),
      after,
      cursorOf: (event) => cursorOf(position, event),
      signal,
      wait: this.wait,
      report: (fault) => this.surroundings.report(primary.service, fault),
    });
  }

  private async send(
    { primary, position, variables, context }: Upstream,
    after: unknown,
    signal: AbortSignal,
  ): Promise<Opened> {
    const transport = this.surroundings.transports.get(primary.service);
    if (!transport?.subscribe) throw new Error(`No subscriptions can be had from "${primary.service}".`);
    signal.throwIfAborted();
    const sent: Record<string, unknown> = {};
    for (const name of primary.variables) {
      const value = name === position.variable ? after : variables[name];
      if (value !== undefined) sent[name] = value;
    }
    return transport.subscribe({
      service: primary.service,
      kind: primary.operation,
      query: primary.query,
      document: primary.document,
      operationName: primary.operationName,
      variables: sent,
      context: { ...context, signal },
    });
  }
}

/** The position of an event, where the stream can also begin at one. */
export function cursorOf(
  { variable, cursor }: Position,
  { data }: SubgraphResponse,
): string | number | undefined {
  if (variable === undefined || !cursor || !isRecord(data)) return undefined;
  const payload = data[cursor[0]];
  const value = isRecord(payload) ? payload[cursor[1]] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** An ID is the same position, whether it is written as a number or as a text. */
function positionText(cursor: unknown): string | undefined {
  return typeof cursor === 'string' || typeof cursor === 'number' ? String(cursor) : undefined;
}

/** Equal for subscriptions that a subgraph would send the same: same words, same values, same principal. */
function keyOf({ primary, variables, context }: Upstream): string {
  const values = primary.variables.map((name) => variables[name] ?? null);
  return JSON.stringify([primary.service, primary.query, values, identityOf(context)]);
}
