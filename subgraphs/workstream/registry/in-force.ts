/** Which entry of the registry holds at a moment. Source: workstream.yaml, configRegistry.effective. */
import type { ConfigEntry, ConfigType } from './model';

/** Under which an entry may stand; several names of one thing count as one. */
export type Name = readonly [type: ConfigType, key: string];

type Entry = Pick<ConfigEntry, 'type' | 'key' | 'effectiveFrom' | 'effectiveTo' | 'number'>;

/** The latest start wins, then the highest number. Undefined where nothing is in force. */
export function inForce<E extends Entry>(
  entries: readonly E[],
  now: Date,
  ...names: readonly Name[]
): E | undefined {
  const valid = entries.filter((entry) => isNamed(entry, names) && isInForce(entry, now));
  return valid.toSorted(
    (a, b) => b.effectiveFrom.getTime() - a.effectiveFrom.getTime() || b.number - a.number,
  )[0];
}

const isNamed = (entry: Entry, names: readonly Name[]): boolean =>
  names.some(([type, key]) => entry.type === type && entry.key === key);

/** The start is included, the end excluded. */
const isInForce = ({ effectiveFrom, effectiveTo }: Entry, now: Date): boolean =>
  effectiveFrom <= now && (effectiveTo === null || effectiveTo > now);
