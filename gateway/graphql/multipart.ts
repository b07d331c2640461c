/**
 * The wire form of an answer in parts: what Apollo Client, urql and Apollo's router call `deferSpec=20220824`.
 * Source: RFC 2046, 5.1; the incremental delivery of graphql-spec at 48cf7263.
 */
import type { GraphQLFormattedError } from 'graphql';
import type { AnswerPart, ArrivedParts, TextAnswer } from '../federation';
import { executed, membersOf } from './outcome';

export const MULTIPART = 'multipart/mixed; boundary="-"; deferSpec=20220824';

/** What goes before the first part. */
export const OPENING = '\r\n---';
/** Behind the last part, which ends as though another followed. */
export const CLOSING = '--\r\n';

/** A part of the body. Clients take it for complete when they see where it ends, so that comes with it. */
export const frame = (payload: string): string =>
  `\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${payload}\r\n---`;

export function initialPayload(initial: TextAnswer): string {
  return object([...membersOf(executed(initial)), '"hasNext":true']);
}

export function laterPayload({ parts, hasNext }: ArrivedParts): string {
  const incremental = parts.length === 0 ? [] : [`"incremental":[${parts.map(incrementOf).join(',')}]`];
  return object([...incremental, `"hasNext":${hasNext}`]);
}

/** What ends an answer of which parts are missing. */
export function lastPayload(errors: readonly GraphQLFormattedError[]): string {
  return JSON.stringify({ errors, hasNext: false });
}

function incrementOf({ path, label, data, errors }: AnswerPart): string {
  return object([
    ...(label === undefined ? [] : [`"label":${JSON.stringify(label)}`]),
    `"path":${JSON.stringify(path)}`,
    ...membersOf(executed({ data, ...(errors && { errors }) })),
  ]);
}

const object = (members: readonly string[]): string => `{${members.join(',')}}`;
