/** The header Idempotency-Key. Source: common.yaml (headers.request), contract README 29. */
import type { RestRequest } from '../types';

export const HEADER = 'Idempotency-Key';

const MOST_CHARACTERS = 255;

/** Undefined where there is none; an empty one says as little as none. */
export function keyOf({ headers }: Pick<RestRequest, 'headers'>): string | undefined {
  const given = [headers[HEADER.toLowerCase()] ?? []].flat().join(', ');
  return given === '' ? undefined : given;
}

/** What is wrong with a key; undefined where nothing is. */
export function faultOfKey(key: string): string | undefined {
  if (key.length > MOST_CHARACTERS) return `${HEADER} must have at most ${MOST_CHARACTERS} characters`;
  if (/\p{Cc}/u.test(key)) return `${HEADER} must not have control characters`;
  return undefined;
}
