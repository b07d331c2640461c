/** Reads an event stream as it comes, for tests: its blocks as they are written, comments left out. */

export interface EventReader {
  readonly response: Response;
  /** The lines of the next block; undefined when the stream has ended. */
  next(): Promise<string | undefined>;
  /** So many blocks. */
  take(count: number): Promise<readonly (string | undefined)[]>;
  leave(): void;
}

export async function readEvents(url: string, headers: Record<string, string> = {}): Promise<EventReader> {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  const blocks = blocksOf(response);
  const next: EventReader['next'] = async () => (await blocks.next()).value;
  return {
    response,
    next,
    take: async (count) => {
      const taken: (string | undefined)[] = [];
      while (taken.length < count) taken.push(await next());
      return taken;
    },
    leave: () => stop.abort(),
  };
}

async function* blocksOf({ body }: Response): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body ?? []) {
    text += decoder.decode(bytes as Uint8Array, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith(':'));
      if (lines.length > 0) yield lines.join('\n');
    }
  }
  return undefined;
}
