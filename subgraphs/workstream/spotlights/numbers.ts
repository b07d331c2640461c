/** Numbers as scores and their reasons write them. Source: workstream.yaml, spotlightScoring (rounding, reasons.money). */

/** Two decimals; half goes away from zero. */
export function toHundredths(value: number): number {
  const cents = Math.round(Number((Math.abs(value) * 100).toPrecision(15)));
  return cents === 0 ? 0 : (Math.sign(value) * cents) / 100;
}

const UNITS = [
  [1, ''],
  [1_000, 'K'],
  [1_000_000, 'M'],
] as const;

/** `$750`, `$50K`, `$1.5M`: at most one decimal. */
export function money(amount: number): string {
  const written = UNITS.map(([size, letter]) => ({ value: Math.round((amount / size) * 10) / 10, letter }));
  const fitting = written.find(({ value }) => value < 1_000) ?? written.at(-1);
  return `$${fitting?.value}${fitting?.letter}`;
}
