/** What something of ours is meant to reach, and what it has; `isMet` is unknown where nothing was measured. */
export interface Verdict {
  readonly aim: string;
  readonly measured: string;
  readonly isMet: boolean | undefined;
}

export const verdict = (
  aim: string,
  value: number,
  unit: string,
  isMet: (value: number) => boolean,
): Verdict =>
  Number.isNaN(value)
    ? { aim, measured: 'not measured', isMet: undefined }
    : { aim, measured: `${value.toFixed(DIGITS[unit] ?? 0)} ${unit}`, isMet: isMet(value) };

/** Ratios are small, everything else is a whole number. */
const DIGITS: Readonly<Record<string, number>> = { times: 2, 'of stock': 2 };
