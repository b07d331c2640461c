/** Thousands of readers of one stream each, as sockets with as little around them as there can be. */
import { connect, type Socket } from 'node:net';

const QUERY = encodeURIComponent('subscription { tick { cursor at title text } }');
const IDENTITIES = 4;
const AT_A_TIME = 200;
const LONGEST_MILLISECONDS = 60_000;
const EVENT = /id: (\d+)\nevent: next\ndata: \{"data":\{"tick":\{"cursor":"\d+","at":([\d.]+)[^\n]*\n\n/g;

/** What all readers together have seen since it was last asked for. */
export interface Seen {
  readonly events: number;
  /** Events that came twice or not in their order. */
  readonly faults: number;
  /** Milliseconds from the making of an event to its reading. */
  readonly p99: number;
}

/** All sockets read into the same place: what is read is done with at once. */
const BUFFER = Buffer.alloc(65_536);

interface Read {
  readonly events: readonly { readonly id: number; readonly at: number }[];
  /** The beginning of an event that has not come as a whole. */
  readonly rest: string;
}

let lastText = '';
let lastRead: Read = { events: [], rest: '' };

/** Readers that are written to one after the other mostly get the same: it is taken apart once. */
function eventsIn(text: string): Read {
  if (text === lastText) return lastRead;
  const matches = [...text.matchAll(EVENT)];
  const events = matches.map(([, id, at]) => ({ id: Number(id), at: Number(at) }));
  const last = matches.at(-1);
  [lastText, lastRead] = [text, { events, rest: last ? text.slice(last.index + last[0].length) : text }];
  return lastRead;
}

export class Readers {
  private readonly sockets: Socket[] = [];
  private latencies = new Uint32Array(LONGEST_MILLISECONDS);
  private events = 0;
  private faults = 0;
  private wanted = Infinity;
  private tell: () => void = () => undefined;

  constructor(private readonly port: number) {}

  /** Has so many of them; whoever comes is there when its stream has begun. */
  async become(count: number): Promise<void> {
    for (const socket of this.sockets.splice(count)) socket.destroy();
    while (this.sockets.length < count) {
      const batch = Math.min(AT_A_TIME, count - this.sockets.length);
      await Promise.all(Array.from({ length: batch }, (_, n) => this.open(n % IDENTITIES)));
    }
  }

  /** Resolves when all of them together have read so many events, or when no more of them come. */
  async read(events: number): Promise<Seen> {
    this.wanted = events;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LONGEST_MILLISECONDS);
      this.tell = () => (clearTimeout(timer), resolve());
    });
    const seen = { events: this.events, faults: this.faults, p99: this.percentile(0.99) };
    [this.events, this.faults, this.latencies] = [0, 0, new Uint32Array(LONGEST_MILLISECONDS)];
    return seen;
  }

  private open(identity: number): Promise<void> {
    const head = `GET /graphql/stream?query=${QUERY} HTTP/1.1\r\nhost: live\r\naccept: text/event-stream\r\n`;
    return new Promise((resolve, reject) => {
      const read = this.reader();
      const callback = (length: number): boolean => {
        read(BUFFER.toString('latin1', 0, length));
        resolve();
        return true;
      };
      const onread = { buffer: BUFFER, callback };
      const socket = connect({ port: this.port, host: '127.0.0.1', onread }).once('error', reject);
      socket.write(`${head}authorization: Bearer ${identity}\r\n\r\n`);
      this.sockets.push(socket);
    });
  }

  private reader(): (piece: string) => void {
    let [rest, last] = ['', 0];
    return (piece) => {
      const read = eventsIn(rest + piece);
      const now = performance.now();
      for (const { id, at } of read.events) {
        if (last !== 0 && id !== last + 1) this.faults += 1;
        last = id;
        this.note(Math.max(0, Math.round(now - at)));
      }
      ({ rest } = read);
    };
  }

  private note(milliseconds: number): void {
    const at = Math.min(milliseconds, LONGEST_MILLISECONDS - 1);
    this.latencies[at] = (this.latencies[at] ?? 0) + 1;
    this.events += 1;
    if (this.events === this.wanted) this.tell();
  }

  private percentile(part: number): number {
    let left = this.events * part;
    return this.latencies.findIndex((count) => (left -= count) <= 0);
  }
}
