import { Approach } from './approach';
import { SharedStream } from './shared-stream';
import type { Opened, Room, Source } from './shared-stream';

const ROOM: Room = { waiting: 256, recent: 128 };

/** Streams that several subscriptions share. */
export class Hub {
  private readonly shared = new Map<string, SharedStream>();

  constructor(private readonly room: Room = ROOM) {}

  /** Reads the stream of this source from now on, and opens it when nobody else has. */
  async join(source: Source, signal: AbortSignal): Promise<Opened> {
    signal.throwIfAborted();
    return this.find(source).join(signal);
  }

  /** Begins the way of somebody who reads a stream of its own to the shared one. */
  approach(source: Source, signal: AbortSignal, onMet: () => void): Approach {
    return new Approach(() => this.find(source), signal, onMet);
  }

  private find(source: Source): SharedStream {
    const known = this.shared.get(source.key);
    if (known) return known;
    const stream = new SharedStream(source, this.room, () => {
      if (this.shared.get(source.key) === stream) this.shared.delete(source.key);
    });
    this.shared.set(source.key, stream);
    return stream;
  }
}
