/**
 * The gateway's signature on its calls to subgraphs. Subgraphs trust what the gateway puts into hidden arguments, so
 * they answer nobody else. The signature covers the moment, the caller's identity and the body.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock';

export const SIGNATURE_HEADER = 'x-gateway-signature';

const VALID_SECONDS = 60;

export interface SignedContent {
  readonly body: string;
  readonly authorization: string | undefined;
}

/** The value of the signature header: `t=<seconds>,v1=<hex>`. */
export function sign(key: string, content: SignedContent, clock: Clock): string {
  const seconds = Math.floor(clock.now().getTime() / 1000);
  return `t=${seconds},v1=${digest(key, content, seconds)}`;
}

/** Whether a signature was made with this key, for this content, less than a minute ago. */
export function isSigned(key: string, content: SignedContent, signature: unknown, clock: Clock): boolean {
  const match = typeof signature === 'string' ? /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) : null;
  if (!match) return false;
  const seconds = Number(match[1]);
  const age = Math.abs(clock.now().getTime() / 1000 - seconds);
  const expected = Buffer.from(digest(key, content, seconds));
  return age <= VALID_SECONDS && timingSafeEqual(expected, Buffer.from(match[2] as string));
}

function digest(key: string, { body, authorization }: SignedContent, seconds: number): string {
  return createHmac('sha256', key)
    .update(`${seconds}\n${authorization ?? ''}\n${body}`)
    .digest('hex');
}
