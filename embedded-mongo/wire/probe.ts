import { connect } from 'node:net';
import { ObjectId } from 'bson';
import { decode, encode } from '../values/codec';
import { isDocument } from '../values/types';
import { Framing } from './framing';

/** How long a server may take to say who it is. */
const TIMEOUT_MS = 2000;

/** Asks the server at an address what it calls itself; undefined where nothing answers in MongoDB's protocol. */
export async function processIdAt(address: string): Promise<string | undefined> {
  const colon = address.lastIndexOf(':');
  const socket = connect(Number(address.slice(colon + 1)), address.slice(0, colon));
  const framing = new Framing();
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      socket.setTimeout(TIMEOUT_MS, () => resolve(undefined));
      socket.once('error', reject);
      socket.once('close', () => resolve(undefined));
      socket.once('connect', () => socket.write(helloMessage()));
      socket.on('data', (chunk: Buffer) => {
        const [message] = framing.push(chunk);
        if (message !== undefined) resolve(processIdIn(decode(message.subarray(21))));
      });
    });
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}

function helloMessage(): Buffer {
  const body = encode({ hello: 1, $db: 'admin' });
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, body]);
}

function processIdIn(reply: Record<string, unknown>): string | undefined {
  const version = reply['topologyVersion'];
  const id = isDocument(version) ? version['processId'] : undefined;
  return id instanceof ObjectId ? id.toHexString() : undefined;
}
