const ROOM = 1024;

/**
 * Bytes that are put together part by part, in memory that is used again and again: keys are made all the time, and
 * mostly of parts of a few bytes.
 */
export class KeyBytes {
  private bytes = Buffer.allocUnsafe(ROOM);
  private length = 0;

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  unsigned32(value: number): void {
    this.reserve(4);
    this.length = this.bytes.writeUInt32BE(value, this.length);
  }

  unsigned64(value: bigint): void {
    this.reserve(8);
    this.length = this.bytes.writeBigUInt64BE(value, this.length);
  }

  all(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** UTF-8 ended by a zero; zeros and ones inside are escaped so that the order stays. */
  text(text: string): void {
    const size = Buffer.byteLength(text);
    this.reserve(size + 1);
    // eslint-disable-next-line no-control-regex -- these two bytes are the ones to escape
    if (/[\u0000\u0001]/.test(text)) for (const byte of Buffer.from(text)) this.escaped(byte);
    else this.length += this.bytes.write(text, this.length);
    this.byte(0);
  }

  /** What has been put together, as bytes of its own; the next key begins. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.length));
    this.clear();
    return taken;
  }

  /** Forgets what a key that could not be made has left. */
  clear(): void {
    this.length = 0;
    if (this.bytes.length > ROOM) this.bytes = Buffer.allocUnsafe(ROOM);
  }

  private escaped(byte: number): void {
    if (byte > 1) return this.byte(byte);
    this.byte(1);
    this.byte(byte + 1);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
