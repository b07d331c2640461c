/** The most bytes that a message may have, a little above what clients are told to keep to. */
const MAX_MESSAGE_BYTES = 48 * 1024 * 1024;
const HEADER_BYTES = 16;

/** Splits a stream of bytes into messages. */
export class Framing {
  private chunks: Buffer[] = [];
  private buffered = 0;

  /**
   * Takes the next bytes of the stream and returns the messages that they complete. Throws where a length is one that
   * no message has; the stream cannot be read any further then.
   */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
    const messages: Buffer[] = [];
    for (;;) {
      const length = this.nextLength();
      if (length === undefined || this.buffered < length) return messages;
      messages.push(this.take(length));
    }
  }

  private nextLength(): number | undefined {
    if (this.buffered < 4) return undefined;
    if ((this.chunks[0] as Buffer).length < 4) this.chunks = [Buffer.concat(this.chunks)];
    const length = (this.chunks[0] as Buffer).readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new Error(`message of ${length} bytes`);
    return length;
  }

  private take(length: number): Buffer {
    const all = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
    const rest = all.subarray(length);
    this.chunks = rest.length === 0 ? [] : [rest];
    this.buffered = rest.length;
    return all.subarray(0, length);
  }
}
