import type { Command } from '../commands/command';
import { decode } from '../values/codec';
import { RawObject } from '../values/raw';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const HEADER_BYTES = 16;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 1 << 1;
const EXHAUST_ALLOWED = 1 << 16;
/** Bits of OP_MSG that a server has to understand; the upper half may be ignored. */
const KNOWN_REQUIRED_BITS = CHECKSUM_PRESENT | MORE_TO_COME;

/** A message from a client, understood. */
export interface Request {
  readonly requestId: number;
  readonly command: Command;
  /** How the client expects the answer: as OP_MSG, as the older OP_REPLY, or not at all. */
  readonly answer: 'message' | 'reply' | 'none';
  /** Whether the client takes one answer after the other without asking again. */
  readonly isExhaust: boolean;
}

/** Reads a message. Throws where it is malformed or of a kind that is not spoken any more. */
export function readRequest(message: Buffer): Request {
  const requestId = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  if (operation === OP_MSG) return readMessage(message, requestId);
  if (operation === OP_QUERY) return readQuery(message, requestId);
  throw new Error(`unsupported operation ${operation}`);
}

function readMessage(message: Buffer, requestId: number): Request {
  const flags = message.readUInt32LE(16);
  if ((flags & 0xffff & ~KNOWN_REQUIRED_BITS) !== 0) throw new Error(`unknown flags ${flags}`);
  const end = message.length - ((flags & CHECKSUM_PRESENT) === 0 ? 0 : 4);
  let body: Buffer | undefined;
  const sequences = new Map<string, Uint8Array[]>();
  let offset = 20;
  while (offset < end) {
    const kind = message[offset];
    const size = message.readInt32LE(offset + 1);
    const section = message.subarray(offset + 1, offset + 1 + size);
    if (size < 5 || offset + 1 + size > end) throw new Error('a section passes the end of its message');
    if (kind === 0 && body === undefined) body = section;
    else if (kind === 1) readSequence(section, sequences);
    else throw new Error(`unexpected section of kind ${kind}`);
    offset += 1 + size;
  }
  if (body === undefined) throw new Error('a message without a body');
  const command = commandOf(body, sequences);
  const answer = (flags & MORE_TO_COME) === 0 ? 'message' : 'none';
  return { requestId, command, answer, isExhaust: (flags & EXHAUST_ALLOWED) !== 0 };
}

function readSequence(section: Buffer, sequences: Map<string, Uint8Array[]>): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd === -1) throw new Error('a document sequence without a name');
  const documents: Uint8Array[] = [];
  let offset = nameEnd + 1;
  while (offset < section.length) {
    const size = section.readInt32LE(offset);
    if (size < 5 || offset + size > section.length)
      throw new Error('a document passes the end of its sequence');
    documents.push(section.subarray(offset, offset + size));
    offset += size;
  }
  sequences.set(section.toString('utf8', 4, nameEnd), documents);
}

/** OP_QUERY is what drivers still open a conversation with: a command on the collection `$cmd`. */
function readQuery(message: Buffer, requestId: number): Request {
  const nameEnd = message.indexOf(0, 20);
  const namespace = message.toString('utf8', 20, nameEnd);
  if (nameEnd === -1 || !namespace.endsWith('.$cmd'))
    throw new Error('OP_QUERY is only accepted for commands');
  const start = nameEnd + 1 + 8;
  const size = message.readInt32LE(start);
  const command = commandOf(
    message.subarray(start, start + size),
    new Map(),
    namespace.slice(0, -'.$cmd'.length),
  );
  return { requestId, command, answer: 'reply', isExhaust: false };
}

function commandOf(
  bytes: Buffer,
  sequences: ReadonlyMap<string, readonly Uint8Array[]>,
  database?: string,
): Command {
  const raw = RawObject.parse(bytes);
  const body = decode(bytes);
  const [name] = raw.members.keys();
  const given = database ?? body['$db'];
  if (name === undefined || typeof given !== 'string')
    throw new Error('a command without a name or a database');
  return { name, database: given, body, raw, sequences };
}

/** How an answer stands among those of its connection. */
export interface Place {
  readonly answerId: number;
  /** Whether another one follows that nobody asks for. */
  readonly isFollowed: boolean;
}

/** An answer in the form that the request asks for, as one message. */
export function writeAnswer(request: Request, reply: Uint8Array, { answerId, isFollowed }: Place): Buffer {
  const isReply = request.answer === 'reply';
  // Behind the header: flags and the kind of the only section, all zero; or flags, cursor, offset and one document.
  const extra = isReply ? 20 : 5;
  const start = HEADER_BYTES + extra;
  const message = Buffer.allocUnsafe(start + reply.length).fill(0, HEADER_BYTES, start);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(answerId, 4);
  message.writeInt32LE(request.requestId, 8);
  message.writeInt32LE(isReply ? OP_REPLY : OP_MSG, 12);
  if (isReply) message.writeInt32LE(1, start - 4);
  if (isFollowed) message.writeUInt32LE(MORE_TO_COME, HEADER_BYTES);
  message.set(reply, start);
  return message;
}
