/** An answer as text, and back. What is a file stays one. */
import type { RestResponse } from '../types';

interface Kept extends Omit<RestResponse, 'body'> {
  readonly body?: unknown;
  /** In base64. */
  readonly file?: string;
}

export function answerToKeep({ status, headers, body }: RestResponse): string {
  const kept: Kept = {
    status,
    headers,
    ...(Buffer.isBuffer(body) ? { file: body.toString('base64') } : { body }),
  };
  return JSON.stringify(kept);
}

export function keptAnswer(text: string): RestResponse {
  const { status, headers, body, file } = JSON.parse(text) as Kept;
  return { status, headers, body: file === undefined ? body : Buffer.from(file, 'base64') };
}
