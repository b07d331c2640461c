/** The picture of an ideal customer, against which items are scored. Source: workstream.yaml, spotlightScoring. */

export interface Spotlight {
  readonly number: number;
  /** Name of a field → its value; those that scoring knows are `industry`, `budget`, `region`, `tech_stack`, `company_size`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The default of an organisation that has no spotlight of its own: nothing is said about the ideal customer. */
export const VIRTUAL_SPOTLIGHT: Spotlight = { number: 1, fields: {} };
