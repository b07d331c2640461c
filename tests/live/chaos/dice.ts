/** What a run decides by chance, and how to make it decide the same again. */
import { type Random, random } from '../../../embedded-mongo/testing/random';

export type { Random } from '../../../embedded-mongo/testing/random';

/** Another one each time; LIVE_SEED gives that of a run that has failed. */
export const liveSeed = Number(process.env['LIVE_SEED'] ?? Date.now() % 2 ** 31);

/** How many times larger than in the suite a run is, for runs by hand. */
export const liveSize = Number(process.env['LIVE_SIZE'] ?? 1);

/** One of the things that take part in a run decides by dice of its own: in which order they throw is not repeatable. */
export const diceOf = (seed: number, name: string): Random =>
  random(Buffer.from(name).reduce((hash, byte) => Math.imul(hash, 31) + byte, seed));

export const oneOf = <T>(dice: Random, things: readonly T[]): T => things[dice(things.length)] as T;

/** Some of the things, and at least one. */
export function someOf<T>(dice: Random, things: readonly T[]): T[] {
  const some = things.filter(() => dice(2) === 0);
  return some.length > 0 ? some : [oneOf(dice, things)];
}
