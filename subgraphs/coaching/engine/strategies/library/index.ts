/** The library of strategies, by theme. */
import type { StrategyPattern, Theme } from '../pattern';
import { ACQUISITION } from './acquisition';
import { BRAND } from './brand';
import { CASH } from './cash';
import { COST } from './cost';
import { GENERAL } from './general';
import { INNOVATION } from './innovation';
import { PEOPLE } from './people';
import { PRICING } from './pricing';
import { PROCESS } from './process';
import { QUALITY } from './quality';
import { RETENTION } from './retention';

const LIBRARY: Readonly<Record<Theme, readonly StrategyPattern[]>> = {
  retention: RETENTION,
  acquisition: ACQUISITION,
  pricing: PRICING,
  cost: COST,
  quality: QUALITY,
  people: PEOPLE,
  process: PROCESS,
  brand: BRAND,
  cash: CASH,
  innovation: INNOVATION,
  general: GENERAL,
};

export interface LibraryEntry extends StrategyPattern {
  readonly theme: Theme;
}

/** Everything in the library. */
export const ENTRIES: readonly LibraryEntry[] = (Object.keys(LIBRARY) as Theme[]).flatMap((theme) =>
  LIBRARY[theme].map((pattern) => ({ ...pattern, theme })),
);
