/** Event streams as a client reads them. */
import { type EventReader, readEvents } from '../../../gateway/rest/testing/event-reader';
import { addressOf, type CallOptions } from './call';
import type { Kit } from './kit';

export interface StreamedEvent {
  readonly id: string | undefined;
  readonly event: string | undefined;
  /** The JSON on the data line. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** The streams of one test; left when it is over. */
export class Streams {
  private readonly open = new Set<Stream>();

  constructor(private readonly kit: Kit) {}

  async begin(endpointId: string, options: CallOptions): Promise<Stream> {
    const address = addressOf(this.kit.house.url, endpointId, options);
    const stream = new Stream(await readEvents(address, options.headers));
    this.open.add(stream);
    return stream;
  }

  leave(): void {
    for (const stream of this.open) stream.leave();
    this.open.clear();
  }
}

export class Stream {
  constructor(private readonly reader: EventReader) {}

  get response(): Response {
    return this.reader.response;
  }

  /** The lines of the next block, whatever they say; undefined at the end of the stream. */
  block(): Promise<string | undefined> {
    return this.reader.next();
  }

  /** The next event; blocks without a name are none. */
  async event(): Promise<StreamedEvent | undefined> {
    for (;;) {
      const block = await this.block();
      if (block === undefined) return undefined;
      const lines = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
      const [event, id, data] = [lines.get('event'), lines.get('id'), lines.get('data')];
      if (event === undefined) continue;
      return {
        id,
        event,
        data: data === undefined ? undefined : (JSON.parse(data) as StreamedEvent['data']),
      };
    }
  }

  async events(count: number): Promise<readonly (StreamedEvent | undefined)[]> {
    const events: (StreamedEvent | undefined)[] = [];
    while (events.length < count) events.push(await this.event());
    return events;
  }

  leave(): void {
    this.reader.leave();
  }
}
