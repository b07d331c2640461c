/** What the feeds of all services have in common. */
import { type Gap, isGap, type Told } from './log-reader';
import type { LogRow } from './tenant-tail';

/** The words of the graph for the kinds that a feed tells, by the words of the log. */
export type Kinds<K extends string> = Readonly<Record<string, K>>;

/** The kinds of the log that are asked for; all of the feed where none are named. */
export const kindsOf = <K extends string>(
  words: Kinds<K>,
  asked: readonly K[] | null | undefined,
): string[] => Object.keys(words).filter((kind) => !asked || asked.includes(words[kind] as K));

/** Throws for a row that this feed does not tell. */
export function wordFor<K extends string>(words: Kinds<K>, { kind }: LogRow): K {
  const word = words[kind];
  if (word === undefined) throw new Error(`The feed knows no "${kind}"`);
  return word;
}

/** The interface of all feeds, with the one type of event that a service has. */
export const liveEvents = <T extends string>(eventType: T) => ({
  LiveEvent: { __resolveType: (told: Told) => (isGap(told) ? ('Resync' as const) : eventType) },
  Resync: { cursor: ({ seq }: Gap) => String(seq) },
});

export const cursor = ({ seq }: LogRow): string => String(seq);
export const createdBy = ({ actorId }: LogRow): string => actorId;
export const author = ({ actorId }: LogRow) => ({ __typename: 'User' as const, id: actorId });
