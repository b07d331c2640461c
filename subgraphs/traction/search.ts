/** Searching in texts. */
export interface Containing {
  readonly $regex: string;
  readonly $options: 'i';
}

/** Texts in which this stands, without case; undefined for a blank one, which asks for nothing. */
export function containing(text: string | null | undefined): Containing | undefined {
  const sought = text?.trim();
  return sought ? { $regex: sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), $options: 'i' } : undefined;
}
