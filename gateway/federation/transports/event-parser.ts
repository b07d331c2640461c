/** One event as a server sent it; without a name it is none, and tells only the position `id`. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id?: string;
}

/** An event that is longer than this many characters is not collected: the memory is not the server's to fill. */
const LONGEST = 16 * 1024 * 1024;

/**
 * Reads server-sent events from text that comes in pieces of any size. Lines end in LF, CR or CRLF, also where a
 * CRLF is cut in two; comments and fields that are not known here mean nothing.
 */
export class EventParser {
  private line = '';
  private endsInReturn = false;
  private event = '';
  private data: string[] = [];
  private id: string | undefined;
  private length = 0;

  /** The events that are complete with this piece. Throws for an event that is too long. */
  *read(piece: string): Generator<ServerEvent> {
    if (piece === '') return;
    const text = this.endsInReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    this.endsInReturn = piece.endsWith('\r');
    const lines = text.split(/\r\n|\n|\r/);
    const last = lines.pop() ?? '';
    for (const line of lines) {
      const event = this.endLine(this.line + line);
      this.line = '';
      if (event) yield event;
    }
    this.line += last;
    if (this.length + this.line.length > LONGEST)
      throw new Error('The subgraph sent an event that is too long.');
  }

  private endLine(line: string): ServerEvent | undefined {
    if (line === '') return this.endEvent();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'event') this.event = value;
    if (field === 'id' && !value.includes('\0')) this.id = value;
    if (field === 'data') {
      this.data.push(value);
      this.length += value.length;
    }
    return undefined;
  }

  private endEvent(): ServerEvent | undefined {
    const isEmpty = this.event === '' && this.data.length === 0;
    const name = isEmpty ? '' : this.event || 'message';
    const { id } = this;
    const event = { event: name, data: this.data.join('\n'), ...(id === undefined ? {} : { id }) };
    this.event = '';
    this.data = [];
    this.id = undefined;
    this.length = 0;
    return isEmpty && id === undefined ? undefined : event;
  }
}
