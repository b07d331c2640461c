import { createHash } from 'node:crypto';
import { EJSON } from 'bson';
import type { FindCursor, MongoClient } from 'mongodb';
import { decode } from '../values/codec';
import { create, on } from './collections';
import type { Moving } from './collections';
import { bytesOf, insertBytes, portions } from './documents';

/** The two servers, and who is told of each document that has been dealt with. */
export interface Move {
  readonly source: MongoClient;
  readonly target: MongoClient;
  done(documents: number): void;
}

/** What both servers hold, to the byte. */
export interface Same {
  readonly count: number;
  /** SHA-256 over the bytes of all documents in the order of their `_id`. */
  readonly hash: string;
}

/** The target had to be changed, and is to be compared once more. */
export interface Unlike {
  /** The `_id` of the first document that one side has and the other one has not, as extended JSON. */
  readonly from: string;
}

/**
 * Compares a collection on both servers, document by document. Where the target has less, the rest is inserted, which is
 * how a move begins and how it goes on; where it has something else, it is emptied and filled again.
 */
export async function level(move: Move, moving: Moving): Promise<Same | Unlike> {
  const [source, target] = [move.source, move.target].map((client) =>
    bytesOf(on(client, moving), moving.options),
  ) as [FindCursor<Buffer>, FindCursor<Buffer>];
  const hash = createHash('sha256');
  try {
    for (let count = 0; ; count += 1) {
      const [wanted, there] = await Promise.all([source.next(), target.next()]);
      if (wanted === null && there === null) return { count, hash: hash.digest('hex') };
      if (wanted === null || !there?.equals(wanted)) {
        if (wanted !== null && there === null) await append(move, moving, wanted, source);
        else await fillAgain(move, moving);
        return { from: idOf((wanted ?? there) as Buffer) };
      }
      hash.update(wanted);
      move.done(1);
    }
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

function idOf(document: Buffer): string {
  return EJSON.stringify(decode(document)['_id']);
}

async function append(move: Move, moving: Moving, first: Buffer, rest: FindCursor<Buffer>): Promise<void> {
  for await (const portion of portions(first, rest)) {
    await insertBytes(on(move.target, moving), portion, moving.options);
    move.done(portion.length);
  }
}

async function fillAgain(move: Move, moving: Moving): Promise<void> {
  await on(move.target, moving).drop();
  await create(move.target, moving);
  const source = bytesOf(on(move.source, moving), moving.options);
  const first = await source.next();
  if (first !== null) await append(move, moving, first, source);
}
