import { SharedStream } from './shared-stream';
import type { Source } from './shared-stream';

/** Streams that several subscriptions share. */
export class Hub {
  private readonly shared = new Map<string, SharedStream>();

  constructor(private readonly mostRecent: number) {}

  /** The stream of this source, which is opened when nobody else has. */
  find(source: Source): SharedStream {
    const known = this.shared.get(source.key);
    if (known) return known;
    const stream = new SharedStream(source, this.mostRecent, () => {
      if (this.shared.get(source.key) === stream) this.shared.delete(source.key);
    });
    this.shared.set(source.key, stream);
    return stream;
  }
}
