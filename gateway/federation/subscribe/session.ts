import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Position } from '../prepare/prepared';
import type {
  Failure,
  SubgraphResponse,
  SubgraphStream,
  StreamContext,
  SubscriptionEvent,
  SubscriptionEvents,
} from '../types';
import { executeEvent } from './event';
import type { EventExecution } from './event';
import { isStream } from './shared-stream';
import { cursorOf } from './upstreams';
import type { Upstreams } from './upstreams';

/** What one subscription is made of. */
export interface SessionParts extends EventExecution {
  readonly context: StreamContext;
  readonly position: Position;
  readonly after: unknown;
}

/** One subscription from its beginning to its end. Everything that it holds hangs on one signal. */
export class Session {
  private readonly stop = new AbortController();
  private readonly signal: AbortSignal;
  private readonly execution: EventExecution;
  private farewell: Failure | undefined;

  constructor(
    private readonly upstreams: Upstreams,
    private readonly parts: SessionParts,
  ) {
    const { signal } = parts.context;
    this.signal = signal ? AbortSignal.any([signal, this.stop.signal]) : this.stop.signal;
    this.execution = { ...parts, context: { ...parts.context, signal: this.signal } };
  }

  /** Ends the subscription with an error as its last event. */
  end(failure: Failure): void {
    this.farewell = failure;
    this.stop.abort();
  }

  /** A subgraph that cannot be reached or refuses is the result; otherwise the events are. */
  async open(onEnd: () => void): Promise<ExecutionResult | SubscriptionEvents> {
    this.signal.addEventListener('abort', onEnd, { once: true });
    if (this.signal.aborted) onEnd();
    try {
      const opened = await this.upstreams.open(
        { ...this.parts, primary: this.parts.plan.primary },
        this.signal,
      );
      if (isStream(opened)) return this.closable(this.events(opened));
      return await this.refused(async () => opened);
    } catch (fault) {
      return this.refused(() => Promise.reject(asError(fault)));
    }
  }

  private async refused(answer: () => Promise<SubgraphResponse>): Promise<ExecutionResult> {
    const plan = { ...this.parts.plan, rest: undefined };
    const { errors = [] } = await executeEvent({ ...this.execution, plan }, answer);
    this.stop.abort();
    return { errors: this.farewell ? [asGraphQLError(this.farewell)] : errors };
  }

  private async *events(stream: SubgraphStream): SubscriptionEvents {
    try {
      for await (const response of stream) {
        const event = await this.complete(response);
        if (this.signal.aborted) break;
        yield event;
      }
    } catch (fault) {
      if (!this.signal.aborted) yield executeEvent(this.execution, () => Promise.reject(asError(fault)));
    } finally {
      this.stop.abort();
    }
    if (this.farewell) yield { errors: [asGraphQLError(this.farewell)] };
  }

  /** The position is read first: what completes the event is merged into what the subgraph sent. */
  private async complete(response: SubgraphResponse): Promise<SubscriptionEvent> {
    const cursor = cursorOf(this.parts.position, response);
    const event = await executeEvent(this.execution, async () => response);
    return cursor === undefined ? event : { ...event, cursor: String(cursor) };
  }

  /** An async generator alone would wait for the next event before it returns. */
  private closable(events: SubscriptionEvents): SubscriptionEvents {
    const closable: SubscriptionEvents = {
      next: () => events.next(),
      return: (value) => {
        this.stop.abort();
        return events.return(value);
      },
      throw: (fault) => {
        this.stop.abort();
        return events.throw(fault);
      },
      [Symbol.asyncIterator]: () => closable,
      [Symbol.asyncDispose]: async () => void (await closable.return(undefined)),
    };
    return closable;
  }
}

function asGraphQLError({ message, extensions }: Failure): GraphQLError {
  return new GraphQLError(message, { extensions });
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error('The stream broke.', { cause: fault });
}
