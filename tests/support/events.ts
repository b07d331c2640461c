/** Server-sent events as they come over a connection. Source: the HTML standard, 9.2.6. */
export interface ServerSentEvent {
  /** Where the reader stands once it has this event. */
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
}

/** The events of a response until it ends. Throws when the connection breaks. */
export async function* eventsOf({ body }: Response): AsyncGenerator<ServerSentEvent, undefined> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      const event = eventOf(frame);
      if (event) yield event;
    }
  }
}

/** Comments, and what says only how to come back, are no events. */
function eventOf(frame: string): ServerSentEvent | undefined {
  const members = new Map<string, string>();
  for (const line of frame.split('\n')) {
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (name) members.set(name, value);
  }
  const event = members.get('event');
  return event === undefined ? undefined : { id: members.get('id'), event, data: members.get('data') ?? '' };
}
