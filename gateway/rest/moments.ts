/** How moments are written: in UTC or with their offset, without fraction. Source: common.yaml (formats). */

const FRACTION = /\.\d+(?=Z|[+-]\d\d:?\d\d$)/;

export function writeMoment(value: unknown): unknown {
  const text = value instanceof Date ? value.toISOString() : value;
  return typeof text === 'string' ? text.replace(FRACTION, '') : text;
}
