/** The finished events of a subscription: what the subgraph streams, each completed by the rest of the plan. */
import type { ExecutionResult } from 'graphql';
import type { FetchStep } from '../plan/types';
import type { Position } from '../prepare/prepared';
import { isRecord } from '../projection/places';
import type {
  StreamContext,
  StreamPosition,
  SubgraphResponse,
  SubgraphStream,
  SubscriptionEvent,
} from '../types';
import { executeEvent } from './event';
import type { EventExecution } from './event';
import { isStream, openResumable } from './resuming';
import type { Opened, Resumable } from './resuming';

/** What a subscription is made of. */
export interface SubscriptionParts extends EventExecution {
  readonly context: StreamContext;
  readonly position: Position;
}

/** Events in order; they end when the subscription is complete or its signal aborts, and throw `Broken`. */
export type Events = AsyncIterable<SubscriptionEvent>;

/** The stream was lost, and could not be opened again where it broke. */
export class Broken extends Error {
  override readonly name = 'Broken';

  /** @param last what is said to whoever reads it */
  constructor(readonly last: SubscriptionEvent) {
    super('The stream broke.');
  }
}

/** Events, or the result where a subgraph cannot be reached or refuses. */
export type OpenedEvents = Events | ExecutionResult;

export const areEvents = (opened: OpenedEvents): opened is Events => Symbol.asyncIterator in opened;

/** Opens them behind a position; from now on where there is none. Never throws. */
export async function openEvents(
  parts: SubscriptionParts,
  after: unknown,
  signal: AbortSignal,
  wait: Resumable['wait'],
): Promise<OpenedEvents> {
  const { surroundings, plan, position } = parts;
  const execution = { ...parts, context: { ...parts.context, signal } };
  const refused = async (answer: () => Promise<SubgraphResponse>): Promise<ExecutionResult> => {
    const { errors = [] } = await executeEvent({ ...execution, plan: { ...plan, rest: undefined } }, answer);
    return { errors };
  };
  try {
    const opened = await openResumable({
      open: (from) => send(execution, from),
      after,
      cursorOf: (event) => cursorOf(position, event),
      signal,
      wait,
      report: (fault) => surroundings.report(plan.primary.service, fault),
    });
    return isStream(opened) ? finish(opened, execution, signal) : await refused(async () => opened);
  } catch (fault) {
    return refused(() => Promise.reject(asError(fault)));
  }
}

async function* finish(
  stream: SubgraphStream,
  execution: SubscriptionParts,
  signal: AbortSignal,
): AsyncGenerator<SubscriptionEvent> {
  try {
    let reached: string | undefined;
    for await (const sent of stream) {
      // The position is read first: what completes the event is merged into what the subgraph sent.
      const cursor = cursorOf(execution.position, sent)?.toString();
      const event = await complete(execution, sent);
      if (signal.aborted) return;
      const isNew = cursor !== undefined && cursor !== reached;
      reached = cursor;
      // A stream that was opened again where it broke says what is known.
      if (event || isNew) yield Object.freeze(cursor === undefined ? { ...event } : { ...event, cursor });
    }
  } catch (fault) {
    if (signal.aborted) return;
    throw new Broken(await executeEvent(execution, () => Promise.reject(asError(fault))));
  }
}

/** The event; undefined where there is none behind a position. */
async function complete(
  execution: SubscriptionParts,
  sent: SubgraphResponse | StreamPosition,
): Promise<SubscriptionEvent | undefined> {
  return 'position' in sent ? undefined : executeEvent(execution, async () => sent);
}

async function send(
  { surroundings, plan: { primary }, position, variables, context }: SubscriptionParts,
  after: unknown,
): Promise<Opened> {
  const transport = surroundings.transports.get(primary.service);
  if (!transport?.subscribe) throw new Error(`No subscriptions can be had from "${primary.service}".`);
  context.signal?.throwIfAborted();
  return transport.subscribe({
    service: primary.service,
    kind: primary.operation,
    query: primary.query,
    document: primary.document,
    operationName: primary.operationName,
    variables: sentVariables(primary, variables, position, after),
    context,
  });
}

function sentVariables(
  primary: FetchStep,
  variables: Readonly<Record<string, unknown>>,
  position: Position,
  after: unknown,
): Readonly<Record<string, unknown>> {
  const sent: Record<string, unknown> = {};
  for (const name of primary.variables) {
    const value = name === position.variable ? after : variables[name];
    if (value !== undefined) sent[name] = value;
  }
  return sent;
}

/** The position that was reached, where the stream can also begin at one. */
function cursorOf(
  { variable, cursor }: Position,
  sent: SubgraphResponse | StreamPosition,
): string | number | undefined {
  if (variable === undefined) return undefined;
  if ('position' in sent) return sent.position;
  const { data } = sent;
  if (!cursor || !isRecord(data)) return undefined;
  const payload = data[cursor[0]];
  const value = isRecord(payload) ? payload[cursor[1]] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error('The stream broke.', { cause: fault });
}
