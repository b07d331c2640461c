/** Answers that their caller already has. Source: workstream.yaml (memory card); RFC 9110, 13.1.2. */
import type { RestRequest, RestResponse } from '../types';

/** Whether the caller named the tag of the answer in If-None-Match. */
export function isUnchanged(method: string, { headers }: RestRequest, answer: RestResponse): boolean {
  const tag = answer.headers['etag'];
  const given = headers['if-none-match'];
  if (method !== 'GET' || tag === undefined || typeof given !== 'string') return false;
  return given.trim() === '*' || given.split(',').some((known) => opaque(known) === opaque(tag));
}

/** Weak and strong tags compare alike here. */
const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
